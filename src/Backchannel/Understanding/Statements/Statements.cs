using System.Collections.Immutable;
using Backchannel.Languages;
using Backchannel.Understanding.Contents;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Understanding.Statements;

/// <summary>Puts contents and acts of saying together: whose word each content is, with what stance, and on which words it rests.</summary>
internal sealed class Statements
{
    private readonly Document _document;
    private readonly List<Sentence> _sentences;
    private readonly ImmutableArray<Figure> _figures;
    private readonly ILookup<int, Attribution> _attributions;
    private readonly ImmutableArray<Content>.Builder _contents = ImmutableArray.CreateBuilder<Content>();
    private readonly ImmutableArray<Statement>.Builder _statements = ImmutableArray.CreateBuilder<Statement>();

    /// <summary>Contacts spoken of so far, with who said so: a party that affirms one afterwards confirms it.</summary>
    private readonly List<(ImmutableArray<int> Parties, int Voice)> _raised = [];

    /// <summary>Where the statements of the sentence at hand begin.</summary>
    private int _fromSentence;

    private Statements(
        Document document,
        List<Sentence> sentences,
        ImmutableArray<Figure> figures,
        List<Attribution> attributions
    )
    {
        _document = document;
        _sentences = sentences;
        _figures = figures;
        _attributions = attributions.ToLookup(attribution => attribution.Sentence);
    }

    public static (ImmutableArray<Content> Contents, ImmutableArray<Statement> Statements) Find(
        Document document,
        List<Sentence> sentences,
        ImmutableArray<Figure> figures,
        List<Attribution> attributions,
        List<Candidate> candidates
    )
    {
        var statements = new Statements(document, sentences, figures, attributions);
        var bySentence = candidates.ToLookup(candidate => candidate.SentenceIndex);
        for (var s = 0; s < sentences.Count; s++)
            statements.InSentence(s, [.. bySentence[s]]);
        return (statements._contents.ToImmutable(), statements._statements.ToImmutable());
    }

    private void InSentence(int s, List<Candidate> candidates)
    {
        _fromSentence = _statements.Count;
        var sentence = _sentences[s];
        var here = _attributions[s].ToList();
        var voiced = new HashSet<Attribution>();
        foreach (var candidate in candidates)
        {
            var attribution = here.Where(each => each.Covers(candidate.Trigger.Head))
                .OrderByDescending(Depth)
                .ThenBy(each => each.Content.Min(range => range.Last - range.First))
                .FirstOrDefault();
            if (attribution is not null)
            {
                for (var each = attribution; each is not null; each = each.Within)
                    voiced.Add(each);
                Say(sentence, candidate, attribution);
            }
            else
                SayOwn(sentence, candidate, here);
        }
        foreach (var attribution in here)
        {
            if (voiced.Contains(attribution) || here.Exists(inner => inner.Within == attribution))
                continue;
            // "expressed its support": the words of saying are themselves what is told.
            if (
                attribution.Clause is { Verb: { } verb }
                && candidates.Exists(candidate => candidate.Trigger.Covers(verb.Main))
                && attribution.Stance == Stance.Asserts
            )
                continue;
            SayPlain(sentence, attribution);
        }
        Doubt(sentence, here);
    }

    /// <summary>"It is not clear what ...": the outlet's own doubt.</summary>
    private void Doubt(Sentence sentence, List<Attribution> here)
    {
        foreach (var hit in sentence.Hits)
        {
            if (
                hit.Cue.Kind != CueKind.Hedge
                || !hit.Cue.Is("doubt")
                || here.Exists(attribution =>
                    attribution.Covers(hit.Head) || attribution.First <= hit.Head && hit.Head <= attribution.Last
                )
            )
                continue;
            var clause = sentence.Clauses.FindLast(each =>
                each.First <= hit.First && each.Verb is { } verb && verb.First <= hit.Last + 1
            );
            var first = clause?.First ?? hit.First;
            var last = hit.Last;
            while (
                last + 1 < sentence.Tokens.Length && sentence.Texts[last + 1] is not ("," or "." or ";" or "،" or "؛")
            )
                last++;
            var span = sentence.SpanOf(first, last);
            _contents.Add(new() { Span = span, Why = "no type fits" });
            Add(span, [], Stance.Hedges, _contents.Count - 1, null, hit.Cue.ToString());
            return;
        }
    }

    private static int Depth(Attribution attribution) => attribution.Within is null ? 0 : 1 + Depth(attribution.Within);

    /// <summary>A content inside what somebody says.</summary>
    private void Say(Sentence sentence, Candidate candidate, Attribution attribution)
    {
        var evidence = Evidence(sentence, attribution);
        var chains = attribution.Chains().ToList();
        // To say that a contact did not take place is to deny it.
        var denies =
            candidate is { Family: Family.Contact, Polarity: Polarity.Negated }
            && attribution.Stance is Stance.Asserts or Stance.Confirms
            && chains.Exists(chain => !chain.IsEmpty);
        if (denies)
            candidate.Polarity = Polarity.Affirmed;
        // "..., he said on Wednesday": the day of saying is not the day of what is said.
        if (
            candidate.Moment is { } day
            && day == attribution.Said
            && sentence.Times.Exists(time => time.Moment == day && !attribution.Covers(time.First))
        )
            candidate.Moment = null;
        var stances = chains.ConvertAll(chain =>
            denies ? Stance.Denies : StanceOf(sentence, candidate, attribution, chain)
        );
        var content = Add(sentence, candidate);
        foreach (var (chain, stance) in chains.Zip(stances))
            Add(evidence, chain, stance, content, attribution.Said, attribution.Why);
        if (candidate.Family == Family.Contact)
            Raise(candidate, chains[0].LastOrDefault(voice => !voice.IsMedia)?.Figure ?? -1);
    }

    /// <summary>A content in the outlet's own words; who demands, accuses or asks is heard in them all the same.</summary>
    private void SayOwn(Sentence sentence, Candidate candidate, List<Attribution> here)
    {
        var content = Add(sentence, candidate);
        var evidence = OwnEvidence(sentence, candidate, here);
        ImmutableArray<Speaker> chain = [];
        if (IsSpeechAct(candidate))
        {
            var performer = candidate.In(Slot.Actor).First();
            chain = [new(performer.Figure, performer.Span, false, _figures[performer.Figure].IsAnonymous)];
        }
        if (candidate.Family == Family.Contact)
            Raise(candidate, -2);
        // "It is not clear whether they met"
        var doubted =
            candidate.Status == Status.Hypothetical
            && sentence.Hits.Exists(hit =>
                hit.Cue.Kind == CueKind.Hedge && hit.Cue.Is("doubt") && hit.Head < candidate.Trigger.First
            );
        var stance = (candidate.IsHedged || doubted) && chain.IsEmpty ? Stance.Hedges : Stance.Asserts;
        Add(evidence, chain, stance, content, null, candidate.Trigger.Cue.ToString());
    }

    /// <summary>Remembers that a voice has spoken of a contact of these; once for the same voice and sides.</summary>
    private void Raise(Candidate candidate, int voice)
    {
        ImmutableArray<int> parties =
        [
            .. candidate.In(Slot.Party, Slot.Visitor, Slot.Host).Select(argument => argument.Figure).Distinct().Order(),
        ];
        if (!_raised.Exists(earlier => earlier.Voice == voice && earlier.Parties.SequenceEqual(parties)))
            _raised.Add((parties, voice));
    }

    /// <summary>To demand, offer, refuse, accuse or plead is to say something.</summary>
    private bool IsSpeechAct(Candidate candidate) =>
        candidate.Trigger.Cue.Class is not WordClass.Noun
        && candidate.Polarity == Polarity.Affirmed
        && candidate
            .In(Slot.Actor)
            .Any(actor => actor.Figure >= 0 && _figures[actor.Figure].Type is not ActorType.Place)
        && (
            candidate.Family == Family.Bargain
            || candidate.Type == ContentType.Accusation
            || candidate.Type == ContentType.Threat
            || candidate.Type == ContentType.RequestForHelp
            || candidate.Type == ContentType.Criticism
        );

    /// <summary>What somebody says that no type fits: plain words.</summary>
    private void SayPlain(Sentence sentence, Attribution attribution)
    {
        if (attribution.Content.Count == 0)
            return;
        var (first, last) = attribution.Content[0];
        while (first < last && !sentence.Tokens[first].IsWord)
            first++;
        while (last > first && (!sentence.Tokens[last].IsWord || sentence.Grammar[last] is CueKind.Coordinator))
            last--;
        // "don't want to say": a negator that is written onto the verb before it begins with it.
        if (first > 0 && sentence.Tokens[first].Glued && sentence.Grammar[first] is CueKind.Negator)
            first--;
        if (attribution.Speakers.Count == 0 && attribution.Stance != Stance.Hedges)
            return;
        // "The ministry declined to comment.": nothing but the words of saying.
        if (!sentence.Tokens[first].IsWord)
            (first, last) = (attribution.First, Math.Min(attribution.Last, sentence.Tokens.Length - 1));
        var content = _contents.Count;
        _contents.Add(
            new()
            {
                Span = sentence.SpanOf(first, last),
                About = SpokenOf(sentence, attribution, first, last),
                Why = "no type fits",
            }
        );
        var evidence = Evidence(sentence, attribution);
        // "said she did not know whether they had met"
        var doubts =
            attribution.Stance == Stance.Asserts
            && sentence.Hits.Exists(hit =>
                hit.Cue.Kind == CueKind.Hedge
                && hit.Cue.Is("doubt")
                && attribution.Covers(hit.Head)
                && hit.First <= first + 4
            );
        doubts |= attribution.Stance == Stance.Asserts && Supposes(sentence, attribution);
        foreach (var chain in attribution.Chains())
            Add(
                evidence,
                chain,
                attribution.IsHearsay || doubts ? Stance.Hedges : attribution.Stance,
                content,
                attribution.Said,
                attribution.Why
            );
    }

    /// <summary>
    /// The contact that a denial, a confirmation or a refusal to comment speaks of without telling it again: "would not confirm these
    /// reports", "called the rumours of his part in them a lie". The latest one, and before it one that the speaker is a side of.
    /// </summary>
    private int? SpokenOf(Sentence sentence, Attribution attribution, int first, int last)
    {
        if (attribution.Stance is not (Stance.Denies or Stance.Declines or Stance.Confirms))
            return null;
        var pointsBack = sentence.Hits.Exists(hit =>
            (hit.Cue.Kind == CueKind.Report || hit.Cue is { Kind: CueKind.Trigger, Type.Family: Family.Contact })
            && first <= hit.Head
            && hit.Head <= last
        );
        if (!pointsBack)
            return null;
        int? latest = null;
        for (var c = _contents.Count - 1; c >= 0; c--)
        {
            if (_contents[c] is not { Type.Family: Family.Contact } contact)
                continue;
            latest ??= c;
            var sides = contact.Participants.Select(participant => participant.Figure).ToHashSet();
            if (attribution.Speakers.Exists(speaker => IsParty(speaker.Figure, sides)))
                return c;
        }
        return latest;
    }

    private Stance StanceOf(
        Sentence sentence,
        Candidate candidate,
        Attribution attribution,
        ImmutableArray<Speaker> chain
    )
    {
        if (attribution.IsHearsay && chain.IsEmpty)
            return Stance.Hedges;
        var stance = attribution.Stance;
        if (stance == Stance.Asserts && Supposes(sentence, attribution))
            return Stance.Hedges;
        if (candidate.Family != Family.Contact || stance != Stance.Asserts || candidate.Polarity == Polarity.Negated)
            return stance;
        var parties = candidate.In(Slot.Party, Slot.Visitor, Slot.Host).Select(argument => argument.Figure).ToHashSet();
        var speaker = chain.LastOrDefault(voice => !voice.IsMedia);
        var isParty = speaker is not null && IsParty(speaker.Figure, parties);
        var raised = _raised.Exists(earlier =>
            earlier.Voice != (speaker?.Figure ?? -1) && earlier.Parties.Count(party => IsParty(party, parties)) >= 2
        );
        return
            isParty
            && (attribution.IsAnswer || raised)
            && candidate.Status is Status.Held or Status.Ongoing or Status.Unknown
            ? Stance.Confirms
            : stance;
    }

    /// <summary>"said that it might", "could be trying": what is said is only held possible.</summary>
    private static bool Supposes(Sentence sentence, Attribution attribution) =>
        sentence
            .Clauses.Where(clause =>
                clause.Verb is { } verb && attribution.Covers(verb.Main) && clause != attribution.Clause
            )
            .OrderBy(clause => clause.Verb!.First)
            .FirstOrDefault()
            ?.Verb
            is { IsPossible: true };

    private bool IsParty(int figure, HashSet<int> parties) =>
        parties.Contains(figure)
        || parties.Any(party =>
            _figures[figure].ActsFor == party
            || _figures[party].ActsFor == figure
            || _figures[party].ActsFor is { } side && side == _figures[figure].ActsFor
        );

    private int Add(Sentence sentence, Candidate candidate)
    {
        var participants = ImmutableArray.CreateBuilder<Participant>();
        foreach (var argument in candidate.Arguments)
        {
            if (argument.Figure < 0 || RoleOf(argument.Slot) is not { } role)
                continue;
            if (participants.Any(participant => participant.Figure == argument.Figure && participant.Role == role))
                continue;
            participants.Add(new(role, argument.Figure, argument.Span));
        }
        // A body or official stands for its state: the White House for the United States.
        foreach (
            var participant in participants
                .Where(participant => participant.Role is Role.Party or Role.Visitor or Role.Host)
                .ToList()
        )
        {
            if (SideOf(participant.Figure) is { } side && !participants.Any(other => other.Figure == side))
                participants.Add(new(Role.OnBehalfOf, side, participant.Span));
        }
        var place =
            candidate.In(Slot.Place).FirstOrDefault()
            ?? (
                candidate.Type == ContentType.Visit
                    ? candidate
                        .In(Slot.Host)
                        .FirstOrDefault(argument =>
                            argument.Figure >= 0 && _figures[argument.Figure].Type is ActorType.State or ActorType.Place
                        )
                    : null
            );
        _contents.Add(
            new()
            {
                Span = ClauseSpan(sentence, candidate),
                Type = candidate.Type,
                Participants = participants.ToImmutable(),
                Channel =
                    candidate.In(Slot.Intermediary).Any() && candidate.Channel == Channel.Unknown
                        ? Channel.Envoy
                        : candidate.Channel,
                Secret = candidate.Secret,
                Status = candidate.Status,
                Polarity = candidate.Polarity,
                Moment = candidate.Moment,
                IsOneOfSeveral = candidate.IsOneOfSeveral,
                Place = place is null ? null : new(Role.Host, place.Figure, place.Span),
                CarriedFrom = candidate.CarriedFrom,
                Why = $"{candidate.Trigger.Cue}; {string.Join("; ", candidate.Why)}",
            }
        );
        return _contents.Count - 1;
    }

    /// <summary>The state or named body a figure acts for, over bodies between.</summary>
    private int? SideOf(int figure)
    {
        int? named = null;
        for (
            var (side, steps) = (_figures[figure].ActsFor, 0);
            side is { } at && steps < 5;
            side = _figures[at].ActsFor, steps++
        )
        {
            if (_figures[at].Type == ActorType.State)
                return at;
            if (_figures[at].IsNamed)
                named ??= at;
        }
        return named;
    }

    private static Role? RoleOf(Slot slot) =>
        slot switch
        {
            Slot.Party or Slot.Actor => Role.Party,
            Slot.Visitor => Role.Visitor,
            Slot.Host => Role.Host,
            Slot.Intermediary => Role.Intermediary,
            Slot.OnBehalfOf => Role.OnBehalfOf,
            Slot.Addressee => Role.Addressee,
            Slot.Target => Role.Target,
            _ => null,
        };

    private void Add(Span evidence, ImmutableArray<Speaker> chain, Stance stance, int content, int? said, string why)
    {
        var voices = ImmutableArray.CreateBuilder<Voice>();
        if (_document.Outlet is { } outlet)
            voices.Add(new() { Role = VoiceRole.Outlet, Name = outlet });
        var spoken = false;
        for (var v = 0; v < chain.Length; v++)
        {
            var speaker = chain[v];
            var isLast = v == chain.Length - 1;
            var role =
                speaker.IsMedia && !isLast
                    ? _figures[speaker.Figure].Type == ActorType.Agency
                        ? VoiceRole.Agency
                        : VoiceRole.Outlet
                    : spoken
                        ? VoiceRole.Source
                        : VoiceRole.Speaker;
            spoken |= role == VoiceRole.Speaker;
            voices.Add(
                new()
                {
                    Role = role,
                    Figure = speaker.Figure,
                    Span = speaker.Span,
                    IsAnonymous = speaker.IsAnonymous,
                }
            );
        }
        // Two words of saying may tell one thing: "declined to make a comment".
        if (
            _contents[content].Type is null
            && _statements
                .Skip(_fromSentence)
                .Any(other =>
                    (
                        other.Evidence == evidence
                        || _contents[other.Content].Span == _contents[content].Span
                        || stance == Stance.Declines
                            && (
                                _contents[other.Content].Span.Contains(_contents[content].Span)
                                || _contents[content].Span.Contains(_contents[other.Content].Span)
                            )
                    )
                    && other.Stance == stance
                    && _contents[other.Content].Type is null
                    && other.Voices.Select(voice => voice.Figure).SequenceEqual(voices.Select(voice => voice.Figure))
                )
        )
            return;
        _statements.Add(
            new()
            {
                Evidence = evidence,
                Voices = voices.ToImmutable(),
                Stance = stance,
                Content = content,
                Said = said,
                Why = why,
            }
        );
    }

    /// <summary>The words of saying with what is said; the whole sentence where that is most of it.</summary>
    private static Span Evidence(Sentence sentence, Attribution attribution)
    {
        int first = attribution.First,
            last = attribution.Last;
        foreach (var (from, to) in attribution.Content)
        {
            first = Math.Min(first, from);
            last = Math.Max(last, to);
        }
        for (var outer = attribution.Within; outer is not null; outer = outer.Within)
            first = Math.Min(first, outer.First);
        var span = sentence.SpanOf(first, last);
        return span.Length * 10 >= sentence.Span.Length * 7 ? sentence.Span : span;
    }

    /// <summary>The clause of a content in the outlet's own words, with what depends on it; the whole sentence where it is most of it.</summary>
    private static Span OwnEvidence(Sentence sentence, Candidate candidate, List<Attribution> here)
    {
        var span = ClauseSpan(sentence, candidate);
        if (here.Count == 0 && span.Length * 10 >= sentence.Span.Length * 6)
            return sentence.Span;
        return span;
    }

    private static Span ClauseSpan(Sentence sentence, Candidate candidate)
    {
        int first = candidate.Trigger.First,
            last = candidate.Trigger.Last;
        if (candidate.Nominal is { } nominal)
        {
            first = Math.Min(first, Math.Min(nominal.First, nominal.MarkerFirst));
            last = Math.Max(last, Math.Max(nominal.FullLast, nominal.MarkedLast));
        }
        if (candidate.Clause is { } clause)
        {
            Include(clause);
            foreach (var child in sentence.Clauses)
            {
                if (child.Parent == clause && child.Kind is not ClauseKind.Main)
                    Include(child);
            }
            if (clause.Kind is ClauseKind.Infinitive or ClauseKind.Participle && clause.Parent is { } parent)
                Include(parent);
        }
        foreach (var argument in candidate.Arguments)
        {
            for (var t = 0; t < sentence.Tokens.Length; t++)
            {
                if (argument.Span.Contains(sentence.Tokens[t].Span))
                {
                    first = Math.Min(first, t);
                    last = Math.Max(last, t);
                }
            }
        }
        return sentence.SpanOf(first, Math.Min(last, sentence.Tokens.Length - 1));

        void Include(Clause each)
        {
            if (each.Last < 0)
                return;
            first = Math.Min(first, each.First);
            last = Math.Max(last, each.Last);
        }
    }
}
