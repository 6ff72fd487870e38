using System.Collections.Immutable;
using Backchannel.Languages;
using Backchannel.Understanding.Statements;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Understanding.Contents;

/// <summary>Finds what is said to be so: contacts, bargaining, pressure and positions, with who takes part, how, when and where.</summary>
internal sealed class Contents
{
    private readonly List<Sentence> _sentences;
    private readonly ImmutableArray<Figure> _figures;
    private readonly ILookup<int, Attribution> _attributions;
    private readonly ImmutableArray<Moment>.Builder _moments;

    /// <summary>The contacts spoken of so far: what "those talks" and "we are talking" go on with.</summary>
    private readonly List<Candidate> _topics = [];

    private Contents(
        List<Sentence> sentences,
        ImmutableArray<Figure> figures,
        List<Attribution> attributions,
        ImmutableArray<Moment>.Builder moments
    )
    {
        _moments = moments;
        _sentences = sentences;
        _figures = figures;
        _attributions = attributions.ToLookup(attribution => attribution.Sentence);
    }

    public static List<Candidate> Find(
        List<Sentence> sentences,
        ImmutableArray<Figure> figures,
        List<Attribution> attributions,
        ImmutableArray<Moment>.Builder moments
    )
    {
        var contents = new Contents(sentences, figures, attributions, moments);
        var found = new List<Candidate>();
        for (var s = 0; s < sentences.Count; s++)
            found.AddRange(contents.InSentence(s));
        return found;
    }

    private List<Candidate> InSentence(int s)
    {
        var sentence = _sentences[s];
        var candidates = new List<Candidate>();
        foreach (var hit in sentence.Hits)
        {
            if (hit.Cue.Kind != CueKind.Trigger)
                continue;
            // 接受訪問: what says where one speaks to the press is no meeting of two sides.
            if (
                sentence.Hits.Exists(medium =>
                    medium.Cue.Kind == CueKind.Medium
                    && medium.Cue.Is("interview")
                    && medium.Length > hit.Length
                    && medium.Covers(hit.Head)
                )
            )
            {
                sentence.Reject(hit, "spoken to the press, not to the other side");
                continue;
            }
            if (IsInsideName(sentence, hit))
            {
                sentence.Reject(hit, "part of a name");
                continue;
            }
            // "talep etti": the noun of a verb of two words is no second trigger.
            if (
                sentence.VerbLast
                && hit.Cue.Class == WordClass.Noun
                && sentence.Hits.Exists(other =>
                    other.Cue is { Kind: CueKind.Trigger, Class: WordClass.Verb }
                    && other.Length > hit.Length
                    && other.First <= hit.First
                    && hit.Last < other.Last
                    && other.Head > hit.Last
                    && other.Cue.Type!.Family == hit.Cue.Type!.Family
                )
            )
            {
                sentence.Reject(hit, "the noun of a verb of two words");
                continue;
            }
            if (Candidate(s, sentence, hit) is { } candidate)
                candidates.Add(candidate);
            else
                sentence.Reject(hit, "no clause or noun phrase holds it in its class");
        }
        var pairs = candidates.Count == 0 ? default : new LastPair(LastTwo(Side), LastTwo(Person));
        foreach (var candidate in candidates)
        {
            new Arguments(sentence, _figures, candidate, pairs).Fill();
            // "Moskova iki taraf arasında": whoever stands between is neither.
            if (sentence.VerbLast && candidate.Type == ContentType.Mediation)
                candidate.Arguments.RemoveAll(argument =>
                    argument.Slot == Slot.Party
                    && candidate.In(Slot.Intermediary).Any(between => between.Figure == argument.Figure)
                );
            Circumstances.Read(candidate);
            Date(candidate);
            Complete(candidate);
        }
        TakeIn(candidates);
        // "It is not known with whom they will meet" tells of no meeting.
        Drop(
            candidates,
            "it is not known with whom",
            candidate =>
                candidate.Family == Family.Contact
                && Sides(candidate).Count < 2
                && sentence.Hits.Exists(hit => hit.Cue.Kind == CueKind.Hedge && hit.Cue.Is("doubt"))
        );
        Drop(
            candidates,
            "spoken to the press, not to the other side",
            candidate => candidate.Family == Family.Contact && IsToPress(candidate)
        );
        foreach (var candidate in candidates.ToList())
        {
            if (WhyNot(candidate) is not { } why)
                continue;
            sentence.Reject(candidate.Trigger, why, candidate.Why);
            candidates.Remove(candidate);
        }
        candidates = Merge(candidates);
        candidates.AddRange(candidates.SelectMany(OneByOne).ToList());
        // "desteklemekle suçladı": what one is accused of or threatened with is no fact.
        Drop(
            candidates,
            "only what somebody is accused of or threatened with",
            candidate =>
                sentence.VerbLast
                && candidate.Clause is { Kind: ClauseKind.Infinitive, Parent: { } charged }
                && candidates.Exists(other =>
                    other.Clause == charged && (other.Family == Family.Pressure || other.Type == ContentType.Criticism)
                )
        );
        // "refused to meet" is a meeting refused, and no second thing.
        Drop(
            candidates,
            "it says how what is refused stands, and is no second thing",
            candidate =>
                candidate.Type == ContentType.Refusal
                && candidates.Exists(other =>
                    other != candidate
                    && other.Status == Status.Refused
                    && (
                        other.Clause is { Kind: ClauseKind.Infinitive } refused && refused.Parent == candidate.Clause
                        // "رفض لقاء": a noun of doing is refused like an infinitive.
                        || other is { Family: Family.Contact, Nominal: { Marker.Length: 0 } noun }
                            && candidate.Clause?.Objects.Contains(noun) == true
                        || sentence.VerbLast
                            && other.Clause == candidate.Clause
                            && other is { Family: Family.Contact, Nominal: not null }
                    )
                )
        );
        foreach (var candidate in candidates)
        {
            if (
                candidate.Family == Family.Contact
                && (candidate.CarriedFrom is null || candidate.TellsOwnSide)
                && Sides(candidate).Count >= 2
            )
            {
                _topics.Add(candidate);
                if (_topics.Count > TopicsKept)
                    _topics.RemoveAt(0);
            }
        }
        return candidates;
    }

    /// <summary>"lifted the sanctions against Chile": the noun in the words of another thing is none of its own, and its target is whom that is done to.</summary>
    private static void TakeIn(List<Candidate> candidates)
    {
        foreach (
            var noun in candidates
                .Where(each => each is { Nominal: not null, Family: Family.Pressure or Family.Position })
                .ToList()
        )
        {
            var around = candidates.Find(other =>
                other.Type != noun.Type
                && other.Trigger.Length > noun.Trigger.Length
                && other.Trigger.Covers(noun.Trigger.Head)
            );
            if (around is null)
                continue;
            var slot = around.Family == Family.Pressure ? Slot.Target : Slot.Addressee;
            if (!around.In(slot).Any())
            {
                foreach (var target in noun.In(Slot.Target, Slot.Addressee).ToList())
                {
                    if (!around.In(Slot.Actor).Any(actor => actor.Figure == target.Figure))
                        around.Arguments.Add(target with { Slot = slot });
                }
            }
            noun.Sentence.Reject(noun.Trigger, "it stands in the words of another thing", noun.Why);
            candidates.Remove(noun);
        }
    }

    private static void Drop(List<Candidate> candidates, string why, Func<Candidate, bool> where)
    {
        foreach (var candidate in candidates.Where(where).ToList())
        {
            candidate.Sentence.Reject(candidate.Trigger, why, candidate.Why);
            candidates.Remove(candidate);
        }
    }

    /// <summary>"Two meetings: the first in Geneva in May and the second in Oslo": each with the time and place told of it.</summary>
    private IEnumerable<Candidate> OneByOne(Candidate candidate)
    {
        var sentence = candidate.Sentence;
        if (candidate.Family != Family.Contact || candidate.Nominal is null)
            yield break;
        var starts = sentence
            .Hits.Where(hit => hit.Cue.Kind == CueKind.Ordinal && hit.First > candidate.Nominal.FullLast)
            .Select(hit => hit.Last)
            .Distinct()
            .Order()
            .ToList();
        var told = new List<(int? Moment, Argument? Place, int Word)>();
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : sentence.Tokens.Length;
            var verb = sentence.Clauses.FindIndex(clause =>
                clause.Verb is { } own && own.Main > starts[i] && own.Main < end
            );
            if (verb >= 0)
                break;
            var place = sentence
                .Nominals.Where(nominal =>
                    nominal.First > starts[i]
                    && nominal.Last < end
                    && nominal.Reference is { Figure: >= 0 } where
                    && Arguments.MayBePlace(_figures[where.Figure])
                    && sentence.MarkerOf(nominal) is { } marker
                    && marker.Cue.Is("locative")
                )
                .Select(nominal => new Argument(
                    Slot.Place,
                    nominal.Reference!.Figure,
                    sentence.SpanOf(nominal.First, nominal.Last)
                ))
                .FirstOrDefault();
            var moment = sentence
                .Times.Where(time => time.First > starts[i] && time.Last < end)
                .Select(time => (int?)time.Moment)
                .FirstOrDefault();
            if (place is null && moment is null)
                break;
            told.Add((moment, place, starts[i]));
        }
        if (told.Count < 2)
            yield break;
        foreach (var (moment, place, word) in told)
            yield return candidate.One(moment, place, $"one by one: '{sentence.Texts[word]}'");
        // Where and when one of them was is not where and when they all were.
        candidate.Arguments.RemoveAll(argument => told.Exists(one => one.Place == argument));
        if (told.Exists(one => one.Moment == candidate.Moment))
            candidate.Moment = null;
    }

    /// <summary>A reader of a long article goes back no further than so many contacts.</summary>
    private const int TopicsKept = 50;

    /// <summary>A day this near ahead is meant as such; one further off may be of another year ("held talks in May").</summary>
    private const int DaysAhead = 14;

    /// <summary>What the status makes of the words of time beside it.</summary>
    private void Date(Candidate candidate)
    {
        if (candidate.Moment is not { } index)
            return;
        var moment = _moments[index];
        // "to meet on Friday" is the Friday ahead.
        if (
            moment is { IsBareWeekday: true, Anchor.From: { } said, When.From: { } day }
            && candidate.Status is Status.Planned or Status.Proposed
            && day <= said
        )
        {
            _moments.Add(moment with { When = Interval.Day(day.AddDays(7)) });
            candidate.Moment = _moments.Count - 1;
        }
        // "meets her tomorrow": what lies ahead of the day of publication has not been held.
        else if (
            moment is { Anchor: { IsUnknown: false } published, When.From: { } begins }
            && (published.To ?? published.From) is { } today
            && today < begins
            && begins <= today.AddDays(DaysAhead)
            && candidate.Status is Status.Held or Status.Ongoing or Status.Unknown
            && candidate.Family == Family.Contact
        )
            candidate.Status = Status.Planned;
        // "the highest visit in years": the years are not when it was.
        else if (
            moment.When is { From: not null, To: null }
            && candidate.Status is Status.Held
            && candidate.Type is { Name: "meeting" or "visit" or "call" or "message" }
        )
            candidate.Moment = null;
    }

    private static bool IsInsideName(Sentence sentence, Hit hit)
    {
        foreach (var other in sentence.Hits)
        {
            if (
                other.Cue.Kind is CueKind.World
                && other.First <= hit.First
                && hit.Last <= other.Last
                && other.Length > hit.Length
            )
                return true;
        }
        var nominal = sentence.Nominals.Find(each => each.First <= hit.Head && hit.Head <= each.Last);
        return nominal?.Reference is { Kind: MentionKind.Name } reference
            && reference.CoreFirst <= hit.Head
            && hit.Head <= reference.CoreLast;
    }

    private static Candidate? Candidate(int s, Sentence sentence, Hit hit)
    {
        var verbClause = sentence.Clauses.Find(clause =>
            clause.Verb is { } verb && verb.First <= hit.Head && hit.Head <= verb.Main
        );
        if (hit.Cue.Class is WordClass.Verb or WordClass.Adjective && verbClause is null)
        {
            // A predicate adjective ("is ready to") stands behind its copula.
            verbClause = sentence.Clauses.FindLast(clause =>
                clause.Verb is { } verb
                && verb.Main < hit.Head
                && hit.Head - verb.Main <= 4
                && clause.Kind is not ClauseKind.Infinitive
            );
            if (verbClause is null || hit.Cue.Class == WordClass.Verb)
                return null;
        }
        if (hit.Cue.Class != WordClass.Noun && verbClause is not null)
            return new()
            {
                Sentence = sentence,
                SentenceIndex = s,
                Trigger = hit,
                Clause = verbClause,
            };
        var nominal = sentence.Nominals.Find(each => each.First <= hit.Head && hit.Head <= each.Last);
        if (nominal is null)
            return null;
        // "görüşmeler hakkında konuştu": what is spoken about.
        if (
            sentence.Postpositions
            && nominal.Marker.Length > 0
            && hit.Cue.Type!.Family == Family.Contact
            && hit.Cue.Frame!.For(nominal.Marker) == Slot.Topic
        )
            return null;
        // "toplantı salonu", "ateşkes teklifi": where the head stands last, a noun before it only tells what kind.
        if (sentence.Postpositions && hit.Last < nominal.Last && sentence.Tags[nominal.Last].Upos is Upos.Noun)
            return null;
        var head = nominal;
        while (head.AttachedTo is { } on)
            head = on;
        var inClause =
            sentence.Clauses.Find(clause =>
                clause.Objects.Contains(nominal)
                || clause.Obliques.Contains(nominal)
                || clause.Subject == nominal && !clause.SubjectIsCarried
            )
            ?? sentence.Clauses.Find(clause =>
                clause.Objects.Contains(head)
                || clause.Obliques.Contains(head)
                || clause.Subject == head && !clause.SubjectIsCarried
            )
            ?? sentence.Clauses.FindLast(clause => clause.First <= nominal.First && nominal.Last <= clause.Last);
        return new()
        {
            Sentence = sentence,
            SentenceIndex = s,
            Trigger = hit,
            Nominal = nominal,
            Clause = inClause,
        };
    }

    /// <summary>Puts the speaker's side for "we", and what an earlier sentence said of the same contact.</summary>
    private void Complete(Candidate candidate)
    {
        var firstPerson = false;
        for (var a = 0; a < candidate.Arguments.Count; a++)
        {
            var argument = candidate.Arguments[a];
            if (!argument.IsFirstPerson)
                continue;
            var attribution = Saying(candidate);
            var speaker = attribution?.Speakers.LastOrDefault(each => !each.IsMedia);
            if (speaker is null)
            {
                candidate.Arguments.RemoveAt(a--);
                continue;
            }
            firstPerson = true;
            // "We" of somebody who holds an office is the side it belongs to.
            var side =
                candidate
                    .Sentence.Nominals.Find(nominal =>
                        candidate.Sentence.SpanOf(nominal.First, nominal.Last) == argument.Span
                    )
                    ?.Pronoun?.Is("plural") == true
                    ? _figures[speaker.Figure].ActsFor ?? speaker.Figure
                    : speaker.Figure;
            candidate.Arguments[a] = argument with { Figure = side, IsFirstPerson = false };
        }
        // "It is worrying", "he must go": whoever says so is the one who criticises, who demands.
        if (
            candidate.Trigger.Cue.Frame!.For("speaker") is { } slot
            && Saying(candidate) is { Speakers: [.., { IsMedia: false } speaking] }
        )
        {
            candidate.Arguments.Add(new(slot, speaking.Figure, speaking.Span ?? candidate.Sentence.Span));
            candidate.Why.Add("speaker -> " + _figures[speaking.Figure].Name);
            // "Holm said that he must go": what one asks of oneself or of one's own side is asked of nobody.
            candidate.Arguments.RemoveAll(argument =>
                argument.Slot is Slot.Addressee or Slot.Target && SameSide(argument.Figure, speaking.Figure)
            );
            // "He must not go": the saying is done, whatever is to be done or left.
            if (candidate.Status is Status.Proposed or Status.Planned or Status.Refused)
                candidate.Status = Status.Held;
            candidate.Polarity = Polarity.Affirmed;
        }
        if (candidate.Family != Family.Contact)
            return;
        // "Secret people", "an envoy": whose, the words do not say; they may be any side of the earlier contact.
        var sides = Sides(candidate).Where(figure => !IsVague(figure)).ToList();
        if (sides.Count >= 2)
            return;
        var said = Saying(candidate);
        var speakers =
            said?.Speakers.Where(speaker => !speaker.IsMedia && !speaker.IsAnonymous)
                .Select(speaker => _figures[speaker.Figure].ActsFor ?? speaker.Figure)
                .Distinct()
                .ToList()
            ?? [];
        // "Both have confirmed that talks were going on": talks between those who confirm.
        if (
            sides.Count == 0
            && speakers.Count >= 2
            && candidate.Nominal is { AttachedTo: null } or { AttachedTo.Reference: null }
        )
        {
            foreach (var (figure, speaker) in speakers.Zip(said!.Speakers))
                candidate.Arguments.Add(new(Slot.Party, figure, speaker.Span ?? candidate.Sentence.Span));
            candidate.Why.Add("between those who say so");
            return;
        }
        // "There was no meeting", "denied that any contact took place": what is denied is what was said to be so.
        var denied = candidate.Polarity == Polarity.Negated || said?.Stance is Stance.Denies;
        if (
            (GoesOn(candidate, firstPerson) || IsTold(candidate) || denied && candidate.Nominal is not null)
            && Earlier(candidate, sides) is { } topic
        )
        {
            // "Negotiations with Iceland" go on between states, whoever met before.
            var amongStates = sides.Count > 0 && sides.TrueForAll(side => _figures[side].Type == ActorType.State);
            foreach (
                var argument in topic
                    .In(Slot.Party, Slot.Visitor, Slot.Host)
                    .Where(argument => !sides.Exists(side => SameSide(side, argument.Figure)))
            )
                candidate.Arguments.Add(
                    argument with
                    {
                        Slot = candidate.Type == ContentType.Visit ? argument.Slot : Slot.Party,
                        Figure = amongStates && Side(argument.Figure) is >= 0 and var state ? state : argument.Figure,
                    }
                );
            candidate.CarriedFrom = topic.Sentence.Span;
            candidate.TellsOwnSide = sides.Count > 0;
            candidate.Why.Add("parties carried from an earlier sentence");
            return;
        }
        // "There has been no encounter with them", said of oneself.
        if (
            sides.Count == 1
            && speakers.Count == 1
            && !SameSide(sides[0], speakers[0])
            && candidate.Type != ContentType.Visit
            && (
                candidate.Polarity == Polarity.Negated
                // "denied that there were talks with Washington"
                || denied && candidate.Clause is { Kind: ClauseKind.Complement }
                || candidate.Sentence.QuotationOf[candidate.Trigger.Head] >= 0
            )
        )
        {
            candidate.Arguments.Add(new(Slot.Party, speakers[0], said!.Speakers[0].Span ?? candidate.Sentence.Span));
            candidate.Why.Add("with the one who says so");
        }
    }

    /// <summary>The first act of saying that covers the candidate's trigger.</summary>
    private Attribution? Saying(Candidate candidate) =>
        _attributions[candidate.SentenceIndex].FirstOrDefault(each => each.Covers(candidate.Trigger.Head));

    private bool IsVague(int figure) =>
        !_figures[figure].IsNamed
        && _figures[figure].ActsFor is null
        && (_figures[figure].IsAnonymous || _figures[figure].IsEnvoy);

    private static List<int> Sides(Candidate candidate) =>
        [.. candidate.In(Slot.Party, Slot.Visitor, Slot.Host).Select(argument => argument.Figure).Distinct()];

    /// <summary>The two of the latest contact between two that <paramref name="as"/> can tell.</summary>
    private ImmutableArray<int> LastTwo(Func<int, int> @as)
    {
        for (var t = _topics.Count - 1; t >= 0; t--)
        {
            if (_topics[t].Type == ContentType.Visit || _topics[t].Type == ContentType.Mediation)
                continue;
            var two = Sides(_topics[t]).Select(@as).Distinct().ToImmutableArray();
            if (two.Length == 2 && !two.Contains(-1))
                return two;
        }
        return [];
    }

    private int Person(int figure) => _figures[figure] is { IsNamed: true, Type: ActorType.Person } ? figure : -1;

    /// <summary>Whom a figure acts for in the end; itself where it acts for nobody.</summary>
    private int End(int figure)
    {
        while (_figures[figure].ActsFor is { } side)
            figure = side;
        return figure;
    }

    /// <summary>The state or body a figure is or, in the end, acts for; -1 where it is and does neither.</summary>
    private int Side(int figure)
    {
        figure = End(figure);
        return _figures[figure] is { IsNamed: true, Type: ActorType.State or ActorType.Body or ActorType.Group }
            ? figure
            : -1;
    }

    private static bool IsAnother(Candidate candidate) =>
        candidate.Nominal is { } nominal
        && Enumerable
            .Range(nominal.First, nominal.Last - nominal.First + 1)
            .Any(t => candidate.Sentence.HitAt(t, CueKind.Determiner) is { } hit && hit.Cue.Is("again"));

    /// <summary>Within so many sentences a contact of the same kind is meant rather than one told later.</summary>
    private const int SentencesBack = 12;

    /// <summary>The latest contact of a kind that fits, between named or official sides, with the side already known among them.</summary>
    private Candidate? Earlier(Candidate candidate, List<int> sides)
    {
        var fitting = _topics.FindAll(topic =>
            (topic.Type == ContentType.Visit) == (candidate.Type == ContentType.Visit)
            // "He sent a letter" goes on with no meeting; "the talks" may have been by letter.
            && (candidate.Type != ContentType.Message || topic.Type == ContentType.Message)
            && Sides(topic).TrueForAll(figure => _figures[figure].IsNamed || _figures[figure].ActsFor is not null)
            && sides.TrueForAll(side => Sides(topic).Exists(figure => SameSide(side, figure)))
            && Sides(topic).Exists(figure => !sides.Exists(side => SameSide(side, figure)))
        );
        // "That conversation" is the last conversation, whatever other contact was spoken of in between.
        var near = fitting.FindAll(topic => candidate.SentenceIndex - topic.SentenceIndex <= SentencesBack);
        // "A third meeting" goes on with whatever contacts were spoken of last.
        if (IsAnother(candidate))
            return fitting.LastOrDefault();
        return near.FindLast(topic =>
                topic.Sentence.Forms[topic.Trigger.Head] == candidate.Sentence.Forms[candidate.Trigger.Head]
            )
            ?? near.FindLast(topic => topic.Type == candidate.Type)
            ?? fitting.LastOrDefault();
    }

    private bool SameSide(int a, int b) => a == b || End(a) == End(b);

    /// <summary>
    /// Whether the words point back and say something new of the earlier contact: "we are talking", "a third meeting was scheduled". A mere
    /// "the purpose of the talks" says nothing new.
    /// </summary>
    private static bool GoesOn(Candidate candidate, bool firstPerson)
    {
        if (firstPerson)
            return !candidate.Trigger.Cue.Is("weak");
        var sentence = candidate.Sentence;
        if (candidate.Nominal is not { } nominal)
            return candidate.Clause?.Subject is { IsDefinite: true } subject
                && candidate.Trigger.First >= subject.First
                && candidate.Trigger.First <= subject.Last;
        if (
            nominal.AttachedTo is not null
            || candidate.Clause is not { Verb: { } verb } clause
            || clause.Subject != nominal && !clause.Objects.Contains(nominal) && !clause.Obliques.Contains(nominal)
        )
            return false;
        // Talks take two: "agreed to peace talks" leaves the other side to what was said before.
        if (
            candidate.In(Slot.Party).Any()
            && clause.Subject != nominal
            && candidate.Type != ContentType.Visit
            && sentence.HitAt(verb.Main, CueKind.Support) is not null
        )
            return true;
        var points = nominal.IsDefinite || nominal.IsDemonstrative || IsAnother(candidate);
        // To announce or confirm "the visit" repeats it; to hold, cancel or plan "the talks" tells more of them.
        return points
            && (
                // "in this conversation, which took place on Monday, he said"
                sentence.Clauses.Exists(relative =>
                    relative is { Kind: ClauseKind.Relative, Verb: { } held }
                    && relative.Antecedent == nominal
                    && sentence.HitAt(held.Main, CueKind.Support) is { } told
                    && !told.Cue.Is("about")
                )
                || sentence.HitAt(verb.Main, CueKind.Support) is { } support && !support.Cue.Is("about")
                || sentence.HitAt(verb.Main, CueKind.Status) is not null
            );
    }

    /// <summary>
    /// Whether something is told of a contact without its sides: "the conversation lasted an hour". Where it only belongs to another noun
    /// ("the purpose of the talks") or may be anything ("if there is a meeting"), nothing is told of it.
    /// </summary>
    private static bool IsTold(Candidate candidate) =>
        candidate is { Nominal: { AttachedTo: null } nominal, Clause: { } clause, Status: not Status.Hypothetical }
        && (clause.Subject == nominal || clause.Objects.Contains(nominal));

    private static bool IsPress(Figure figure) =>
        figure.IsAudience || figure.Type is ActorType.Outlet or ActorType.Agency;

    /// <summary>"They spoke on condition of anonymity": to the press, and with nobody else.</summary>
    private static bool IsToPress(Candidate candidate) =>
        candidate.Trigger.Cue.Class == WordClass.Verb
        && Sides(candidate).Count < 2
        && candidate.Sentence.Hits.Exists(hit =>
            hit.Cue.Kind == CueKind.Anonymity
            && hit.First > candidate.Trigger.Last
            && hit.First - candidate.Trigger.Last <= WordsToAnonymity
        );

    /// <summary>"spoke to us only on condition of": so many words may stand between.</summary>
    private const int WordsToAnonymity = 4;

    /// <summary>Why a candidate tells of nothing; null where it does.</summary>
    private string? WhyNot(Candidate candidate)
    {
        var cue = candidate.Trigger.Cue;
        bool Acts(Argument argument) => _figures[argument.Figure].Type is not ActorType.Place;
        return candidate.Family switch
        {
            Family.Contact => WhyNoContact(candidate),
            Family.Bargain => !candidate.In(Slot.Actor).Any(Acts) ? "nobody was found who does it"
            : cue.Is("weak") && !candidate.In(Slot.Addressee).Any() && !IsSigned(candidate)
                ? "the word alone says too little, and nobody was found to whom"
            : null,
            // To charge or blame takes somebody who is charged.
            Family.Pressure
                when candidate.Type == ContentType.Accusation
                    && cue.Class == WordClass.Verb
                    && !candidate.In(Slot.Target).Any(Acts) => "nobody was found whom it is done to",
            // A town is attacked as a state is.
            Family.Pressure => candidate.In(Slot.Actor).Any(Acts)
            || candidate.In(Slot.Target).Any(target => Acts(target) || candidate.Type == ContentType.UseOfForce)
                && !cue.Is("weak")
                ? null
                : "nobody was found who does it",
            _ => !candidate.In(Slot.Actor).Any(Acts) ? "nobody was found whose position it is"
            : cue.Is("weak") && !candidate.In(Slot.Addressee, Slot.Target).Any(Acts)
                ? "the word alone says too little, and nobody was found towards whom"
            : null,
        };
    }

    /// <summary>"Norway and Chile signed an accord": it takes two, and neither is the one it is made to.</summary>
    private static bool IsSigned(Candidate candidate) =>
        candidate.Type == ContentType.Agreement
        && candidate is { Nominal: { } accord, Clause: { Verb: { } verb } clause }
        && clause.Objects.Contains(accord)
        && candidate.In(Slot.Actor).Skip(1).Any()
        && candidate.Sentence.HitAt(verb.Main, CueKind.Support) is { } support
        && !support.Cue.Is("about")
        && !candidate.Sentence.HitsAt(verb.Main, CueKind.Trigger).Any();

    private string? WhyNoContact(Candidate candidate)
    {
        var cue = candidate.Trigger.Cue;
        bool Acts(Argument argument) => _figures[argument.Figure].Type is not ActorType.Place;
        if (candidate.In(Slot.Party, Slot.Visitor, Slot.Host).Any(argument => IsPress(_figures[argument.Figure])))
            return "to speak to the press is no contact";
        if (candidate.Type == ContentType.Visit)
        {
            if (
                cue.Is("place-needed")
                && !candidate
                    .In(Slot.Host)
                    .Any(argument => _figures[argument.Figure].Type is ActorType.State or ActorType.Place)
            )
                return "a visit in these words wants a place, and none was found";
            if (
                cue.Is("person-needed")
                && !candidate
                    .In(Slot.Visitor)
                    .Any(argument => _figures[argument.Figure].Type is ActorType.Person or ActorType.Group)
            )
                return "a visit in these words wants people who go, and none were found";
            return !candidate.In(Slot.Visitor).Any(Acts) ? "no visitor was found"
                : candidate.In(Slot.Host, Slot.Place).Any() || cue.Class == WordClass.Noun ? null
                : "neither host nor place was found";
        }
        if (candidate.Type == ContentType.Mediation)
            return candidate.In(Slot.Intermediary).Any(Acts) && candidate.In(Slot.Party).Any()
                ? null
                : "mediation wants one between and a side, and both were not found";
        // To see something is to meet nobody.
        if (
            cue.Is("person-needed")
            && cue.Class == WordClass.Verb
            && candidate
                .In(Slot.Party)
                .Any(argument => _figures[argument.Figure].Type is not (ActorType.Person or ActorType.Group))
        )
            return "these words want people on both sides";
        var parties = candidate
            .In(Slot.Party, Slot.Visitor, Slot.Host, Slot.Intermediary)
            .Select(argument => argument.Figure)
            .Distinct()
            .Count();
        var plural = candidate
            .In(Slot.Party)
            .Any(argument => _figures[argument.Figure].IsPlural && !_figures[argument.Figure].IsNamed);
        return parties >= 2 || parties == 1 && plural && cue.Class == WordClass.Verb && !cue.Is("weak")
            ? null
            : "a contact takes two sides, and both were not found";
    }

    /// <summary>Several words for one thing in one sentence make one content: the one that tells most.</summary>
    private static List<Candidate> Merge(List<Candidate> candidates)
    {
        var kept = new List<Candidate>();
        foreach (
            var candidate in candidates
                .OrderByDescending(each => each.Arguments.Count)
                .ThenBy(each => each.Type == ContentType.Contact)
                .ThenBy(each => each.Trigger.First)
        )
        {
            var same = kept.Find(each => SameThing(each, candidate));
            if (same is null)
            {
                kept.Add(candidate);
                continue;
            }
            candidate.Sentence.Reject(
                candidate.Trigger,
                "tells the same as other words of the sentence",
                candidate.Why
            );
            if (
                same.Status is Status.Unknown or Status.Held
                && candidate.Status is not (Status.Unknown or Status.Held)
                && !IsPurpose(candidate, same)
            )
                same.Status = candidate.Status;
            same.Secret ??= candidate.Secret;
            same.Moment ??= candidate.Moment;
            same.IsHedged |= candidate.IsHedged;
            if (candidate.Polarity == Polarity.Negated)
                same.Polarity = Polarity.Negated;
        }
        return [.. kept.OrderBy(each => each.Trigger.First)];
    }

    /// <summary>"have met to discuss": what they met for.</summary>
    private static bool IsPurpose(Candidate candidate, Candidate of) =>
        candidate.Clause is { Kind: ClauseKind.Infinitive, Parent: { } parent } && parent == of.Clause;

    private static bool IsDone(Candidate candidate) => candidate.Status is Status.Held or Status.Ongoing;

    private static bool IsAhead(Candidate candidate) => candidate.Status is Status.Planned or Status.Proposed;

    private static bool SameThing(Candidate a, Candidate b)
    {
        if (a.Family != b.Family)
            return false;
        // "There were talks in May and there will be more" tells of two.
        if (
            a.Family == Family.Contact
            && a.Clause != b.Clause
            && (IsDone(a) && IsAhead(b) && !IsPurpose(b, a) || IsDone(b) && IsAhead(a) && !IsPurpose(a, b))
        )
            return false;
        if (a.Family != Family.Contact)
            return a.Type == b.Type
                && b.Arguments.TrueForAll(argument => a.Arguments.Exists(other => other.Figure == argument.Figure));
        var general =
            a.Type == ContentType.Contact
            || b.Type == ContentType.Contact
            || a.Type == ContentType.Negotiation
            || b.Type == ContentType.Negotiation;
        if (a.Type != b.Type && !general)
            return false;
        // Who brings a message is no party to it.
        var theirs = a.In(Slot.Party, Slot.Visitor, Slot.Host, Slot.Intermediary)
            .Select(argument => argument.Figure)
            .ToHashSet();
        return b.In(Slot.Party, Slot.Visitor, Slot.Host).All(argument => theirs.Contains(argument.Figure));
    }
}
