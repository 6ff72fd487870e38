using System.Collections.Immutable;
using Backchannel.Languages;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Understanding.Statements;

/// <summary>Finds who says what: verbs of saying, "according to", reports, quotations, and speech that goes on.</summary>
internal sealed class Attributions
{
    private readonly List<Sentence> _sentences;
    private readonly List<Quotation> _quotations;
    private readonly ImmutableArray<Figure> _figures;
    private readonly LanguagePack _pack;
    private readonly List<Attribution> _all = [];

    /// <summary>Subjects, their posts and addressees may stand between a verb of saying and what is said; further words than these do not.</summary>
    private const int FarthestComplement = 40;

    /// <summary>Behind a question, who asks it is named within so many words.</summary>
    private const int FarthestAsker = 10;

    /// <summary>Through which media an unnamed source has spoken so far.</summary>
    private readonly Dictionary<int, List<Speaker>> _relayed = [];

    /// <summary>Who spoke last, for verbs without a subject and quotations without a name.</summary>
    private Attribution? _last;

    private Attributions(
        List<Sentence> sentences,
        List<Quotation> quotations,
        ImmutableArray<Figure> figures,
        LanguagePack pack
    )
    {
        _sentences = sentences;
        _quotations = quotations;
        _figures = figures;
        _pack = pack;
    }

    public static List<Attribution> Find(
        List<Sentence> sentences,
        List<Quotation> quotations,
        ImmutableArray<Figure> figures,
        LanguagePack pack
    )
    {
        var finder = new Attributions(sentences, quotations, figures, pack);
        for (var s = 0; s < sentences.Count; s++)
            finder.Read(s);
        finder.PointBack();
        return finder._all;
    }

    private void Read(int s)
    {
        var sentence = _sentences[s];
        var here = new List<Attribution>();
        foreach (var clause in sentence.Clauses)
        {
            if (FromVerb(s, sentence, clause) is { } spoken)
                here.Add(spoken);
        }
        if (FromColon(s, sentence) is { } announced)
            here.Add(announced);
        foreach (var quotation in sentence.QuotationOf.Where(quotation => quotation >= 0).Distinct())
        {
            if (FromQuotation(s, sentence, quotation, here) is { } quoted)
                here.Add(quoted);
        }
        foreach (var hit in sentence.Hits)
        {
            var found = hit.Cue.Kind switch
            {
                CueKind.Attribute => FromPreposition(s, sentence, hit),
                CueKind.Report => FromReport(s, sentence, hit),
                _ => null,
            };
            if (found is not null)
                here.Add(found);
        }
        if (here.Count == 0 && GoesOn(s, sentence) is { } continued)
            here.Add(continued);
        here.RemoveAll(attribution =>
            here.Exists(other =>
                other != attribution
                && other.Clause is not null
                && attribution.Clause is null
                && other.First <= attribution.First
                && attribution.Last <= other.Last
                && other.Speakers.Exists(speaker => attribution.Speakers.Exists(same => same.Figure == speaker.Figure))
            )
        );
        here.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Last.CompareTo(a.Last));
        Relays(here);
        Range(sentence, here);
        Quote(s, sentence, here);
        Nest(here);
        InQuotations(s, sentence, here);
        MarkAnswers(sentence, here);
        _all.AddRange(here);
        foreach (var chain in here.SelectMany(attribution => attribution.Chains()))
        {
            if (
                chain.Length > 1
                && chain[^1].IsAnonymous
                && chain.Take(chain.Length - 1).Where(speaker => speaker.IsMedia).ToList() is { Count: > 0 } through
            )
                _relayed.TryAdd(chain[^1].Figure, through);
        }
        if (
            (
                here.FindLast(attribution =>
                    attribution.Speakers.Count > 0
                    && attribution.Stance != Stance.Declines
                    && attribution.Within is null
                    && !attribution.IsRelay
                )
                ?? here.FindLast(attribution => attribution.Speakers.Count > 0 && attribution.Stance != Stance.Declines)
            ) is
            { } latest
        )
            _last = latest;
    }

    /// <summary>"Об этом сообщили два источника.", "Lo hanno riferito due fonti.": they said what the sentence before tells.</summary>
    private void PointBack()
    {
        foreach (var attribution in _all.ToList())
        {
            var sentence = _sentences[attribution.Sentence];
            var before = attribution.Sentence - 1;
            if (
                attribution is not { Clause: { Verb: { } verb } clause, Speakers.Count: > 0, Within: null }
                || before < 0
                || _sentences[before].Passage != sentence.Passage
                || HasComplement(sentence, clause, verb)
                || sentence.QuotationOf.Any(quotation => quotation >= 0)
                || sentence.Clauses.Count(each => each.Verb is { IsFinite: true }) > 1
                || !sentence.Hits.Exists(hit =>
                    hit.Cue.Kind == CueKind.Back
                    && Math.Abs(hit.Head - verb.Main) <= FarthestBack
                    && !sentence.IsTime(hit.Last)
                    // "this agreement" is no word of its own.
                    && !sentence.Nominals.Exists(nominal =>
                        nominal.First <= hit.Last && hit.Last <= nominal.Last && nominal.First < nominal.Last
                    )
                )
                || _all.Exists(other => other.Sentence == before && other.Content.Count > 0)
            )
                continue;
            attribution.Content.Clear();
            _all.Add(
                new()
                {
                    Sentence = before,
                    Speakers = [.. attribution.Speakers.Select(each => each with { Span = null })],
                    Relays = [.. attribution.Relays.Select(each => each with { Span = null })],
                    Stance = attribution.Stance,
                    First = 0,
                    Last = 0,
                    IsCarried = true,
                    Said = attribution.Said,
                    Why = "the next sentence says who said so; " + attribution.Why,
                    Content = { (0, _sentences[before].Tokens.Length - 1) },
                }
            );
        }
    }

    /// <summary>"об этом во вторник сообщили": so many words may stand between what points back and the verb.</summary>
    private const int FarthestBack = 5;

    /// <summary>Who says it: the subject, or behind a word that points back ("Das sagte ein Sprecher") the phrase that stands for it.</summary>
    private static Nominal? Sayer(Sentence sentence, Clause clause) =>
        clause is { Subject: { Reference: null } pointer, Verb: { } verb }
        && pointer.Last < verb.First
        && sentence.HitAt(pointer.First, CueKind.Back) is not null
            ? clause.Objects.Find(nominal => nominal.Reference is { IsActor: true }) ?? clause.Subject
            : clause.Subject;

    private static bool IsQuoted(Sentence sentence, int token) => sentence.QuotationOf[token] >= 0;

    /// <summary>The paper inside a source's description ("the WSJ source"), or the one it spoke to before.</summary>
    private IEnumerable<Speaker> RelaysOf(Sentence sentence, Nominal? nominal, List<Speaker> speakers)
    {
        if (speakers is not [{ IsAnonymous: true } source])
            return [];
        var inside = nominal?.Inner.Find(inner =>
            inner.Figure >= 0
            && inner.Figure != source.Figure
            && _figures[inner.Figure].Type is ActorType.Outlet or ActorType.Agency
        );
        if (inside is not null)
            return [new(inside.Figure, sentence.SpanOf(inside.CoreFirst, inside.CoreLast), true, false)];
        return _relayed.TryGetValue(source.Figure, out var before)
            ? before.Select(speaker => speaker with { Span = speaker.Span })
            : [];
    }

    private Speaker? SpeakerOf(Sentence sentence, Nominal? nominal)
    {
        if (nominal?.Reference is not { Figure: >= 0 } reference)
            return null;
        // "The Wall Street Journal report" speaks for the paper.
        if (
            reference.Tags.Contains("report")
            && nominal.Inner.Find(inner =>
                inner.Figure >= 0 && _figures[inner.Figure].Type is ActorType.Outlet or ActorType.Agency
            )
                is { } paper
        )
            return new(paper.Figure, sentence.SpanOf(paper.CoreFirst, paper.CoreLast), true, false);
        var figure = _figures[reference.Figure];
        var isMedia = figure.Type is ActorType.Outlet or ActorType.Agency;
        return new(
            reference.Figure,
            reference.Kind == MentionKind.Description
                ? sentence.SpanOf(nominal.FullFirst, nominal.FullLast)
                : sentence.SpanOf(nominal.First, nominal.Last),
            isMedia,
            figure.IsAnonymous || reference.Tags.Contains("report")
        );
    }

    /// <summary>The listed speakers of a subject: "AP and the Wall Street Journal reported".</summary>
    private List<Speaker> SpeakersOf(Sentence sentence, Nominal? nominal) =>
        nominal is null
            ? []
            : [.. nominal.All().Select(each => SpeakerOf(sentence, each)).OfType<Speaker>().SelectMany(Members)];

    /// <summary>"Both sides said": each of them.</summary>
    private IEnumerable<Speaker> Members(Speaker speaker) =>
        _figures[speaker.Figure].Members is { IsEmpty: false } members
            ? members.Select(member => speaker with { Figure = member })
            : [speaker];

    private Attribution? FromVerb(int s, Sentence sentence, Clause clause)
    {
        if (clause.Verb is not { } verb || IsQuoted(sentence, verb.Main))
            return null;
        Hit? best = null;
        foreach (var hit in sentence.HitsAt(verb.Main, CueKind.Say))
        {
            // "declined to comment" belongs to the first of its verbs.
            if (sentence.VerbLast ? hit.Head != verb.Main : hit.First < verb.First - (verb.IsSerial ? 0 : 1))
                continue;
            if (best is null || hit.Length > best.Value.Length)
                best = hit;
        }
        if (
            best is null
            && sentence.Hits.Find(hit =>
                hit.Cue.Kind == CueKind.Say
                && hit.Length > 1
                && hit.First >= verb.First
                && hit.First <= verb.Main + 1
                && (!sentence.VerbLast || hit.Head <= verb.Main)
            )
                is { Cue: not null } near
        )
            best = near;
        if (best is not { } cue)
            return null;
        var hasContent = HasComplement(sentence, clause, verb);
        if (
            cue.Cue.Is("weak")
            && !hasContent
            && !HasQuoteNear(sentence, clause)
            && !FollowsQuote(s)
            && !IsAsSaid(sentence, clause)
            && !IsSaidBefore(sentence, clause, verb)
        )
            return Rejected(sentence, cue, "a word that says something only with a quotation or a clause behind it");
        // To reject a proposal is to refuse; to reject a report is to deny.
        if (cue.Cue.Is("of-report") && !hasContent && !clause.Objects.Exists(nominal => IsOfReport(sentence, nominal)))
            return Rejected(sentence, cue, "it rejects no report");
        if (cue.Cue.Is("relay"))
            return Relay(s, sentence, clause, verb, cue);
        // "se dice que", "trascendió que": the words name nobody and want nobody.
        var hearsay = cue.Cue.Is("hearsay");
        var speakers = verb.IsPassive || hearsay ? [] : SpeakersOf(sentence, Sayer(sentence, clause));
        // 'Korhan, "... . ..." dedi': whoever stands before a quotation of several sentences says it.
        if (
            sentence.VerbLast
            && speakers.Count == 0
            && !hearsay
            && clause.Subject is null
            && Opener(s, verb) is { } opener
        )
            speakers = opener;
        if (verb.IsPassive)
        {
            // "was told by X", "it was reported by X"; without an agent, nobody vouches for it.
            foreach (var oblique in clause.Obliques)
            {
                if (sentence.MarkerOf(oblique) is { } by && by.Cue.Is("agent"))
                    speakers = SpeakersOf(sentence, oblique);
            }
            hearsay |= speakers.Count == 0;
            if (hearsay && cue.Cue.Stance is not (Stance.Asserts or Stance.Hedges))
                return Rejected(sentence, cue, "passive, and nobody is named who says it");
        }
        else if (speakers.Count == 0 && !hearsay)
        {
            if (
                clause.Subject is { IsPronoun: true } first && first.Pronoun?.Is("first") == true
                || verb.IsFirst && (clause.Subject is null || clause.SubjectIsCarried)
            )
                return Rejected(sentence, cue, "told in the first person");
            // "В МИД заявили": where nobody else speaks, the office does.
            if (
                _pack.Settings.OfficesSpeak
                && (clause.Subject is null || clause.SubjectIsCarried)
                && clause.Obliques.Find(office => office.First < verb.First && IsOffice(sentence, office))
                    is { } speaking
            )
                speakers = SpeakersOf(sentence, speaking);
            // A verb without a subject of its own goes on with whoever spoke last, if somebody did just before.
            else if (clause.Subject is null or { IsPronoun: true } && _last is { } last && last.Sentence >= s - 2)
                speakers = [.. last.Speakers.Select(speaker => speaker with { Span = null })];
            if (speakers.Count == 0)
                return Rejected(sentence, cue, "nobody was found who says it");
        }
        var stance = StanceOf(sentence, cue, verb);
        // "has refused to confirm", "declined to say".
        if (
            clause is { Kind: ClauseKind.Infinitive, Parent.Verb: { } governing }
            && sentence.HitsAt(governing.Main, CueKind.Status).Any(hit => hit.Cue.Status == Status.Refused)
        )
            stance = Stance.Declines;
        // A paper or a report that "confirms" tells; it is no party to what it tells.
        if (stance == Stance.Confirms && speakers.TrueForAll(speaker => speaker.IsMedia))
            stance = Stance.Asserts;
        var attribution = new Attribution
        {
            Sentence = s,
            Speakers = speakers,
            Stance = stance,
            Clause = clause,
            IsHearsay = hearsay,
            First = Math.Min(
                clause.SubjectIsCarried || clause.Subject is null || sentence.VerbLast
                    ? verb.First
                    : clause.Subject.MarkerFirst,
                sentence.VerbLast ? Math.Min(cue.First, verb.First) : verb.First
            ),
            Last = Math.Max(verb.Main, cue.Last),
            Words = (Math.Min(verb.First, cue.First), Math.Max(verb.Main, cue.Last)),
            Said = sentence
                .Times.Where(time =>
                    (clause.Times.Contains(time.First) || time.First >= clause.First)
                    && time.Last <= verb.Main + (_pack.Settings.SerialVerbs ? 0 : 6)
                    && (!sentence.VerbLast || clause.Times.Contains(time.First))
                    && !Between(sentence, verb.Main, time.First)
                )
                .Select(time => (int?)time.Moment)
                .FirstOrDefault(),
            Why = cue.Cue.ToString(),
        };
        // 否认了: a mark of aspect belongs to its verb.
        if (
            _pack.Settings.SerialVerbs
            && attribution.Last + 1 < sentence.Tokens.Length
            && sentence.Tokens[attribution.Last + 1] is { IsWord: true, Span.Length: 1 }
            && sentence.Grammar[attribution.Last + 1] is CueKind.Adverb
        )
            attribution.Last++;
        // "told Efe", "en declaraciones a Efe": the agency spoken to is the one that relays it.
        foreach (var told in clause.Objects.Concat(clause.Obliques))
        {
            if (told.First > verb.Main + 8 || told.Reference is not { Figure: >= 0 } whom)
                continue;
            var addressee =
                told.Marker.Length == 0
                    ? cue.Cue.Is("addressee") || _pack.Settings.HeadFirst
                    : sentence.MarkerOf(told) is { } to && to.Cue.Is("addressee");
            if (!addressee)
                continue;
            if (
                _figures[whom.Figure] is { Type: ActorType.Agency or ActorType.Outlet, IsOwnOutlet: false }
                && !whom.Tags.Contains("report")
                && !(_pack.Settings.SerialVerbs && whom.Tags.Contains("plural"))
            )
                attribution.Relays.Add(SpeakerOf(sentence, told)!);
            attribution.Last = Math.Max(attribution.Last, told.FullLast);
        }
        // "قال مسؤول طلب عدم الكشف عن هويته لوكالة رويترز": whom he spoke to stands behind what is told of him.
        if (_pack.Settings.VerbFirst && clause.Subject is { } source)
        {
            foreach (
                var addressed in sentence
                    .Clauses.Where(relative => relative.Kind == ClauseKind.Relative && relative.Antecedent == source)
                    .SelectMany(relative => relative.Obliques)
                    .Where(addressed =>
                        addressed.Reference is { Figure: >= 0 } medium
                        && !medium.Tags.Contains("report")
                        && _figures[medium.Figure].Type is ActorType.Agency or ActorType.Outlet
                        && sentence.PrepositionAt(addressed.MarkerFirst) is { } to
                        && to.Cue.Is("addressee")
                        && !attribution.Relays.Exists(relay => relay.Figure == medium.Figure)
                    )
            )
            {
                attribution.Relays.Add(SpeakerOf(sentence, addressed)!);
                attribution.Last = Math.Max(attribution.Last, addressed.FullLast);
            }
        }
        // "Reuters'a konuşan yetkili söyledi": what tells of the speaker tells whom he spoke to.
        if (sentence.VerbLast && clause.Subject is { } described)
        {
            foreach (
                var told in sentence
                    .Clauses.Where(each =>
                        each.Kind == ClauseKind.Relative
                        && (
                            each.Antecedent == described
                            // "Reuters'a yaptığı açıklamada"
                            || each is { SubjectIsCarried: true, Verb.IsNominal: true } && each.Subject == described
                        )
                    )
                    .SelectMany(each => each.Obliques)
            )
            {
                if (
                    told.Reference is { Figure: >= 0 } whom
                    && _figures[whom.Figure] is { Type: ActorType.Agency or ActorType.Outlet, IsOwnOutlet: false }
                    && sentence.MarkerOf(told) is { } to
                    && to.Cue.Is("addressee")
                    && !whom.Tags.Contains("report")
                    && !whom.Tags.Contains("plural")
                )
                    attribution.Relays.Add(SpeakerOf(sentence, told)!);
            }
        }
        if (attribution.Relays.Count == 0)
            attribution.Relays.AddRange(RelaysOf(sentence, clause.Subject, speakers));
        // "described the rumours as a lie": what is denied stands between the words that deny it.
        if (
            cue.Cue.Stance == Stance.Denies
            && clause.Objects.Find(nominal => cue.First < nominal.First && nominal.FullLast < cue.Last) is { } denied
        )
            attribution.Content.Add((denied.First, denied.FullLast));
        return attribution;
    }

    /// <summary>The subject without a verb that stands before the quotation that this sentence goes on with.</summary>
    private List<Speaker>? Opener(int s, VerbGroup verb)
    {
        var q = _sentences[s].QuotationOf[..Math.Max(verb.First, 0)].LastOrDefault(quotation => quotation >= 0, -1);
        if (q < 0 || _quotations[q].FirstSentence >= s)
            return null;
        var sentence = _sentences[_quotations[q].FirstSentence];
        var first = Array.IndexOf(sentence.QuotationOf, q);
        var waiting = sentence.Clauses.FindLast(each =>
            each is { Kind: ClauseKind.Main, Verb: null, Subject: not null }
            && each.Subject.Last < first
            && !IsQuoted(sentence, each.Subject.First)
        );
        var speakers = SpeakersOf(sentence, waiting?.Subject);
        return speakers.Count == 0 ? null : speakers;
    }

    /// <summary>"Luca Nardi: «…»": a name or post before a colon and a quotation says it.</summary>
    private Attribution? FromColon(int s, Sentence sentence)
    {
        var colon = sentence.Units.FindIndex(unit => unit.Kind == UnitKind.Colon);
        if (
            colon <= 0
            || sentence.Units[0].Nominal is not { Marker.Length: 0 } nominal
            || sentence.Units.Take(colon).Any(unit => unit.Kind is UnitKind.Verb or UnitKind.Comma)
            || IsQuoted(sentence, nominal.First)
            || !OpensQuote(sentence, sentence.Units[colon].Last + 1)
        )
            return null;
        var speakers = SpeakersOf(sentence, nominal);
        if (speakers.Count == 0 || _figures[speakers[0].Figure].Type is ActorType.Place)
            return null;
        return new()
        {
            Sentence = s,
            Speakers = speakers,
            Stance = Stance.Asserts,
            First = 0,
            Last = sentence.Units[colon].Last,
            Words = (sentence.Units[colon].First, sentence.Units[colon].Last),
            Why = "a name before a colon and a quotation",
            Content = { (sentence.Units[colon].Last + 1, sentence.Tokens.Length - 1) },
        };
    }

    /// <summary>"«...», the crowd chanted": what a clause beside a quotation can only mean, though no list knows its verb.</summary>
    private Attribution? FromQuotation(int s, Sentence sentence, int quotation, List<Attribution> here)
    {
        if (
            Quotations.ClauseBeside(sentence, quotation) is not { Verb: { } verb } clause
            || here.Exists(attribution => attribution.Clause == clause || attribution.Clause is null)
            || SpeakersOf(sentence, clause.Subject) is not { Count: > 0 } speakers
        )
            return null;
        var first = Array.IndexOf(sentence.QuotationOf, quotation);
        var last = Array.LastIndexOf(sentence.QuotationOf, quotation);
        return new()
        {
            Sentence = s,
            Speakers = speakers,
            Stance = Stance.Asserts,
            Clause = clause,
            First = Math.Min(clause.Subject!.MarkerFirst, verb.First),
            Last = Math.Max(verb.Main, clause.Subject.FullLast),
            Words = (verb.First, verb.Main),
            Why = "a clause beside a quotation",
            Content = { (first, last) },
        };
    }

    /// <summary>Remembers why words of saying lead no further.</summary>
    private static Attribution? Rejected(Sentence sentence, Hit cue, string why)
    {
        sentence.Reject(cue, why);
        return null;
    }

    /// <summary>"Er habe den Plan abgelehnt.": behind what somebody said, a sentence in the subjunctive is more of it.</summary>
    private Attribution? GoesOn(int s, Sentence sentence)
    {
        if (
            !_pack.Settings.FreeIndirect
            || _last is not { } last
            || last.Sentence != s - 1
            || sentence.Tokens.Length == 0
            || sentence.QuotationOf.Any(quotation => quotation >= 0)
            || sentence.Clauses.Find(clause => clause is { Kind: ClauseKind.Main, Verb: not null })
                is not { Verb: { IsSubjunctive: true, IsPossible: false } verb }
        )
            return null;
        return new()
        {
            Sentence = s,
            Speakers = [.. last.Speakers.Select(each => each with { Span = null })],
            Relays = [.. last.Relays.Select(each => each with { Span = null })],
            Stance = Stance.Asserts,
            First = verb.First,
            Last = verb.First,
            IsCarried = true,
            Why = "the subjunctive goes on with what was said; " + last.Why,
            Content = { (0, sentence.Tokens.Length - 1) },
        };
    }

    private static bool IsOfReport(Sentence sentence, Nominal nominal)
    {
        foreach (var hit in sentence.Hits)
        {
            if (
                nominal.First <= hit.Head
                && hit.Head <= nominal.Last
                && (hit.Cue.Kind == CueKind.Report || hit.Cue.Type == ContentType.Accusation)
            )
                return true;
        }
        return false;
    }

    private static bool Between(Sentence sentence, int from, int to)
    {
        for (var t = Math.Min(from, to) + 1; t < Math.Max(from, to); t++)
        {
            if (sentence.Grammar[t] is CueKind.Complementizer or CueKind.Relative or CueKind.Subordinator)
                return true;
        }
        return false;
    }

    private static bool IsThatReport(Nominal nominal) =>
        nominal.Reference is { } report
        && report.Tags.Contains("report")
        && (nominal.IsDemonstrative || nominal.PossessiveWord?.Is("third") == true);

    private bool IsOffice(Sentence sentence, Nominal nominal) =>
        nominal.Reference is { Figure: >= 0 } reference
        && (
            _figures[reference.Figure] is { Type: ActorType.Body or ActorType.State }
            || _figures[reference.Figure].Known?.StartsWith("capital:", StringComparison.Ordinal) == true
        )
        && sentence.PrepositionAt(nominal.MarkerFirst) is { } hit
        && hit.Cue.Is("locative");

    private static Stance StanceOf(Sentence sentence, Hit hit, VerbGroup verb)
    {
        var stance = hit.Cue.Stance ?? Stance.Asserts;
        if (hit.Cue.Is("hedges"))
            stance = Stance.Hedges;
        // "no es cierto que": where the cue's own words negate, the negation is part of what it means.
        var ownNegator = Enumerable.Range(hit.First, hit.Length).Any(t => sentence.Grammar[t] is CueKind.Negator);
        if (verb.IsNegated && !ownNegator)
        {
            stance = stance switch
            {
                Stance.Asserts or Stance.Confirms => Stance.Declines,
                Stance.Denies => Stance.Hedges,
                _ => stance,
            };
        }
        return stance;
    }

    /// <summary>"citing sources": whom a medium says it has it from.</summary>
    private Attribution? Relay(int s, Sentence sentence, Clause clause, VerbGroup verb, Hit cue)
    {
        var behind = clause
            .Objects.Concat(clause.Obliques)
            .Where(nominal => sentence.VerbLast || nominal.First > verb.Main)
            .Where(nominal => nominal != Sayer(sentence, clause))
            .ToList();
        // "quoted from sources": where a preposition marks the source, nothing else is one.
        var marked = behind
            .Where(nominal =>
                nominal.Marker.Length > 0 && sentence.MarkerOf(nominal) is { } from && from.Cue.Is("source")
            )
            .ToList();
        var sources = (marked.Count > 0 ? marked : behind)
            .SelectMany(nominal => SpeakersOf(sentence, nominal))
            .ToList();
        if (sources.Count == 0)
            return Rejected(sentence, cue, "no source was found behind it");
        // Several papers that cite the same source relay it each on its own: their act of saying lists them.
        var relay = SpeakersOf(sentence, Sayer(sentence, clause))
            .Where(speaker => speaker.IsMedia && !sources.Exists(source => source.Figure == speaker.Figure))
            .ToList();
        if (relay.Count > 1)
            relay.Clear();
        return new()
        {
            Sentence = s,
            IsRelay = true,
            Relays = relay,
            Speakers =
            [
                .. sources.Select(source =>
                    source with
                    {
                        IsAnonymous = source.IsAnonymous || !_figures[source.Figure].IsNamed,
                    }
                ),
            ],
            Stance = Stance.Asserts,
            Clause = clause,
            Words = (verb.First, verb.Main),
            First = verb.First,
            Last = Math.Max(
                verb.Main,
                (marked.Count > 0 ? marked : behind)
                    .SelectMany(nominal => nominal.All())
                    .Select(nominal => nominal.FullLast)
                    .DefaultIfEmpty(clause.Last)
                    .Max()
            ),
            Why = cue.Cue.ToString(),
        };
    }

    private Attribution? FromPreposition(int s, Sentence sentence, Hit hit)
    {
        if (IsQuoted(sentence, hit.First))
            return null;
        // "по его словам": the words are those of whoever spoke last.
        if (hit.Cue.Is("own"))
            return _last is { } own && own.Sentence >= s - 2
                ? new()
                {
                    Sentence = s,
                    Speakers = [.. own.Speakers.Select(each => each with { Span = null })],
                    Stance = hit.Cue.Stance ?? Stance.Asserts,
                    First = hit.First,
                    Last = hit.Last,
                    Words = (hit.First, hit.Last),
                    Why = hit.Cue.ToString(),
                }
                : null;
        if (sentence.Postpositions)
            return FromPostposition(s, sentence, hit);
        // The noun phrase right behind it.
        var postposed = hit.Cue.Is("postposed");
        var unit =
            hit.Cue.Is("inside")
                ? sentence.Units.FindIndex(each =>
                    each.Kind is UnitKind.Nominal && each.First <= hit.Last && hit.Last <= each.Last
                )
            : postposed ? sentence.Units.FindIndex(each => each.Last == hit.First - 1 && each.Kind is UnitKind.Nominal)
            : sentence.Units.FindIndex(each => each.First > hit.Last - 1 && each.Kind is UnitKind.Nominal);
        if (unit < 0 || sentence.Units[unit].First > hit.Last + 3)
            return Rejected(sentence, hit, "no noun phrase stands beside it");
        var nominal = sentence.Units[unit].Nominal!;
        // "as [it] reported, the paper": a pronoun between is nobody.
        if (nominal.IsPronoun && unit + 1 < sentence.Units.Count && sentence.Units[unit + 1].Nominal is { } behind)
            nominal = behind;
        while (postposed && nominal.AttachedTo is { } described)
            nominal = described;
        var speakers = SpeakersOf(sentence, nominal);
        // "according to that account", "in his words", "den Angaben zufolge": those of whoever spoke last.
        if (
            (
                speakers.Count == 0 && nominal.PossessiveWord?.Is("third") == true
                || IsThatReport(nominal)
                || postposed
                    && nominal is { IsDefinite: true, Attached.Count: 0, Inner.Count: 0 }
                    && nominal.Reference?.Tags.Contains("report") == true
            )
            && _last is { } before
            && before.Sentence >= s - 2
        )
            speakers = [.. before.Speakers.Select(each => each with { Span = null })];
        if (speakers.Count == 0)
            return Rejected(sentence, hit, "what stands beside it is nobody who speaks");
        var relays = RelaysOf(sentence, nominal, speakers).ToList();
        var last = postposed ? hit.Last : nominal.All().Max(each => each.FullLast);
        // "as a source told Reuters"
        var told = sentence.Nominals.Find(each => each.MarkerFirst == last + 1 && each.Marker.Length > 0);
        if (
            told?.Reference is { Figure: >= 0 } whom
            && _figures[whom.Figure].Type is ActorType.Agency or ActorType.Outlet
            && sentence.MarkerOf(told) is { } to
            && to.Cue.Is("addressee")
        )
        {
            relays = [SpeakerOf(sentence, told)!];
            last = told.FullLast;
        }
        // "wie die Agentur unter Berufung auf einen Beamten berichtet": who says so has it from them.
        var cited = hit.Cue.Is("relay");
        if (
            cited
            && sentence.Clauses.Find(each =>
                each.First <= hit.First
                && hit.Last <= each.Last
                && each.Verb is { } verb
                && sentence.HitAt(verb.Main, CueKind.Say) is not null
            )
                is { } saying
        )
            relays =
            [
                .. SpeakersOf(sentence, Sayer(sentence, saying))
                    .Where(speaker => speaker.IsMedia && !speakers.Exists(each => each.Figure == speaker.Figure)),
            ];
        return new()
        {
            Sentence = s,
            IsRelay = cited,
            Speakers = speakers,
            Relays = relays,
            Stance = hit.Cue.Stance ?? Stance.Asserts,
            First = postposed ? nominal.MarkerFirst : hit.First,
            Last = last,
            Words = (hit.First, hit.Last),
            Why = hit.Cue.ToString(),
        };
    }

    /// <summary>"Reuters'a göre": the noun phrase right before it.</summary>
    private Attribution? FromPostposition(int s, Sentence sentence, Hit hit)
    {
        // "kaynaklara dayandırdığı habere göre": the relay says it.
        if (hit.First > 0 && sentence.HitAt(hit.First - 1, CueKind.Say) is { } relay && relay.Cue.Is("relay"))
            return null;
        var nominal =
            sentence.Nominals.Find(each => each.MarkerHit is { } own && own == hit)
            ?? sentence.Nominals.FindLast(each => each.Last < hit.First && each.Last >= hit.First - 2);
        // "Bakanlığın açıklamasına göre": whose statement it is.
        if (nominal is not null && SpeakersOf(sentence, nominal).Count == 0)
            nominal = nominal.Attached.LastOrDefault() ?? nominal;
        var speakers = SpeakersOf(sentence, nominal);
        if (nominal is null || speakers.Count == 0)
            return Rejected(sentence, hit, "what stands beside it is nobody who speaks");
        return new()
        {
            Sentence = s,
            Speakers = speakers,
            Relays = [.. RelaysOf(sentence, nominal, speakers)],
            Stance = hit.Cue.Stance ?? Stance.Asserts,
            First = nominal.All().Min(each => each.First),
            Last = hit.Last,
            Words = (hit.First, hit.Last),
            Why = hit.Cue.ToString(),
        };
    }

    /// <summary>"a Wall Street Journal report that ...", "rumours of ...": a noun that says, with what it says behind it.</summary>
    private Attribution? FromReport(int s, Sentence sentence, Hit hit)
    {
        if (IsQuoted(sentence, hit.First))
            return null;
        var nominal = sentence.Nominals.Find(each => each.First <= hit.First && hit.Last <= each.Last);
        if (
            nominal is null
            || sentence.Clauses.Exists(clause =>
                clause.Subject == nominal
                && clause.Verb is { } verb
                && sentence.HitAt(verb.Main, CueKind.Say) is not null
            )
        )
            return null;
        var after = nominal.Last + 1;
        var complement = after < sentence.Tokens.Length && sentence.Grammar[after] is CueKind.Complementizer;
        // "rumours of", "speculation about"
        var hedged =
            hit.Cue.Stance == Stance.Hedges
            && (
                nominal.Attached.Count > 0
                || after < sentence.Tokens.Length && sentence.Grammar[after] is CueKind.Preposition
            )
            // "a claim against the firm" is one that courts hear.
            && !sentence.Hits.Exists(against =>
                against.First == after && against.Cue.Kind == CueKind.Preposition && against.Cue.Is("against")
            );
        if (!complement && !hedged)
            return Rejected(sentence, hit, "no words say what is reported");
        // "denied the rumours of talks": the denial speaks of them, nobody else does.
        if (
            !complement
            && sentence.Clauses.Exists(clause =>
                clause.Objects.Contains(nominal)
                && clause.Verb is { } verb
                && sentence.HitsAt(verb.Main, CueKind.Say).Any(say => say.Cue.Stance is not (null or Stance.Asserts))
            )
        )
            return null;
        var owner = nominal
            .Inner.Select(inner => inner.Figure)
            .Where(figure => figure >= 0 && _figures[figure].Type is ActorType.Outlet or ActorType.Agency)
            .ToList();
        var attribution = new Attribution
        {
            Sentence = s,
            Speakers =
            [
                .. owner.Select(figure => new Speaker(
                    figure,
                    sentence.SpanOf(nominal.First, nominal.Last),
                    true,
                    false
                )),
            ],
            Stance = hit.Cue.Stance ?? Stance.Asserts,
            IsHearsay = owner.Count == 0,
            First = nominal.First,
            Last = nominal.Last,
            Words = (hit.First, hit.Last),
            Why = hit.Cue.ToString(),
        };
        attribution.Content.Add((after, EndOfContent(sentence, after, null)));
        return attribution;
    }

    private static bool HasComplement(Sentence sentence, Clause clause, VerbGroup verb) =>
        sentence.Clauses.Exists(child =>
            child.Parent == clause
            && child.Kind is ClauseKind.Complement or ClauseKind.Infinitive
            && (
                sentence.VerbLast && child.Last < verb.Main
                || Start(child) > verb.Main && Start(child) <= verb.Main + FarthestComplement
            )
        );

    private static int Start(Clause clause) => clause.Opener >= 0 ? clause.Opener : clause.First;

    /// <summary>"«Why not?» Holm asked.": the sentence before ends with a quotation that closes.</summary>
    private bool FollowsQuote(int s) =>
        s > 0
        && _sentences[s - 1].Passage == _sentences[s].Passage
        && _sentences[s - 1].QuotationOf[^1] is >= 0 and var quotation
        && _quotations[quotation].IsClosed
        && _quotations[quotation].LastSentence == s - 1;

    /// <summary>"As the paper writes, ...": what is said comes behind the clause.</summary>
    private static bool IsAsSaid(Sentence sentence, Clause clause) =>
        clause is { Kind: ClauseKind.Adverbial, Opener: >= 0 } && StartsSentence(sentence, clause.Opener);

    /// <summary>"The ship stays in port, wrote Holm": behind a sentence of its own and a comma, the verb comes before its subject.</summary>
    private bool IsSaidBefore(Sentence sentence, Clause clause, VerbGroup verb) =>
        !_pack.Settings.VerbFirst
        && !sentence.VerbLast
        && clause is { Kind: ClauseKind.Main, SubjectIsCarried: false, Subject: { } subject }
        && verb is { IsFinite: true, IsPassive: false }
        && subject.First > verb.Main
        && verb.First > 1
        && !sentence.Tokens[verb.First - 1].IsWord
        && sentence.Clauses.Exists(said =>
            said is { Kind: ClauseKind.Main, Verb.IsFinite: true, Subject: not null } && said.Last < verb.First
        );

    /// <summary>Whether a sentence holds a quotation that the clause may lead to; a participle's follows it at once ("asking, «...»").</summary>
    private static bool HasQuoteNear(Sentence sentence, Clause clause)
    {
        if (clause.Kind != ClauseKind.Participle)
            return clause.Kind == ClauseKind.Main && sentence.QuotationOf.Any(quotation => quotation >= 0);
        var quote = Array.FindIndex(sentence.QuotationOf, clause.Verb!.Main + 1, quotation => quotation >= 0);
        return quote > 0
            && sentence.QuotationOf[clause.Verb.Main] < 0
            && !Enumerable.Range(clause.Verb.Main + 1, quote - clause.Verb.Main - 1).Any(t => sentence.Tags[t].IsVerb);
    }

    /// <summary>Says for each act which words it covers: those behind it, or before it where it stands at the end.</summary>
    private void Range(Sentence sentence, List<Attribution> here)
    {
        var count = sentence.Tokens.Length;
        for (var a = 0; a < here.Count; a++)
        {
            var attribution = here[a];
            if (attribution.Content.Count > 0)
                continue;
            var start = attribution.Last + 1;
            // "As Holm said in an interview, ...": what is said comes behind the clause that tells who says it.
            if (attribution.Clause is { } told && IsAsSaid(sentence, told))
                start = Math.Max(start, Math.Min(told.Last + 1, count - 1));
            // "said on Friday that ...": when and where it was said stands between.
            var that = NextComplementizer(sentence, start);
            if (that > 0 && attribution.Clause is not null)
                start = that;
            if (sentence.VerbLast && !OpensQuote(sentence, start))
            {
                RangeBefore(sentence, here, attribution);
                continue;
            }
            var follows =
                attribution.Clause is { Verb: { } verb } clause
                && (!IsRelayed(attribution) || HasComplement(sentence, clause, verb))
                    ? HasComplement(sentence, clause, verb)
                        || _pack.Settings.SerialVerbs && !EndsSentence(sentence, attribution.Last)
                        || attribution.Stance == Stance.Declines
                        || clause.Kind is ClauseKind.Infinitive
                        || OpensQuote(sentence, start)
                        || that > 0
                        || StartsSentence(sentence, attribution.First)
                        // "اتصل بالوزير وأبلغه باستعداد": behind "and" the words said come after the verb.
                        || _pack.Settings.VerbFirst
                            && verb.First > 0
                            && sentence.Grammar[verb.First - 1] is CueKind.Coordinator
                            && !EndsSentence(sentence, attribution.Last)
                        || clause.Kind is ClauseKind.Relative && !EndsSentence(sentence, attribution.Last)
                    : !EndsSentence(sentence, attribution.Last)
                        && (
                            StartsSentence(sentence, attribution.First, Base(here, attribution))
                            || attribution.Clause is null && FollowsComplementizer(sentence, attribution.First)
                        );
            // "«...», he said to applause": behind a quotation that closes, how it was said follows.
            var isBehind = attribution.First > 0 && sentence.QuotationOf[attribution.First - 1] >= 0;
            if (follows && start < count && !(isBehind && that <= 0 && !OpensQuote(sentence, start)))
            {
                attribution.Content.Add(
                    (start, EndOfContent(sentence, start, attribution.Clause, _pack.Settings.SerialVerbs))
                );
                // "Without confirming the talks, a source told ...": what is not confirmed ends with its own clause.
                if (
                    attribution.Clause is { Kind: ClauseKind.Participle, Parent.Verb: { } main } leading
                    && !IsRelayed(attribution)
                    && leading.Last < main.First
                    && start <= leading.Last
                )
                    attribution.Content[^1] = (start, leading.Last);
                // "Holm, who rejected the accusations, phoned": what is denied in passing ends with its own clause.
                else if (
                    attribution
                        is { Stance: Stance.Denies, Clause: { Kind: ClauseKind.Relative, Objects.Count: > 0 } aside }
                    && !HasComplement(sentence, aside, aside.Verb!)
                    && start <= aside.Last
                )
                    attribution.Content[^1] = (start, aside.Last);
                continue;
            }
            var end = attribution.First - 1;
            while (end >= 0 && !sentence.Tokens[end].IsWord)
                end--;
            if (end < 0)
            {
                if (start < count)
                    attribution.Content.Add((start, count - 1));
                continue;
            }
            var from = 0;
            // What an earlier act of saying at the same level covers is not said twice.
            foreach (var earlier in here.Take(a))
            {
                if (
                    earlier.Clause is not null
                    && attribution.Clause is not null
                    && earlier.Last < attribution.First
                    && earlier.Content.Count > 0
                    && earlier.Content[^1].Last < attribution.First
                )
                    from = Math.Max(from, earlier.Content[^1].Last + 1);
            }
            // "asks that Norway recognise it": inside a clause that tells what somebody else said, nothing before it is said.
            if (attribution.Clause is { Kind: ClauseKind.Complement, Opener: >= 0, AfterComma: false } inner)
                from = Math.Max(from, inner.First);
            if (from <= end)
                attribution.Content.Add((from, end));
        }
    }

    /// <summary>Where verbs stand last, what is said stands before the verb and behind whoever says it; what is according to somebody follows.</summary>
    private static void RangeBefore(Sentence sentence, List<Attribution> here, Attribution attribution)
    {
        if (attribution is not { Clause: { } clause, IsRelay: false })
        {
            var start = attribution.Last + 1;
            if (!EndsSentence(sentence, attribution.Last))
                attribution.Content.Add((start, sentence.Tokens.Length - 1));
            else if (attribution.First > 0)
                attribution.Content.Add((0, attribution.First - 1));
            return;
        }
        var end = attribution.First - 1;
        while (end >= 0 && !sentence.Tokens[end].IsWord)
            end--;
        var from = 0;
        var told = sentence
            .Clauses.Where(child =>
                child.Last < attribution.First
                && child.Ancestors().Contains(clause)
                && child
                    .Ancestors()
                    .Prepend(child)
                    .Any(each => each.Parent == clause && each.Kind is ClauseKind.Complement or ClauseKind.Infinitive)
            )
            .ToList();
        if (told.Count > 0)
            from = told.Min(child => child.First);
        else if (clause.Subject is { } subject && subject.MarkedLast <= end)
            from = subject.All().Concat(subject.Renamed).Max(each => each.MarkedLast) + 1;
        foreach (var earlier in here)
        {
            if (
                earlier != attribution
                && earlier.Clause is { Kind: ClauseKind.Main }
                && earlier.Last < attribution.First
            )
                from = Math.Max(from, earlier.Last + 1);
        }
        while (from <= end && !sentence.Tokens[from].IsWord)
            from++;
        if (from <= end)
            attribution.Content.Add((from, end));
        else if (attribution.Stance is not Stance.Asserts)
            attribution.Content.Add((attribution.First, attribution.Last));
    }

    private static bool IsRelayed(Attribution attribution) => attribution.IsRelay;

    /// <summary>The complementizer that comes before any verb, and not far behind; -1 where there is none.</summary>
    private static int NextComplementizer(Sentence sentence, int start)
    {
        for (var t = start; t < Math.Min(start + FarthestComplement, sentence.Tokens.Length); t++)
        {
            if (sentence.Grammar[t] is CueKind.Complementizer)
                return t;
            if (sentence.Tags[t].IsVerb || sentence.QuotationOf[t] >= 0 || sentence.Grammar[t] is CueKind.Relative)
                return -1;
        }
        return -1;
    }

    private static bool OpensQuote(Sentence sentence, int token)
    {
        for (var t = token; t < Math.Min(token + 4, sentence.Tokens.Length); t++)
        {
            if (sentence.QuotationOf[t] >= 0)
                return true;
        }
        return false;
    }

    /// <summary>Where the words around an act of saying begin: with the sentence, or with what an outer one covers.</summary>
    private static int Base(List<Attribution> here, Attribution attribution)
    {
        var start = 0;
        foreach (var outer in here)
        {
            foreach (var (first, last) in outer.Content)
            {
                if (outer != attribution && first <= attribution.First && attribution.Last <= last)
                    start = Math.Max(start, first);
            }
        }
        return start;
    }

    private static bool StartsSentence(Sentence sentence, int token, int start = 0)
    {
        for (var t = start; t < token; t++)
        {
            // Only a time, a joining word or a mark stands before it: nothing has been said yet.
            if (
                sentence.Tokens[t].IsWord
                && !sentence.IsTime(t)
                && sentence.Tags[t].Upos is not (Upos.Adv or Upos.Cconj or Upos.Sconj or Upos.Adp or Upos.Part)
            )
                return false;
        }
        return true;
    }

    /// <summary>"said, as her predecessor had, that according to a source ...": what is said begins behind the complementizer.</summary>
    private static bool FollowsComplementizer(Sentence sentence, int token)
    {
        for (var t = token - 1; t >= 0; t--)
        {
            if (sentence.Grammar[t] is CueKind.Complementizer)
                return true;
            if (sentence.Tokens[t].IsWord && !sentence.IsTime(t))
                return false;
        }
        return false;
    }

    private static bool EndsSentence(Sentence sentence, int token)
    {
        for (var t = token + 1; t < sentence.Tokens.Length; t++)
        {
            if (sentence.Tokens[t].IsWord && !sentence.IsTime(t))
                return false;
        }
        return true;
    }

    /// <summary>Where what is said ends: before a clause that stands beside the one of saying and brings its own subject, or with the sentence.</summary>
    private static int EndOfContent(Sentence sentence, int start, Clause? saying, bool serial = false)
    {
        var end = sentence.Tokens.Length - 1;
        // "..., when asked about ...": the question is not part of the answer.
        foreach (var hit in sentence.Hits)
        {
            if (
                (hit.Cue.Kind == CueKind.Medium && hit.Cue.Is("answer") || hit.Cue.Is("outside"))
                && hit.First > start + 1
            )
                end = Math.Min(end, hit.First - 1);
        }
        if (saying is null)
            return end;
        // "Although officials said that ..., others disagree": what is said ends with the clause that stands before the main one.
        if (
            saying is { Kind: ClauseKind.Adverbial, Verb: { } said }
            && HasComplement(sentence, saying, said)
            && sentence.Clauses.Find(clause =>
                clause is { Kind: ClauseKind.Main, Verb: not null } && clause.First > start
            )
                is { } main
        )
            end = Math.Min(end, main.First - 1);
        foreach (var clause in sentence.Clauses)
        {
            if (
                clause == saying
                || clause.First <= start
                // 否认……，并抨击……: what he does next is no part of what he denied.
                || clause.SubjectIsCarried && !(serial && clause.Verb is { IsSerial: false })
                || clause.Subject is null
            )
                continue;
            if (
                clause.Kind == saying.Kind
                && (clause.Parent == saying.Parent || clause.Kind == ClauseKind.Main)
                && clause.First - 1 >= start
                && clause.Verb is not null
                // "A source said, having spoken to ..., that": what is said comes behind it.
                && !sentence.Clauses.Exists(child =>
                    child.Kind == ClauseKind.Complement && child.Parent == saying && Start(child) > clause.First
                )
            )
                end = Math.Min(end, clause.First - 1);
        }
        return end;
    }

    /// <summary>Gives quotations their speakers: the act of saying beside them, or whoever spoke last.</summary>
    private void Quote(int s, Sentence sentence, List<Attribution> here)
    {
        var quoted = sentence.QuotationOf.Where(q => q >= 0).Distinct().ToList();
        var told = new List<(Attribution By, int First, int Last)>();
        foreach (var q in quoted)
        {
            var first = Array.IndexOf(sentence.QuotationOf, q);
            var last = Array.LastIndexOf(sentence.QuotationOf, q);
            var beside = here.Where(attribution => attribution.Clause is not null || attribution.Speakers.Count > 0)
                .OrderBy(attribution => attribution.Clause is null || attribution.IsRelay)
                .ThenBy(attribution => Distance(attribution, first, last))
                .FirstOrDefault();
            if (beside is not null)
            {
                // "told his audience on Monday, «...»": nothing but circumstances of saying stands before what is said.
                var opening = beside.Content.FindIndex(range =>
                    range.First == beside.Last + 1
                    && range.First < first
                    && first <= range.Last
                    && !Enumerable.Range(range.First, first - range.First).Any(t => sentence.Tags[t].IsVerb)
                    && sentence.Texts[first - 1] is "," or ":"
                );
                if (opening >= 0)
                    beside.Content[opening] = (first, Math.Max(last, beside.Content[opening].Last));
                // "chanted «...» and kept going": joined to it, the one who spoke does more.
                var joined = beside.Content.FindIndex(range => range.First == first && range.Last > last);
                if (joined >= 0 && sentence.Grammar[last + 1] is CueKind.Coordinator)
                    beside.Content[joined] = (first, last);
                if (!beside.Covers(first) || !beside.Covers(last))
                    beside.Content.Add((first, last));
                told.Add((beside, first, last));
                continue;
            }
            var words = Enumerable.Range(0, sentence.Tokens.Length).Count(t => sentence.Tokens[t].IsWord);
            var within = Enumerable.Range(first, last - first + 1).Count(t => sentence.Tokens[t].IsWord);
            // A sentence that is all quotation and names nobody: its quotation's speaker stands in a neighbouring sentence.
            if (within * 10 < words * 7 && !(sentence.VerbLast && _quotations[q].LastSentence > s))
                continue;
            var quotation = _quotations[q];
            var speaker = SpeakerBeside(s, quotation);
            if (speaker is null)
                continue;
            here.Add(
                new()
                {
                    Sentence = s,
                    Speakers = [.. speaker.Speakers.Select(each => each with { Span = null })],
                    Relays = [.. speaker.Relays.Select(each => each with { Span = null })],
                    Stance = Stance.Asserts,
                    First = first,
                    Last = first,
                    IsCarried = true,
                    IsAnswer = speaker.IsAnswer,
                    Why = "quotation goes on; " + speaker.Why,
                }
            );
            here[^1].Content.Add((first, last));
        }
        // "«...,» Holm said, pointing at the map, «...»": between the parts of a quotation nothing is said.
        foreach (var parts in told.GroupBy(part => part.By))
        {
            var saying = parts.Key;
            if (!parts.Any(part => part.Last < saying.First) || !parts.Any(part => part.First > saying.Last))
                continue;
            saying.Content.Clear();
            saying.Content.AddRange(parts.Select(part => (part.First, part.Last)));
        }
    }

    /// <summary>"I will not tell you who called": what a speaker confirms, denies or will not say in direct speech is a stance of his own.</summary>
    private static void InQuotations(int s, Sentence sentence, List<Attribution> here)
    {
        foreach (var hit in sentence.Hits)
        {
            if (
                hit.Cue.Kind != CueKind.Say
                || hit.Cue.Stance is not (Stance.Declines or Stance.Denies or Stance.Confirms)
                || !IsQuoted(sentence, hit.Head)
            )
                continue;
            var clause = sentence.Clauses.FindLast(each =>
                each.First <= hit.First + 1
                && hit.First <= each.Last + 1
                && (
                    each.Subject is { IsPronoun: true } pronoun && pronoun.Pronoun?.Is("first") == true
                    || each.Verb is { IsFirst: true }
                )
            );
            var spoken = here.Find(each => each.Covers(hit.Head));
            if (clause is null || spoken is null || spoken.Speakers.Count == 0)
                continue;
            var last = hit.Last;
            while (
                last + 1 < sentence.Tokens.Length
                && sentence.QuotationOf[last + 1] >= 0
                && sentence.Texts[last + 1] is not ("," or "." or ";" or "\"" or "”" or "»")
            )
                last++;
            var stance = new Attribution
            {
                Sentence = s,
                Speakers = spoken.Speakers,
                Relays = spoken.Relays,
                Stance = hit.Cue.Stance.Value,
                First = clause.Subject?.IsPronoun == true ? clause.Subject.First : hit.First,
                Last = hit.Last,
                Said = spoken.Said,
                IsCarried = spoken.IsCarried,
                Why = hit.Cue.ToString(),
            };
            stance.Content.Add((Math.Min(hit.First, last), last));
            here.Add(stance);
        }
    }

    private static int Distance(Attribution attribution, int first, int last) =>
        attribution.Last < first ? first - attribution.Last
        : attribution.First > last ? attribution.First - last
        : 0;

    /// <summary>"“...” — Carla Ruiz": a dash and a name, and nothing else, behind a quotation.</summary>
    private Attribution? Signature(int s, Quotation quotation)
    {
        var sentence = _sentences[s];
        var dash = sentence.Units.FindIndex(unit =>
            unit.Kind == UnitKind.Dash && sentence.Tokens[unit.First].Span.Start >= quotation.Span.End
        );
        if (
            dash < 0
            || dash + 1 >= sentence.Units.Count
            || sentence.Units[dash + 1].Nominal is not { Marker.Length: 0 } name
            || sentence.Units.Skip(dash + 1).Any(unit => unit.Kind == UnitKind.Verb)
            || sentence.Tokens.Any(token =>
                token.IsWord
                && token.Span.Start >= quotation.Span.End
                && token.Span.End <= sentence.Tokens[sentence.Units[dash].First].Span.Start
            )
            || SpeakersOf(sentence, name) is not { Count: > 0 } speakers
        )
            return null;
        return new()
        {
            Sentence = s,
            Speakers = speakers,
            Stance = Stance.Asserts,
            First = sentence.Units[dash].First,
            Last = name.FullLast,
            Why = "a name behind a quotation and a dash",
        };
    }

    private Attribution? SpeakerBeside(int s, Quotation quotation)
    {
        // Later sentences of the same quotation, or the one right behind it, may name the speaker: read ahead.
        for (var ahead = s + 1; ahead <= Math.Min(quotation.LastSentence, _sentences.Count - 1); ahead++)
        {
            if (_sentences[ahead].Passage != _sentences[s].Passage)
                break;
            foreach (var clause in _sentences[ahead].Clauses)
            {
                if (FromVerb(ahead, _sentences[ahead], clause) is { Speakers.Count: > 0 } found)
                    return found;
            }
        }
        // "«Why not?» Holm asked.": a question ends a sentence, and the next one tells who asked.
        var next = quotation.LastSentence + 1;
        if (
            quotation.IsClosed
            && next < _sentences.Count
            && _sentences[next].Passage == _sentences[s].Passage
            && _sentences[next].QuotationOf[0] < 0
            && _sentences[next].Clauses.Find(clause => clause is { Kind: ClauseKind.Main, Verb: not null })
                is { Verb: { } verb } asks
            && verb.Main < FarthestAsker
            && !HasComplement(_sentences[next], asks, verb)
            && FromVerb(next, _sentences[next], asks) is { Speakers.Count: > 0 } asker
        )
            return asker;
        foreach (var signed in new[] { quotation.LastSentence, next })
        {
            if (
                signed < _sentences.Count
                && _sentences[signed].Passage == _sentences[s].Passage
                && Signature(signed, quotation) is { } signature
            )
                return signature;
        }
        // A quotation that opens its passage goes on with the speaker of the one before.
        return _last is { } last && last.Sentence >= s - 3 ? last : null;
    }

    /// <summary>"Maduro said on Thursday, according to the paper: ...": the paper relays what he said.</summary>
    private static void Relays(List<Attribution> here)
    {
        foreach (
            var paper in here.Where(attribution =>
                    attribution.Clause is null
                    && attribution.Content.Count == 0
                    && attribution.Speakers.Count > 0
                    && attribution.Speakers.TrueForAll(speaker => speaker.IsMedia)
                )
                .ToList()
        )
        {
            var spoken = here.Find(attribution =>
                attribution.Clause is not null
                && !attribution.IsRelay
                && attribution.Speakers.Exists(speaker => !speaker.IsMedia)
                && paper.First > attribution.First
                && paper.First <= attribution.Last + 6
            );
            if (spoken is null)
                continue;
            spoken.Relays.AddRange(
                paper.Speakers.Where(speaker => !spoken.Relays.Exists(relay => relay.Figure == speaker.Figure))
            );
            spoken.Last = Math.Max(spoken.Last, paper.Last);
            here.Remove(paper);
        }
    }

    private static void Nest(List<Attribution> here)
    {
        foreach (var inner in here)
        {
            foreach (var outer in here)
            {
                if (outer == inner || inner.Within is not null || outer.Within == inner)
                    continue;
                // "according to Axios, who cites sources, ...": the sources of the one that is named before.
                if (
                    IsRelayed(inner)
                    && inner.Clause is { Kind: ClauseKind.Relative, Subject.Reference: { } cites }
                    && outer.Clause is null
                    && outer.Speakers.Exists(speaker => speaker.Figure == cites.Figure)
                )
                {
                    var last = outer.Content.Select(range => range.Last).DefaultIfEmpty(inner.Last).Max();
                    inner.Within = outer;
                    inner.Relays.Clear();
                    inner.Content.Clear();
                    if (inner.Last < last)
                        inner.Content.Add((inner.Last + 1, last));
                    break;
                }
                // "the newspaper, citing officials, said": the relay's sources are the speaker's, whatever the order of words.
                if (
                    IsRelayed(inner)
                    && outer.Clause is not null
                    && !IsRelayed(outer)
                    && outer.Speakers.Exists(speaker =>
                        speaker.IsMedia || inner.Clause?.Subject?.Reference?.Figure == speaker.Figure
                    )
                    && inner.Speakers.Exists(speaker => !speaker.IsMedia)
                )
                {
                    inner.Within = outer;
                    inner.Content.Clear();
                    inner.Content.AddRange(outer.Content);
                    break;
                }
                if (outer.Covers(inner.First) && outer.Covers(inner.Last) && !inner.Covers(outer.First))
                {
                    inner.Within = outer;
                    break;
                }
                // "according to his sources, ...": inside the words of another's saying though not inside what is said.
                if (
                    inner.Clause is null
                    && outer.Clause is not null
                    && inner.First > outer.First
                    && inner.First <= outer.Last + 3
                    && outer.Covers(inner.Last)
                    && inner.Within is null
                )
                {
                    inner.Within = outer;
                    break;
                }
            }
        }
    }

    /// <summary>"..., he said when asked about ...": an answer.</summary>
    private static void MarkAnswers(Sentence sentence, List<Attribution> here)
    {
        foreach (var hit in sentence.Hits)
        {
            if (hit.Cue.Kind != CueKind.Medium || !hit.Cue.Is("answer"))
                continue;
            foreach (var attribution in here)
                attribution.IsAnswer = true;
        }
    }
}
