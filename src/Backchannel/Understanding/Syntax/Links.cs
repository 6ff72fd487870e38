using Backchannel.Languages;

namespace Backchannel.Understanding.Syntax;

/// <summary>Joins noun phrases: what hangs on what, what is listed together, what renames what.</summary>
internal static partial class Links
{
    public static void Join(Sentence sentence, LanguagePack pack)
    {
        var units = sentence.Units;
        if (pack.Settings.Postpositions)
        {
            for (var i = 0; i < units.Count; i++)
            {
                if (units[i].Nominal is { } marked && !Lead(sentence, i, marked) && !Rename(sentence, i, marked))
                    ListBehind(sentence, i, marked);
            }
            return;
        }
        for (var i = 0; i < units.Count; i++)
        {
            if (units[i].Nominal is not { } nominal)
                continue;
            if (sentence.ModifiersFirst)
                Modifiers.Attach(sentence, i, nominal);
            else if (Attach(sentence, i, nominal))
                continue;
            if (Rename(sentence, i, nominal))
                continue;
            List(sentence, i, nominal);
        }
    }

    /// <summary>The noun phrase that ends right before unit <paramref name="i"/>, over prepositions, quotation marks and parentheses.</summary>
    private static (Nominal? Nominal, UnitKind? Between) Before(List<Unit> units, int i)
    {
        UnitKind? between = null;
        for (var k = i - 1; k >= 0; k--)
        {
            switch (units[k].Kind)
            {
                case UnitKind.Nominal:
                    return (units[k].Nominal, between);
                case UnitKind.Preposition:
                    continue;
                case UnitKind.OpenParenthesis or UnitKind.CloseParenthesis:
                    between ??= units[k].Kind;
                    continue;
                case UnitKind.Comma or UnitKind.Coordinator or UnitKind.Dash:
                    if (between is UnitKind.Coordinator || between is UnitKind.Comma && units[k].Kind != UnitKind.Comma)
                        continue;
                    between =
                        between is UnitKind.Comma && units[k].Kind == UnitKind.Comma ? UnitKind.Comma : units[k].Kind;
                    continue;
                default:
                    return (null, null);
            }
        }
        return (null, null);
    }

    private static bool Attach(Sentence sentence, int i, Nominal nominal)
    {
        if (nominal.Marker.Length == 0)
        {
            if (i > 0 && sentence.Units[i - 1].Nominal is { OwnsNext: true } construct)
            {
                Hang(nominal, construct);
                return true;
            }
            // An unmarked genitive hangs on the noun before it where endings show case: "forseti Venesúela".
            if (
                i == 0
                || sentence.Units[i - 1].Nominal is not { IsPronoun: false } owner
                || CaseOf(sentence, nominal) != Case.Genitive && !MayBeGenitive(sentence, owner, nominal)
                || IsMedia(sentence, nominal) && HasName(sentence, owner)
                // "два источника": the number asks for the genitive, nobody owns them.
                || sentence.Tags[nominal.First].Upos is Upos.Num
                // Nobody's name belongs to another's: "hitti Peter Holm Önnu Ruiz".
                || sentence.HitAt(owner.First, CueKind.Given) is not null
                    && sentence.HitAt(nominal.First, CueKind.Given) is not null
            )
                return false;
            Hang(nominal, owner);
            return true;
        }
        var preposition = sentence.MarkerOf(nominal);
        if (preposition is not { } hit || i < 2)
            return false;
        var (before, between) = Before(sentence.Units, i);
        if (before is null || between is not null || before.IsPronoun && !hit.Cue.Is("genitive"))
            return false;
        if (hit.Cue.Is("genitive"))
        {
            Hang(nominal, before);
            return true;
        }
        // "عددا من القادة": a number or a word for one, of those behind it.
        if (
            hit.Cue.Is("part")
            && Enumerable
                .Range(before.First, before.Last - before.First + 1)
                .All(t => sentence.Grammar[t] is CueKind.Determiner || sentence.Tags[t].Upos is Upos.Num)
        )
        {
            Hang(nominal, before);
            return true;
        }
        // "في بيان": where something is said, not where somebody belongs.
        if (sentence.HitsAt(nominal.MarkerFirst, CueKind.Medium).Any(medium => medium.Covers(nominal.First)))
            return false;
        // "the envoy to Syria", "ممثلون عن النرويج": for whom somebody stands.
        if (
            (hit.Cue.Is("source") || hit.Cue.Is("addressee") && before.IsDefinite)
            && before.MarkerFirst < nominal.MarkerFirst
            && Enumerable
                .Range(before.First, before.Last - before.First + 1)
                .Any(t => sentence.HitsAt(t, CueKind.Person).Any(person => person.Cue.Is("envoy")))
            && !HasName(sentence, before)
            && !IsMedia(sentence, nominal)
            && IsEntity(sentence, nominal)
        )
        {
            Hang(nominal, before);
            return true;
        }
        // "his counterpart in Chile", "kollega sinn í Noregi": a state tells which, a town where.
        if (
            hit.Cue.Is("locative")
            && before.MarkerFirst < nominal.MarkerFirst
            && sentence
                .HitsAt(before.Last, CueKind.Person)
                .Concat(sentence.HitsAt(before.First, CueKind.Person))
                .Any(person => person.Cue.Is("counterpart"))
            && !HasName(sentence, before)
            && sentence.HitAt(nominal.First, CueKind.World) is { Cue.ActorType: ActorType.State }
        )
        {
            Hang(nominal, before);
            return true;
        }
        // "один из ректоров": a number alone is one of those it hangs on.
        if (hit.Cue.Is("attach") && !hit.Cue.Is("locative") && IsNumber(sentence, before))
        {
            Hang(nominal, before);
            return true;
        }
        // "the head of East Africa at the Trade Council": it hangs on the post, not on the region.
        for (var described = before; hit.Cue.Is("attach") && described is not null; described = described.AttachedTo)
        {
            if (!IsDescribed(sentence, described) || IsMedia(sentence, nominal))
                continue;
            // "met the Jordanian king in Cairo": whose he is has been said; the place is where they met, unless his name comes behind it.
            if (
                hit.Cue.Is("locative")
                && HasRole(sentence, described)
                && Is(sentence, described, CueKind.Adjective)
                && IsPlace(sentence, nominal)
                && !(
                    i + 1 < sentence.Units.Count
                    && sentence.Units[i + 1].Nominal is { Marker: "" } next
                    && HasName(sentence, next)
                )
            )
                return false;
            Hang(nominal, described);
            return true;
        }
        return false;
    }

    /// <summary>The case of the first noun of a phrase; of its last word where no noun shows one.</summary>
    internal static Case CaseOf(Sentence sentence, Nominal nominal)
    {
        for (var t = nominal.First; t <= nominal.Last; t++)
        {
            if (sentence.Tags[t] is { Upos: Upos.Noun or Upos.Propn or Upos.Pron, Case: not Case.None } tag)
                return tag.Case;
        }
        return sentence.Tags[nominal.Last].Case;
    }

    /// <summary>
    /// "Kreise der Regierung": an article that is the genitive's too, right behind a noun that is no name, where the tagger sees no subject.
    /// </summary>
    private static bool MayBeGenitive(Sentence sentence, Nominal owner, Nominal nominal) =>
        owner.Last == nominal.First - 1
        && sentence.Tags[owner.Last].Upos is Upos.Noun
        && !HasName(sentence, owner)
        && sentence.Tags[nominal.First].Case != Case.Nominative
        && sentence.Tags[nominal.Last].Case is not (Case.Nominative or Case.Accusative)
        && sentence.HitAt(nominal.First, CueKind.Determiner) is { } article
        && article.Cue.Is("genitive");

    internal static void Hang(Nominal nominal, Nominal on)
    {
        nominal.AttachedTo = on;
        on.Attached.Add(nominal);
    }

    /// <summary>Agencies and papers are spoken to, not belonged to: "a source to Reuters".</summary>
    private static bool IsMedia(Sentence sentence, Nominal nominal) =>
        Is(sentence, nominal, CueKind.Media)
            && !Enumerable
                .Range(nominal.First, nominal.Last - nominal.First + 1)
                .Any(t => sentence.HitAt(t, CueKind.World) is { Cue.ActorType: ActorType.Body })
        || Enumerable
            .Range(nominal.First, nominal.Last - nominal.First + 1)
            .Any(t => sentence.HitAt(t, CueKind.World) is { Cue.ActorType: ActorType.Outlet or ActorType.Agency });

    private static bool IsPlace(Sentence sentence, Nominal nominal) =>
        sentence.HitAt(nominal.First, CueKind.World) is { Cue.ActorType: ActorType.Place or ActorType.State };

    /// <summary>A description of people or of a body, without a name: what follows it tells whose ("a source from the ministry").</summary>
    private static bool IsDescribed(Sentence sentence, Nominal nominal)
    {
        for (var t = nominal.First; t <= nominal.Last; t++)
        {
            if (sentence.HitAt(t, CueKind.Person) is { } person && !person.Cue.Is("title"))
                return !HasName(sentence, nominal);
            if (sentence.HitAt(t, CueKind.Body) is not null)
                return true;
        }
        return false;
    }

    internal static bool HasName(Sentence sentence, Nominal nominal)
    {
        for (var t = nominal.First; t <= nominal.Last; t++)
        {
            // "predecessor Claver-Carone's": behind a word of relation stands whose it is.
            if (
                sentence.HitsAt(t, CueKind.Person).Any(hit => hit.Cue.Is("relational"))
                && t < nominal.Last
                && sentence.HitsAt(t, CueKind.Person).Any(hit => hit.Cue.Is("plural") || hit.Cue.Is("kin"))
            )
                return false;
            if (
                sentence.Tags[t].Upos == Upos.Propn
                && sentence.HitAt(t, CueKind.Person) is null
                && sentence.HitAt(t, CueKind.Body) is null
                && sentence.HitAt(t, CueKind.Adjective) is null
                && sentence.HitAt(t, CueKind.World) is null
            )
                return true;
        }
        return false;
    }

    private static bool HasRole(Sentence sentence, Nominal nominal)
    {
        // "One of his predecessors": the post stands in what hangs on it.
        if (IsPartitive(sentence, nominal))
            return HasRole(sentence, nominal.Attached[0]);
        for (var t = nominal.First; t <= nominal.Last; t++)
        {
            if (sentence.HitAt(t, CueKind.Person) is { } person && !person.Cue.Is("title"))
                return true;
        }
        return false;
    }

    /// <summary>A number or pronoun alone with "of" behind it.</summary>
    internal static bool IsPartitive(Sentence sentence, Nominal nominal) =>
        nominal.Attached.Count > 0 && IsNumber(sentence, nominal);

    private static bool IsNumber(Sentence sentence, Nominal nominal)
    {
        if (nominal.Last > nominal.First + 1)
            return false;
        for (var t = nominal.First; t <= nominal.Last; t++)
        {
            if (
                sentence.Tags[t].Upos is not (Upos.Num or Upos.Det or Upos.Pron)
                && sentence.Grammar[t] is not CueKind.Determiner
            )
                return false;
        }
        return true;
    }

    private static bool Is(Sentence sentence, Nominal nominal, CueKind kind)
    {
        for (var t = nominal.First; t <= nominal.Last; t++)
        {
            if (sentence.HitAt(t, kind) is not null)
                return true;
        }
        return false;
    }

    private static bool Rename(Sentence sentence, int i, Nominal nominal)
    {
        if (nominal.Marker.Length > 0 && !sentence.Postpositions || nominal.IsPronoun)
            return false;
        var (before, between) = Before(sentence.Units, i);
        if (before is null || before.IsPronoun || between is null && sentence.ModifiersFirst)
            return false;
        // "an official of the administration of President Trump": the name is whose the body is, not who the official is.
        if (
            between is null
            && before.AttachedTo is not null
            && Is(sentence, before, CueKind.Body)
            && HasRole(sentence, before)
            && HasName(sentence, nominal)
        )
            return false;
        // Where markers stand behind, the last of two that are the same bears the mark.
        if (
            sentence.Postpositions
            && (
                before.Marker.Length > 0
                || before.IsObject
                || between is not null && (nominal.Marker.Length > 0 || nominal.IsObject)
            )
        )
            return false;
        // What hangs on a phrase stands between it and what renames it: "the president of Romania, Klaus Iohannis".
        var head = before;
        while (head.AttachedTo is { } on)
            head = on;
        if (head.ListedWith is not null && between is UnitKind.Comma && HasName(sentence, head))
            return false;
        var (nameHere, roleHere) = (HasName(sentence, nominal), HasRole(sentence, nominal));
        foreach (var candidate in head == before ? [head] : new[] { head, before })
        {
            if (
                Is(sentence, candidate, CueKind.World)
                && Is(sentence, nominal, CueKind.World)
                && !HasRole(sentence, candidate)
                && !Is(sentence, candidate, CueKind.Media)
            )
                continue;
            var (name, role) = (HasName(sentence, candidate), HasRole(sentence, candidate));
            var renames = between switch
            {
                UnitKind.Comma => name && !role && roleHere && (!nameHere || IsOfAnother(sentence, nominal))
                    || name && roleHere && !nameHere
                    || role && !name && nameHere && !roleHere
                    || Is(sentence, candidate, CueKind.Media)
                        && !Is(sentence, candidate, CueKind.World)
                        && Is(sentence, nominal, CueKind.World),
                UnitKind.OpenParenthesis => name && nameHere
                    || Is(sentence, candidate, CueKind.Media)
                    || Is(sentence, candidate, CueKind.Body) && nominal.Last == nominal.First
                    || Is(sentence, candidate, CueKind.World) && nominal.Last == nominal.First,
                null => role && !name && nameHere && !roleHere
                    || Is(sentence, candidate, CueKind.Media)
                        && !name
                        && (nameHere || Is(sentence, nominal, CueKind.World)),
                _ => false,
            };
            // "Trump, Cabello and ..." is a list, not a renaming; a renaming ends with a comma, a verb or the sentence.
            // "Without naming Cabello, a source said": a subject of its own, not a description of the name before.
            // "As sources say, Holm has": an apposition ends with a comma of its own.
            if (
                renames
                && between is UnitKind.Comma
                && (IsSubject(sentence.Units, i) || SaysBehindRelative(sentence, sentence.Units, i))
            )
                continue;
            if (renames && !(between is UnitKind.Comma && IsListGoingOn(sentence.Units, i)))
            {
                nominal.Renames = candidate;
                candidate.Renamed.Add(nominal);
                if (sentence.Postpositions)
                {
                    candidate.Marker = nominal.Marker;
                    candidate.MarkerHit = nominal.MarkerHit;
                    candidate.IsObject = nominal.IsObject;
                }
                return true;
            }
        }
        return false;
    }

    /// <summary>"مبعوث الرئيس دونالد ترامب": a post of one who serves another, whose post and name stand behind it.</summary>
    internal static bool IsOfAnother(Sentence sentence, Nominal nominal)
    {
        var posts = sentence
            .Hits.Where(hit => hit.Cue.Kind == CueKind.Person && nominal.First <= hit.First && hit.Last <= nominal.Last)
            .ToList();
        return posts is [{ } first, _, ..]
            && first.First == nominal.First
            && (first.Cue.Is("relational") || first.Cue.Is("envoy"))
            && posts.Exists(post => post.First == first.Last + 1 && !post.Cue.Is("title"));
    }

    /// <summary>Whether a finite verb follows, over what hangs on the phrase.</summary>
    private static bool IsSubject(List<Unit> units, int i)
    {
        for (var k = i + 1; k < units.Count; k++)
        {
            if (units[k].Kind == UnitKind.Verb)
                return units[k].Verb!.IsFinite;
            if (
                units[k].Kind is not (UnitKind.Preposition or UnitKind.Time or UnitKind.Gap)
                && !(units[k].Nominal is { Marker.Length: > 0 })
            )
                return false;
        }
        return false;
    }

    /// <summary>"two officials who asked not to be named said": a verb of saying follows, over a relative clause and with no comma between.</summary>
    internal static bool SaysBehindRelative(Sentence sentence, List<Unit> units, int i)
    {
        if (i + 1 >= units.Count || units[i + 1].Kind != UnitKind.Relative)
            return false;
        var verbs = 0;
        for (var k = i + 2; k < units.Count; k++)
        {
            if (units[k].Verb is { IsFinite: true } verb)
            {
                if (verbs > 0)
                    return sentence.HitAt(verb.Main, CueKind.Say) is not null;
                verbs++;
            }
            else if (units[k].Kind is UnitKind.Comma or UnitKind.Semicolon or UnitKind.Colon or UnitKind.Complementizer)
                return false;
        }
        return false;
    }

    private static bool IsListGoingOn(List<Unit> units, int i) =>
        i + 1 < units.Count
        && units[i + 1].Kind == UnitKind.Coordinator
        && i + 2 < units.Count
        && units[i + 2].Kind == UnitKind.Nominal
        && (i + 3 >= units.Count || units[i + 3].Kind != UnitKind.Verb);

    private static void List(Sentence sentence, int i, Nominal nominal)
    {
        var units = sentence.Units;
        var (before, between) = Before(units, i);
        if (before is null || between is not (UnitKind.Coordinator or UnitKind.Comma))
            return;
        var first = before;
        while (first.AttachedTo is { } on && (nominal.Marker.Length == 0 || !SameMarker(sentence, nominal, first)))
            first = on;
        // "between Cabello and the White House": what hangs on "contacts" is the list, not "contacts".
        if (
            before.AttachedTo is not null
            && first != before
            && IsEntity(sentence, before) == IsEntity(sentence, nominal)
            && !IsEntity(sentence, first)
        )
            first = before;
        first = first.Renames ?? first;
        var whole = first.ListedWith ?? first;
        if (nominal.Marker.Length > 0 && !SameMarker(sentence, nominal, whole))
            return;
        // 政治局委员、外交部长王毅: posts of one man, not two men.
        if (
            units[i - 1] is { Kind: UnitKind.Coordinator } mark
            && sentence.Texts[mark.First] is "、"
            && HasRole(sentence, whole)
            && !HasName(sentence, whole)
            && HasRole(sentence, nominal)
            && HasName(sentence, nominal)
        )
        {
            nominal.Renames = whole;
            whole.Renamed.Add(nominal);
            return;
        }
        if (between is UnitKind.Comma && !EndsWithCoordinator(units, i))
            return;
        // "received in the palace in Riyadh, the president": nobody is listed with a place.
        if (
            between is UnitKind.Comma
            && nominal.Marker.Length == 0
            && whole.Marker.Length > 0
            && sentence.PrepositionAt(whole.MarkerFirst) is { } where
            && where.Cue.Is("locative")
            && HasRole(sentence, nominal)
            && !HasRole(sentence, whole)
        )
            return;
        // "According to the paper, Holm and Ruiz spoke": the comma ends whom it is according to.
        if (
            between is UnitKind.Comma
            && whole.Marker.Length > 0
            && sentence.HitAt(whole.MarkerFirst, CueKind.Attribute) is not null
        )
            return;
        // "but" sets against, it does not list.
        for (
            var k = i - 1;
            k >= 0 && units[k].Kind is UnitKind.Coordinator or UnitKind.Comma or UnitKind.Preposition;
            k--
        )
        {
            if (sentence.HitAt(units[k].First, CueKind.Coordinator) is { } joint && joint.Cue.Is("adversative"))
                return;
        }
        // "met Maduro, and Cabello said": the last one opens a clause of its own.
        if (
            (OpensClause(units, i) || between is UnitKind.Comma && ListOpensClause(units, i)) && HasVerbBefore(units, i)
        )
            return;
        if (IsEntity(sentence, whole) != IsEntity(sentence, nominal))
            return;
        nominal.ListedWith = whole;
        whole.Listed.Add(nominal);
        if (nominal.Marker.Length == 0)
        {
            nominal.Marker = whole.Marker;
            if (whole.AttachedTo is { } host)
            {
                nominal.AttachedTo = host;
                host.Attached.Add(nominal);
            }
        }
    }

    /// <summary>The same preposition, whatever article it has swallowed: "della Norvegia e del Cile".</summary>
    private static bool SameMarker(Sentence sentence, Nominal a, Nominal b) =>
        a.Marker == b.Marker
        || sentence.MarkerOf(a) is { } one
            && sentence.MarkerOf(b) is { } other
            && (one.Cue == other.Cue || one.Cue.Is("genitive") && other.Cue.Is("genitive"));

    internal static bool IsEntity(Sentence sentence, Nominal nominal) =>
        nominal.IsPronoun
        || HasName(sentence, nominal)
        || HasRole(sentence, nominal)
        || Is(sentence, nominal, CueKind.World)
        || Is(sentence, nominal, CueKind.Body)
        || Is(sentence, nominal, CueKind.StateNoun)
        || Is(sentence, nominal, CueKind.Media);

    /// <summary>Whether a comma list goes on to an "and": A, B and C.</summary>
    private static bool EndsWithCoordinator(List<Unit> units, int i)
    {
        for (var k = i + 1; k < units.Count; k++)
        {
            if (units[k].Kind == UnitKind.Coordinator)
                return k + 1 < units.Count && units[k + 1].Kind is UnitKind.Nominal or UnitKind.Preposition;
            if (units[k].Kind is not (UnitKind.Nominal or UnitKind.Comma or UnitKind.Preposition))
                return false;
        }
        return false;
    }

    private static bool OpensClause(List<Unit> units, int i) =>
        i + 1 < units.Count && units[i + 1].Kind == UnitKind.Verb && units[i + 1].Verb!.IsFinite;

    /// <summary>"Citing sources, AP and the Journal reported": the list is the subject of what follows, not a tail of what stands before.</summary>
    private static bool ListOpensClause(List<Unit> units, int i)
    {
        for (var k = i + 1; k < units.Count; k++)
        {
            if (units[k].Kind == UnitKind.Verb)
                return units[k].Verb!.IsFinite;
            if (
                units[k].Kind
                is not (UnitKind.Nominal or UnitKind.Coordinator or UnitKind.Comma or UnitKind.Preposition)
            )
                return false;
        }
        return false;
    }

    private static bool HasVerbBefore(List<Unit> units, int i)
    {
        var k = i - 1;
        while (k >= 0 && units[k].Kind is UnitKind.Coordinator or UnitKind.Comma)
            k--;
        for (; k >= 0; k--)
        {
            if (units[k].Verb is { IsParticiple: false })
                return true;
            // A comma in front of the list ends what stood before: "Citing sources, AP and the Journal reported".
            if (
                units[k].Kind
                is UnitKind.Complementizer
                    or UnitKind.Relative
                    or UnitKind.Subordinator
                    or UnitKind.Semicolon
                    or UnitKind.Comma
            )
                return false;
        }
        return false;
    }
}
