using System.Collections.Immutable;
using Backchannel.Languages;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Understanding.Contents;

/// <summary>Fills a trigger's slots from the phrases around it, by its frame.</summary>
/// <param name="pairs">Whom "both sides" and "the two leaders" mean here.</param>
internal sealed class Arguments(Sentence sentence, ImmutableArray<Figure> figures, Candidate candidate, LastPair pairs)
{
    private readonly Frame _frame = candidate.Trigger.Cue.Frame!;

    public void Fill()
    {
        if (candidate.Nominal is not null)
            FillNoun(candidate.Nominal);
        else if (candidate.Clause is { } clause)
            FillVerb(clause);
    }

    private void FillVerb(Clause clause)
    {
        var passive = clause.Verb is { IsPassive: true } || IsUnvoweledPassive(clause);
        if (
            clause.Subject is { } subject
            && !(clause is { SubjectIsCarried: true, Verb.IsFirst: true })
            && !IsInExchange(clause)
        )
            Take(passive ? "obj" : "subj", subject);
        // "görüştük": the ending says who.
        if (
            clause.Verb is { IsFirst: true } first
            && (clause.Subject is null || clause.SubjectIsCarried)
            && _frame.For("subj") is { } own1
        )
            candidate.Arguments.Add(new(own1, -1, sentence.SpanOf(first.Main, first.Main), IsFirstPerson: true));
        // "Nobody from the ministry has met": it is the ministry that says or is said to have met no one.
        if (
            clause.Subject is { Reference: null, IsNegated: true } nobody
            && sentence.Nominals.Find(nominal => nominal.MarkerFirst == nobody.Last + 1 && nominal.Marker.Length > 0)
                is { } whose
        )
            Take("subj", whose);
        foreach (var nominal in clause.Objects)
            Take("obj", nominal);
        if (
            clause is { Kind: ClauseKind.Relative, Antecedent: { } antecedent }
            && clause.Subject is { } own
            && own != antecedent
            && (!clause.SubjectIsCarried || clause.Verb is { IsNominal: true })
        )
            Take(_frame.For("obj") is null ? "antecedent" : "obj", antecedent);
        foreach (
            var nominal in Near(clause)
                .Where(nominal =>
                    sentence.VerbLast
                    || clause.Verb is not { } verb
                    || nominal.First > verb.First
                    || sentence.ModifiersFirst
                    || IsCircumstance(nominal)
                    || IsFronted(clause, nominal)
                )
        )
            TakeMarked(nominal, passive);
        TakeAntecedent(clause);
        // "is ready to share the catch with Chile"
        if (sentence.VerbLast)
        {
            // "İsrail'in çekilmesini istedi": who is to do it.
            foreach (
                var asked in sentence.Clauses.Where(child =>
                    child is { Kind: ClauseKind.Infinitive, SubjectIsCarried: false, Subject: not null }
                    && child.Parent == clause
                )
            )
                Take("infinitive-subject", asked.Subject!);
        }
        // "Rusya'ya yaptırım uygulama kararı aldı": a verb inside the trigger's words.
        if (sentence.VerbLast)
        {
            foreach (
                var nominal in sentence
                    .Clauses.Where(child =>
                        child.Parent == clause
                        && child.Verb is { } within
                        && candidate.Trigger.First <= within.Main
                        && within.Main < candidate.Trigger.Last
                    )
                    .SelectMany(Near)
            )
                TakeMarked(nominal, passive);
        }
        if (candidate.Family == Family.Bargain && !candidate.In(Slot.Addressee).Any())
        {
            foreach (
                var nominal in sentence
                    .Clauses.Where(child => child.Parent == clause && child.Kind == ClauseKind.Infinitive)
                    .SelectMany(child => child.Obliques)
                    .Where(nominal => _frame.For(nominal.Marker) == Slot.Addressee)
            )
                Take(nominal.Marker, nominal);
        }
        // "demanded that Ruiz resign", "called for Ruiz to step down": who is to do it.
        if (candidate.Type == ContentType.Demand && !candidate.In(Slot.Addressee).Any())
        {
            foreach (
                var asked in sentence.Clauses.Where(child =>
                    child.Parent == clause
                    && child.Subject is { IsActor: true }
                    && child.Subject != clause.Subject
                    && (
                        child is { Kind: ClauseKind.Complement, SubjectIsCarried: false }
                        || child is { Kind: ClauseKind.Infinitive, Subject.Marker.Length: > 0 }
                    )
                )
            )
                AddAll(Slot.Addressee, asked.Subject!, "who is to do it");
        }
        // "is ready to help Chile"
        if (
            candidate.Family == Family.Bargain
            && !candidate.In(Slot.Addressee).Any()
            && _frame.For("obj") == Slot.Matter
            && clause.Verb is { } copula
            && sentence.HitAt(copula.Main, CueKind.Auxiliary) is not null
        )
        {
            foreach (
                var nominal in sentence
                    .Clauses.Where(child => child.Parent == clause && child.Kind == ClauseKind.Infinitive)
                    .SelectMany(child => child.Objects)
                    .Where(nominal => nominal.IsActor)
            )
                Take("obj", nominal);
        }
        // "imposed US sanctions": the noun inside the phrase has an owner.
        if (
            candidate.Trigger.Length > 1
            && sentence.Nominals.Find(nominal =>
                nominal.First <= candidate.Trigger.Last && candidate.Trigger.Last <= nominal.Last
            )
                is { } inside
        )
        {
            foreach (var inner in inside.Inner)
                TakeInner("adj", inner);
            if (sentence.ModifiersFirst)
                foreach (var attached in inside.Attached)
                    TakeMarked(attached, passive: false);
        }
        // "rejected a North Korean proposal to discuss": who proposed, and to whom it was proposed.
        if (
            clause is { Kind: ClauseKind.Infinitive, Verb: { } verb, Parent: { } parent }
            && sentence.Nominals.FindLast(nominal =>
                nominal.FullLast < verb.First && nominal.FullLast >= verb.First - 2
            )
                is { } proposal
            && IsProposal(proposal)
        )
        {
            foreach (var inner in proposal.Inner)
                TakeInner("subj", inner);
            if (parent.Objects.Contains(proposal) && parent.Subject is { } answering)
                Take("subj", answering);
        }
    }

    /// <summary>"Iran freezes its work in exchange for easing the sanctions": what one gets in exchange, the other side does.</summary>
    private bool IsInExchange(Clause clause) =>
        clause is { SubjectIsCarried: true, Verb.First: > 0 and var first }
        && sentence.PrepositionAt(first - 1) is { } marker
        && marker.Cue.Is("exchange")
        // "has gained little in return for lifting the ban": whoever receives gives too.
        && !(
            clause.Parent?.Verb is { } verb
            && sentence.HitsAt(verb.Main, CueKind.Support).Any(hit => hit.Cue.Is("receive"))
        );

    /// <summary>"قتل سبعة أشخاص": where writing does not tell killed from was killed, so many people of no name and nobody else are the victims.</summary>
    private bool IsUnvoweledPassive(Clause clause) =>
        candidate.Trigger.Cue.Is("unvoweled")
        && clause
            is {
                SubjectIsCarried: false,
                Objects.Count: 0,
                Subject: { Reference: { Kind: MentionKind.Description } } counted
            }
        && sentence.Tags[counted.First].Upos is Upos.Num;

    /// <summary>Who takes part stands behind the verb; where, through whom and about what may stand in front of it.</summary>
    private bool IsCircumstance(Nominal nominal) =>
        _frame.For(nominal.Marker) is null or Slot.Intermediary or Slot.OnBehalfOf or Slot.Place or Slot.Topic;

    /// <summary>"Das Treffen wurde von Katar organisiert": who does what the verb says of the noun takes no part in the noun by that.</summary>
    private bool IsAgent(Clause clause, Nominal nominal, Nominal oblique) =>
        clause is { Verb: { IsPassive: true } verb }
        && clause.Subject == nominal
        && sentence.HitAt(verb.Main, CueKind.Support) is not null
        && sentence.PrepositionAt(oblique.MarkerFirst) is { } by
        && by.Cue.Is("agent");

    /// <summary>"führten mit Ruiz Gespräche", "held under Omani mediation talks": between the verb and its object.</summary>
    private bool IsBetween(Clause clause, Nominal oblique, Nominal nominal) =>
        candidate.Family == Family.Contact
        && clause.Verb is { } verb
        && verb.Main < oblique.First
        && oblique.First < nominal.First
        && clause.Objects.Contains(nominal)
        && sentence.HitAt(verb.Main, CueKind.Support) is not null
        && !clause.Objects.Exists(other => other.First < oblique.First);

    /// <summary>"Mit Ruiz sprach er": a phrase that stood alone in front of the verb, before <see cref="Brackets"/> moved that.</summary>
    private bool IsFronted(Clause clause, Nominal nominal) =>
        nominal.MarkerFirst == clause.First && sentence.Gaps.Contains(nominal.All().Max(each => each.FullLast) + 1);

    private bool IsProposal(Nominal nominal)
    {
        foreach (var hit in sentence.Hits)
        {
            if (
                hit.Cue.Kind == CueKind.Trigger
                && hit.Cue.Type!.Family == Family.Bargain
                && nominal.First <= hit.Head
                && hit.Head <= nominal.Last
            )
                return true;
        }
        return false;
    }

    /// <summary>"with whom there has been no encounter": the noun before fills the slot of the preposition.</summary>
    private void TakeAntecedent(Clause clause)
    {
        if (clause is { AntecedentMarker: { Length: > 0 } marker, Antecedent: { } antecedent })
            Take(marker, antecedent);
    }

    /// <summary>Prepositional phrases of a clause, and those that follow its objects.</summary>
    private IEnumerable<Nominal> Near(Clause clause) =>
        Pairs
            .Obliques(sentence, clause)
            .Concat(clause.Objects.SelectMany(nominal => nominal.All().SelectMany(each => each.Attached)));

    private void FillNoun(Nominal nominal)
    {
        if (nominal.Possessor is { } possessor)
        {
            foreach (
                var inner in nominal.Inner.Where(inner =>
                    inner.CoreFirst >= possessor.First && inner.CoreLast <= possessor.Last
                )
            )
                TakeInner("poss", inner);
        }
        foreach (var inner in nominal.Inner)
        {
            if (nominal.Possessor is { } owner && inner.CoreFirst >= owner.First && inner.CoreLast <= owner.Last)
                continue;
            TakeInner("adj", inner);
        }
        foreach (var attached in nominal.Attached)
            TakeMarked(attached, passive: false);
        // "لقائه الرئيس": a noun of doing takes an object right behind it.
        if (
            _frame.For("obj") is not null
            && sentence.Nominals.Find(next => next.First == nominal.Last + 1) is { Marker.Length: 0 } done
            && candidate.Clause?.Subject != done
        )
            Take("obj", done);
        if (candidate.Clause is not { } clause)
            return;
        // "Following the rapprochement with Cuba, Shannon met with": in front of the verb ends what belongs to the noun there.
        var last =
            clause.Obliques.Contains(nominal) && clause.Verb is { } after && nominal.First < after.First
                ? after.First
                : int.MaxValue;
        foreach (var oblique in Pairs.Obliques(sentence, clause).OrderBy(oblique => oblique.First < nominal.First))
        {
            if (oblique == nominal || oblique.AttachedTo == nominal || IsAgent(clause, nominal, oblique))
                continue;
            if (
                oblique.First > nominal.First && oblique.First < last
                || sentence.ModifiersFirst
                || sentence.VerbLast
                || IsArgument(clause, nominal) && (IsFronted(clause, oblique) || IsBetween(clause, oblique, nominal))
            )
                TakeMarked(oblique, passive: false);
            else if (oblique.First < nominal.First && IsArgument(clause, nominal) && !candidate.In(Slot.Place).Any())
                TakePlace(oblique);
        }
        // "Between A and B talks are under way": the sides may stand in front where nothing behind names them.
        if (IsArgument(clause, nominal) && candidate.Family == Family.Contact && candidate.Type != ContentType.Visit)
        {
            foreach (var oblique in clause.Obliques.Where(oblique => oblique.First < nominal.First))
            {
                if (!candidate.In(Slot.Party).Skip(1).Any() && _frame.For(oblique.Marker) == Slot.Party)
                    Take(oblique.Marker, oblique);
            }
        }
        TakeAntecedent(clause);
        var marked = nominal.Marker.Length > 0 ? sentence.MarkerOf(nominal) : null;
        var isOccasion = marked is { } occasion && occasion.Cue.Is("occasion");
        // "were deep in negotiations": a copula supports what one is in.
        var supports =
            clause.Verb is { } verb
            && (
                sentence.HitAt(verb.Main, CueKind.Support) is not null
                || sentence.HitAt(verb.Main, CueKind.Status) is not null
                || isOccasion && sentence.HitAt(verb.Main, CueKind.Auxiliary) is not null
            );
        var isArgument = clause.Objects.Contains(nominal) || clause.Obliques.Contains(nominal);
        if (
            supports
            && isArgument
            // "announced the closure after a bombing": with an object of its own, the verb supports no other noun.
            && !(
                candidate.Family != Family.Bargain
                && clause.Obliques.Contains(nominal)
                && clause.Objects.Exists(other => HasNoun(other) && other.Last < nominal.First)
            )
            && clause.Subject is { } subject
            && subject != nominal
            && clause.Verb is { IsPassive: false } support
        )
        {
            var supportCue = sentence.HitAt(support.Main, CueKind.Support)?.Cue;
            // A source that will not confirm the talks takes no part in them; who arranges them stands between.
            if (supportCue?.Is("about") == true && IsInformant(subject))
                return;
            // "The palace denies contacts between A and B" takes no part in them.
            if (
                candidate.Family == Family.Contact
                && _frame.For("support") == Slot.Party
                && sentence.HitAt(support.Main, CueKind.Say) is not null
                && candidate.In(Slot.Party).Skip(1).Any()
            )
                return;
            // Whoever permits talks takes no part in them by that.
            if (supportCue?.Is("permit") == true && candidate.Family == Family.Contact)
                return;
            if (supportCue?.Is("arrange") == true && candidate.Family == Family.Contact)
            {
                AddAll(Slot.Intermediary, subject, "arranged by");
                return;
            }
            // Whoever rejects an offer is the one it was made to.
            if (
                candidate.Family == Family.Bargain
                && sentence.HitAt(support.Main, CueKind.Status) is { Cue.Status: Status.Refused }
            )
                AddAll(Slot.Addressee, subject, "refused by");
            // Whoever receives an offer is the one it was made to.
            else if (candidate.Family == Family.Bargain && supportCue?.Is("receive") == true)
                AddAll(Slot.Addressee, subject, "received by");
            else
                Take("support", subject);
            // "offered Chile talks": who is offered them takes part.
            if (
                candidate.Family == Family.Contact
                && clause.Objects.Contains(nominal)
                && sentence.HitsAt(support.Main, CueKind.Trigger).Any(hit => hit.Cue.Type!.Family == Family.Bargain)
            )
            {
                foreach (var other in clause.Objects.Where(other => other != nominal && other.IsActor))
                    Take("support", other);
            }
        }
        else if (
            supports
            && isArgument
            && clause is { Subject: null, Verb: { IsFirst: true } we }
            && _frame.For("support") is { } ours
        )
            candidate.Arguments.Add(new(ours, -1, sentence.SpanOf(we.Main, we.Main), IsFirstPerson: true));
        // "the meeting was attended by", "talks were held by".
        else if (supports && clause.Subject == nominal && clause.Verb is { IsPassive: true })
        {
            var arranged = sentence.HitAt(clause.Verb.Main, CueKind.Support)?.Cue.Is("arrange") == true;
            foreach (
                var agent in clause.Obliques.Where(oblique =>
                    sentence.MarkerOf(oblique) is { } by && by.Cue.Is("agent")
                )
            )
            {
                if (arranged && candidate.Family == Family.Contact)
                    AddAll(Slot.Intermediary, agent, "arranged by");
                else if (
                    candidate.Family == Family.Bargain
                    && sentence.HitAt(clause.Verb.Main, CueKind.Status) is { Cue.Status: Status.Refused }
                )
                    AddAll(Slot.Addressee, agent, "refused by");
                else
                    Take("support", agent);
            }
        }
        // "يزور أنقرة للقاء الرئيس": whoever does something for the purpose of a meeting takes part in it.
        else if (
            marked is { } purpose
            && purpose.Cue.Is("purpose")
            && candidate.Family == Family.Contact
            && clause.Obliques.Contains(nominal)
            && clause.Subject is { } bound
            && bound != nominal
            && !candidate.In(Slot.Party, Slot.Host).Skip(1).Any()
        )
        {
            Take("support", bound);
            candidate.IsPurpose = true;
        }
        // "spoke to the press during a meeting with": whoever does something on the occasion takes part in it.
        else if (
            isOccasion
            && isArgument
            && clause.Subject is { } present
            && present != nominal
            && _frame.For("adjunct") is not null
            && candidate.In(Slot.Party, Slot.Host).Any()
            && !candidate.In(Slot.Party, Slot.Visitor).Skip(1).Any()
        )
            Take("adjunct", present);
        // "the talks that Trump held with ...": the noun is what a relative clause is about.
        foreach (var relative in sentence.Clauses)
        {
            if (
                relative.Kind != ClauseKind.Relative
                || relative.Antecedent != nominal
                || relative.Verb is not { } held
                || sentence.HitAt(held.Main, CueKind.Support) is null
            )
                continue;
            if (relative.Subject is { } who && who != nominal)
                Take("support", who);
            foreach (var oblique in relative.Obliques)
                TakeMarked(oblique, passive: false);
        }
        // "contacts have been coordinated by", "a meeting was scheduled with": phrases behind the verb of which the noun is the subject.
        // and behind a purpose: "announced talks to ease tensions with Venezuela".
        foreach (
            var dependent in sentence.Clauses.Where(dependent =>
                dependent.Parent == clause
                && (
                    dependent.Kind is ClauseKind.Infinitive or ClauseKind.Participle && dependent.Subject == nominal
                    || dependent.Kind is ClauseKind.Infinitive
                        && clause.Objects.LastOrDefault() == nominal
                        && !candidate.In(Slot.Party).Skip(1).Any()
                )
            )
        )
        {
            foreach (var oblique in dependent.Obliques)
                TakeMarked(oblique, passive: false);
        }
        TakeOwner(nominal, clause);
        TakeOffered(nominal, clause);
    }

    /// <summary>"Holm signalled his readiness": a possessive without a name stands for the subject of its clause, or for whoever speaks.</summary>
    private void TakeOwner(Nominal nominal, Clause clause)
    {
        if (
            candidate.Family is not (Family.Bargain or Family.Position)
            || _frame.For("poss") is not { } slot
            || nominal.PossessiveWord is not { } whose
            || candidate.In(slot).Any()
            // "serves his sentence" tells of no act of his.
            || clause.Verb is not { } verb
            || sentence.HitAt(verb.Main, CueKind.Support) is null && sentence.HitAt(verb.Main, CueKind.Say) is null
        )
            return;
        if (whose.Is("first"))
            candidate.Arguments.Add(new(slot, -1, sentence.SpanOf(nominal.First, nominal.Last), IsFirstPerson: true));
        else if (whose.Is("third") && clause.Subject is { } subject && subject != nominal)
            Take("poss", subject);
    }

    /// <summary>"the willingness to talk with Chile": to whom one is willing stands in what one is willing to do.</summary>
    private void TakeOffered(Nominal nominal, Clause clause)
    {
        if (candidate.Type != ContentType.Offer || candidate.In(Slot.Addressee).Any())
            return;
        foreach (
            var child in sentence.Clauses.Where(child =>
                child.Kind == ClauseKind.Infinitive && child.Parent == clause && child.First > nominal.Last
            )
        )
        {
            foreach (var other in child.Obliques.Concat(child.Objects))
            {
                if (
                    other.IsActor
                    && other != child.Subject
                    && !(
                        sentence.MarkerOf(other) is { } marker && (marker.Cue.Is("locative") || marker.Cue.Is("agent"))
                    )
                )
                    AddAll(Slot.Addressee, other, "what is offered");
            }
        }
    }

    private void TakeMarked(Nominal nominal, bool passive)
    {
        if (nominal.Marker.Length == 0)
        {
            // "قمة الدوحة" is held there; "زيارة موسكو" goes there.
            if (
                nominal is { Reference: { Figure: >= 0, Known: { } known } place }
                && candidate.Family == Family.Contact
                && (
                    known.ActorType == ActorType.Place
                    || candidate.Type == ContentType.Visit && known.ActorType == ActorType.State
                )
            )
            {
                Add(candidate.Type == ContentType.Visit ? Slot.Host : Slot.Place, place.Figure, SpanOf(nominal));
                return;
            }
            // An unmarked genitive is a possessor.
            Take("poss", nominal);
            return;
        }
        if (
            passive
            && sentence.MarkerOf(nominal) is { } agent
            && agent.Cue.Is("agent")
            && _frame.For("subj") is not null
        )
        {
            Take("subj", nominal);
            return;
        }
        // "اجتماع بالقاهرة": a town is where one meets, not whom.
        if (
            _frame.For(nominal.Marker) == Slot.Party
            && nominal.Reference is { Figure: >= 0 } town
            && figures[town.Figure].Type == ActorType.Place
            && sentence.PrepositionAt(nominal.MarkerFirst) is { } where
            && where.Cue.Is("locative")
        )
        {
            Add(Slot.Place, town.Figure, SpanOf(nominal));
            return;
        }
        Take(nominal.Marker, nominal);
        if (_frame.For(nominal.Marker) is null or Slot.Place)
            TakePlace(nominal);
        if (_frame.For(nominal.Marker) is null && sentence.MarkerOf(nominal) is { } hit && hit.Cue.Is("genitive"))
            Take("of", nominal);
    }

    private bool HasNoun(Nominal nominal)
    {
        for (var t = nominal.First; t <= nominal.Last; t++)
        {
            if (sentence.Tags[t].Upos is Upos.Noun or Upos.Propn)
                return true;
        }
        return false;
    }

    private static bool IsArgument(Clause clause, Nominal nominal) =>
        clause.Subject == nominal || clause.Objects.Contains(nominal);

    /// <summary>Where a phrase is, or the named place it is said to be near: "in a guest house west of Muscat".</summary>
    private void TakePlace(Nominal nominal)
    {
        if (sentence.MarkerOf(nominal) is not { } hit || !hit.Cue.Is("locative"))
            return;
        var at = nominal;
        while (at is { Reference: null } && at.Attached.FirstOrDefault() is { } inside)
            at = inside;
        if (at.Reference is { Figure: >= 0 } place && IsPlace(figures[place.Figure]))
            Add(Slot.Place, place.Figure, SpanOf(at));
        else if (
            at.Reference is null
            && at.Inner.Find(inner => inner.Figure >= 0 && IsPlace(figures[inner.Figure])) is { } named
        )
            Add(Slot.Place, named.Figure, sentence.SpanOf(named.CoreFirst, named.CoreLast));
    }

    private static bool IsPlace(Figure figure) => figure.Type is ActorType.State or ActorType.Place;

    private void Take(string marker, Nominal nominal)
    {
        if (_frame.For(marker) is not { } slot)
            return;
        foreach (var each in IsToldByNames(nominal) ? nominal.Listed : nominal.All())
        {
            if (each.IsPronoun && each.Pronoun?.Is("first") == true)
            {
                candidate.Arguments.Add(new(slot, -1, sentence.SpanOf(each.First, each.Last), IsFirstPerson: true));
                candidate.Why.Add($"{marker} -> first person");
                continue;
            }
            if (slot == Slot.Party && Pairs.Of(sentence, each) is { Count: > 0 } pair)
            {
                foreach (var state in pair)
                    Add(slot, state.Figure, sentence.SpanOf(state.CoreFirst, state.CoreLast), marker);
                continue;
            }
            if (each.Reference is not { Figure: >= 0 } reference || reference.Tags.Contains("report"))
                continue;
            var together = Together(figures[reference.Figure]);
            if (!together.IsEmpty)
            {
                foreach (var member in together)
                    Add(slot, member, SpanOf(each), marker);
            }
            else
            {
                Add(slot, reference.Figure, SpanOf(each), marker);
                // "emissari della Norvegia e del Cile": several who are of several sides stand for each of them.
                if (slot == Slot.Party && reference is { Kind: MentionKind.Description, IsPlural: true })
                {
                    foreach (var also in each.Attached.SelectMany(attached => attached.Listed))
                    {
                        if (
                            also.Reference is { Figure: >= 0 and var other }
                            && figures[other].Type is ActorType.State or ActorType.Body or ActorType.Group
                        )
                            Add(slot, other, SpanOf(also), marker);
                    }
                }
            }
        }
        if (
            slot is Slot.Topic
            || slot is Slot.Matter && candidate.Type != ContentType.Refusal
            || nominal.Reference is not null
            || marker is "subj"
        )
            return;
        // "seized a Norwegian trawler", "rejected Chile's terms": whose the thing is. "Open to resuming Norwegian exports" is about them.
        if (
            (
                slot is Slot.Target
                || slot is Slot.Addressee && (marker == "obj" || sentence.ModifiersFirst)
                || slot == Slot.Matter && candidate.Type == ContentType.Refusal
            )
            && nominal.Reference is null
            && nominal
                .Inner.Concat(
                    sentence.ModifiersFirst
                        ? nominal.Attached.Select(attached => attached.Reference).OfType<NominalReference>()
                        : []
                )
                .FirstOrDefault(inner =>
                    inner.Figure >= 0 && figures[inner.Figure].Type is ActorType.State or ActorType.Body
                )
                is { } side
            // "Holm offered Norwegian gas": it is his own side's.
            && !candidate.In(Slot.Actor).Any(actor => IsOnSideOf(actor.Figure, side.Figure))
        )
            Add(
                slot == Slot.Matter ? Slot.Addressee : slot,
                side.Figure,
                sentence.SpanOf(side.CoreFirst, side.CoreLast),
                marker
            );
        // "contact with Maduro's circle", "the visit to Maduro's palace": no actor itself, it belongs to one. "With Maduro's approval" is what he does.
        if (
            nominal.Possessor is not null
            && !IsAct(nominal)
            && nominal.Inner.FirstOrDefault(inner => inner.Figure >= 0) is { } owner
        )
            Add(slot, owner.Figure, sentence.SpanOf(owner.CoreFirst, owner.CoreLast), marker);
    }

    /// <summary>"The foreign ministers of the two countries, Holm and Ruiz, spoke": the names behind it are whom the plural means.</summary>
    private static bool IsToldByNames(Nominal nominal) =>
        nominal
            is {
                Listed.Count: >= 2,
                Reference: { Kind: MentionKind.Description, IsPlural: true, Head.Kind: CueKind.Person }
            }
        && nominal.Listed.TrueForAll(each => each.Reference is { Kind: MentionKind.Name, Type: ActorType.Person });

    /// <summary>Those whom a figure stands for together; empty where it stands for itself.</summary>
    private ImmutableArray<int> Together(Figure figure)
    {
        if (figure.IsPair)
            return pairs.People;
        return
            figure.IsSides
            && candidate.Family == Family.Contact
            && !pairs.Sides.IsEmpty
            && !(sentence.ModifiersFirst && !figure.Members.IsEmpty)
            ? pairs.Sides
            : figure.Members;
    }

    /// <summary>Nobody meets in a person; a single name that no list knows and that holds no post may be a town.</summary>
    internal static bool MayBePlace(Figure figure) =>
        figure.Type is ActorType.State or ActorType.Place or ActorType.Body
        || figure is { Type: ActorType.Person, IsNamed: true, Roles.IsEmpty: true, ActsFor: null }
            && !figure.Names.Any(name => name.Contains(' ', StringComparison.Ordinal));

    private bool IsOnSideOf(int figure, int side)
    {
        for (
            var (at, steps) = ((int?)figure, 0);
            at is >= 0 and var each && steps < 4;
            at = figures[each].ActsFor, steps++
        )
        {
            if (each == side)
                return true;
        }
        return false;
    }

    private bool IsAct(Nominal nominal) =>
        sentence.Hits.Exists(hit =>
            hit.Cue is { Kind: CueKind.Trigger, Class: WordClass.Noun }
            && nominal.First <= hit.Head
            && hit.Head <= nominal.Last
        );

    private void AddAll(Slot slot, Nominal nominal, string why)
    {
        foreach (var each in nominal.All().Where(each => each.Reference is { Figure: >= 0 }))
            Add(slot, each.Reference!.Figure, SpanOf(each), why);
    }

    private bool IsInformant(Nominal nominal) =>
        nominal.Reference is { Figure: >= 0 } reference && figures[reference.Figure].IsAnonymous;

    private void TakeInner(string marker, NominalReference inner)
    {
        // "the Montevideo meeting": a town before the noun tells where.
        if (
            marker == "adj"
            && candidate.Family == Family.Contact
            && inner is { Known.ActorType: ActorType.Place, Figure: >= 0 }
            && sentence.HitAt(inner.CoreFirst, CueKind.Adjective) is null
        )
            Add(Slot.Place, inner.Figure, sentence.SpanOf(inner.CoreFirst, inner.CoreLast), marker);
        else if (_frame.For(marker) is { } slot && inner.Figure >= 0)
            Add(slot, inner.Figure, sentence.SpanOf(inner.CoreFirst, inner.CoreLast), marker);
    }

    private Span SpanOf(Nominal nominal) =>
        nominal.Reference is { Kind: MentionKind.Description }
            ? sentence.SpanOf(nominal.FullFirst, nominal.WholeLast)
            : sentence.SpanOf(nominal.First, nominal.Last);

    private void Add(Slot slot, int figure, Span span, string marker = "")
    {
        if (slot == Slot.Place && !MayBePlace(figures[figure]))
            return;
        // "Washington's recognition": a capital acts as its government; what is shot at may be the town.
        if (
            candidate.Family != Family.Contact
            && figures[figure] is { Type: ActorType.Place, ActsFor: { } government }
            && (slot is Slot.Actor or Slot.Addressee || slot == Slot.Target && candidate.Type != ContentType.UseOfForce)
        )
            figure = government;
        // "are ready to step back, they told Reuters": nobody bargains with the press.
        if (
            slot == Slot.Addressee
            && candidate.Family == Family.Bargain
            && figures[figure].Type is ActorType.Outlet or ActorType.Agency
        )
            return;
        if (
            slot == Slot.Matter
            && candidate.Family == Family.Bargain
            && marker == "obj"
            && figures[figure].Type is ActorType.State or ActorType.Person or ActorType.Body or ActorType.Group
        )
            slot = Slot.Addressee;
        if (
            candidate.Arguments.Exists(argument =>
                argument.Figure == figure && (argument.Slot == slot || slot is Slot.Place)
            )
        )
            return;
        candidate.Arguments.Add(new(slot, figure, span));
        if (marker.Length > 0)
            candidate.Why.Add($"{marker} -> {figures[figure].Name}");
    }
}
