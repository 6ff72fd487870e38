using System.Collections.Immutable;
using Backchannel.Languages;

namespace Backchannel.Understanding.Syntax;

/// <summary>One sentence with all that reading it has told so far: words, classes, cues, phrases, clauses. Built once by <see cref="Parser"/>.</summary>
internal sealed class Sentence
{
    public required Span Span { get; init; }

    /// <summary>Position in <see cref="Findings.Passages"/>.</summary>
    public required int Passage { get; init; }

    public required Token[] Tokens { get; init; }

    public required string[] Forms { get; init; }

    public required string[] Texts { get; init; }

    public required Tag[] Tags { get; init; }

    /// <summary>Which grammar list a word belongs to here, where it is in several; null for words of none.</summary>
    public required CueKind?[] Grammar { get; init; }

    public required List<Hit> Hits { get; init; }

    /// <summary>Moments that lie in this sentence: token range and position in <see cref="Findings.Moments"/>.</summary>
    public required List<TimeSpot> Times { get; init; }

    /// <summary>For each token the position of the quotation it stands in, or -1.</summary>
    public required int[] QuotationOf { get; init; }

    /// <summary>Where no capitals tell names: which names stand before each, anywhere in the document.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> NamesBefore { get; set; } =
        System.Collections.Frozen.FrozenDictionary<string, HashSet<string>>.Empty;

    /// <summary>Whether its language puts prepositional phrases before the verb they belong to.</summary>
    public bool ModifiersFirst { get; init; }

    /// <summary>Tokens that do not follow in the text what stands before them here, since <see cref="Brackets"/> moved what stood between.</summary>
    public HashSet<int> Gaps { get; } = [];

    /// <summary>As the settings of the pack say.</summary>
    public bool VerbLast { get; init; }

    public bool Postpositions { get; init; }

    public List<Unit> Units { get; set; } = [];

    public List<Nominal> Nominals { get; set; } = [];

    public List<Clause> Clauses { get; set; } = [];

    /// <summary>Words that fitted a line of the lists and led no further.</summary>
    public List<Rejection> Rejected { get; init; } = [];

    /// <summary>Remembers why a cue leads no further here.</summary>
    public void Reject(Hit hit, string why, IReadOnlyList<string>? roles = null) =>
        Rejected.Add(new(hit.Cue, SpanOf(hit.First, hit.Last), why, roles ?? []));

    /// <summary>The cues that cover each token, in the order of <see cref="Hits"/>: asked for at every step, so kept by token.</summary>
    private List<Hit>[]? _hitsAt;

    private List<Hit> HitsAt(int token)
    {
        if (_hitsAt is null)
        {
            _hitsAt = new List<Hit>[Tokens.Length];
            for (var t = 0; t < _hitsAt.Length; t++)
                _hitsAt[t] = [];
            foreach (var hit in Hits)
            {
                for (var t = hit.First; t <= hit.Last; t++)
                {
                    if (hit.Covers(t))
                        _hitsAt[t].Add(hit);
                }
            }
        }
        return (uint)token < (uint)_hitsAt.Length ? _hitsAt[token] : [];
    }

    public IEnumerable<Hit> HitsAt(int token, CueKind kind)
    {
        foreach (var hit in HitsAt(token))
        {
            if (hit.Cue.Kind == kind)
                yield return hit;
        }
    }

    public Hit? HitAt(int token, CueKind kind)
    {
        foreach (var hit in HitsAt(token))
        {
            if (hit.Cue.Kind == kind)
                return hit;
        }
        return null;
    }

    /// <summary>"„Þetta er rangt“ sagði Holm": words with a finite verb among them between two marks, and a verb of saying right behind.</summary>
    public bool IsSentenceSaid(int open, int close)
    {
        if (
            close + 1 >= Tokens.Length
            || !Tags[close + 1].IsVerb
            || !HitsAt(close + 1, CueKind.Say).Any(hit => hit.Cue.Class == WordClass.Verb)
        )
            return false;
        for (var t = open; t < close; t++)
        {
            if (Tags[t] is { IsVerb: true, Form: VerbForm.Finite })
                return true;
        }
        return false;
    }

    /// <summary>The preposition a token belongs to; words of attribution ("according to") stand before nouns like one.</summary>
    public Hit? PrepositionAt(int token) => HitAt(token, CueKind.Attribute) ?? HitAt(token, CueKind.Preposition);

    /// <summary>What marks a phrase: the preposition before it, or the postposition or ending behind it.</summary>
    public Hit? MarkerOf(Nominal nominal) =>
        nominal.MarkerHit ?? (nominal.Marker.Length == 0 && Postpositions ? null : PrepositionAt(nominal.MarkerFirst));

    public bool IsTime(int token)
    {
        foreach (var time in Times)
        {
            if (time.First <= token && token <= time.Last)
                return true;
        }
        return false;
    }

    /// <summary>The text from the first to the last of these tokens; where <see cref="Brackets"/> moved one, its place in the text counts.</summary>
    public Span SpanOf(int first, int last)
    {
        var span = Tokens[first].Span.Cover(Tokens[last].Span);
        for (var t = first + 1; t < last; t++)
            span = span.Cover(Tokens[t].Span);
        return span;
    }

    /// <summary>
    /// Puts the tokens into another order, given as their present positions. Cues are those that match in either order: lists are written
    /// in the order of the text, and reach across a bracket only in the new one.
    /// </summary>
    public void Reorder(int[] order, LanguagePack pack)
    {
        Permute(Tokens, order);
        Permute(Forms, order);
        Permute(Texts, order);
        Permute(Tags, order);
        Permute(Grammar, order);
        var place = new int[order.Length];
        for (var t = 0; t < order.Length; t++)
        {
            place[order[t]] = t;
            if (t > 0 && order[t] != order[t - 1] + 1)
                Gaps.Add(t);
        }
        var before = Hits.Select(hit => hit.Through(place)).OfType<Hit>().ToList();
        var hits = pack.Lexicon.FindAll(Forms, Texts, 0, Tokens.Length);
        hits.RemoveAll(hit => !Classes.Agrees(hit, Tags, Grammar, hits, pack));
        // "will nach Wien reisen und Ruiz treffen": an auxiliary stands with the nearest verb.
        bool IsFartherThan(Hit far, Hit near) =>
            near.Cue.Kind == far.Cue.Kind
            && near.Cue.Class == far.Cue.Class
            && near.Head == far.Head
            && near.Length > 1
            && near.Length < far.Length
            && IsOfVerbs(near)
            && IsOfVerbs(far);
        before.RemoveAll(far => hits.Exists(near => IsFartherThan(far, near)));
        hits = hits.FindAll(far => !hits.Exists(near => IsFartherThan(far, near)));
        hits = Lexicon.Settle([.. before.Concat(hits).Distinct().OrderBy(hit => hit.First)]);
        Classes.Overrule(hits);
        Hits.Clear();
        Hits.AddRange(hits);
        _hitsAt = null;
        for (var i = 0; i < Times.Count; i++)
        {
            var places = Enumerable
                .Range(Times[i].First, Times[i].Last - Times[i].First + 1)
                .Select(t => place[t])
                .ToList();
            Times[i] = Times[i] with { First = places.Min(), Last = places.Max() };
        }
    }

    private bool IsOfVerbs(Hit hit) =>
        Enumerable.Range(hit.First, hit.Length).All(t => !hit.Covers(t) || Tags[t].IsVerb);

    private static void Permute<T>(T[] items, int[] order)
    {
        var before = (T[])items.Clone();
        for (var t = 0; t < order.Length; t++)
            items[t] = before[order[t]];
    }
}

internal readonly record struct TimeSpot(int First, int Last, int Moment);

internal enum UnitKind
{
    Nominal,
    Verb,
    Complementizer,
    Relative,
    Subordinator,
    Coordinator,
    Preposition,
    Comma,
    Semicolon,
    Colon,
    Dash,
    OpenParenthesis,
    CloseParenthesis,
    Quote,
    Time,

    /// <summary>Where a verb stood that <see cref="Brackets"/> moved, or a word that marks what is before it: the noun phrases on both sides are two.</summary>
    Gap,
}

/// <summary>One step of a sentence: a noun phrase, a verb group, a joining word or a mark.</summary>
internal sealed class Unit(UnitKind kind, int first, int last)
{
    public UnitKind Kind { get; } = kind;

    public int First { get; } = first;

    public int Last { get; } = last;

    public Nominal? Nominal { get; init; }

    public VerbGroup? Verb { get; init; }

    public override string ToString() => $"{Kind} {First}-{Last}";
}

/// <summary>A verb with its auxiliaries, negators and the adverbs between them.</summary>
internal sealed class VerbGroup
{
    public required int First { get; init; }

    /// <summary>Unstressed pronouns of the group that are its objects: "lo recibió".</summary>
    public ImmutableArray<Nominal> Clitics { get; init; } = [];

    /// <summary>A pronoun written onto it that is its subject: "a-t-il dit".</summary>
    public Nominal? Inverted { get; init; }

    /// <summary>All pronouns inside it.</summary>
    public IEnumerable<Nominal> Pronouns => Inverted is { } subject ? Clitics.Append(subject) : Clitics;

    /// <summary>The main verb; the copula where there is no other.</summary>
    public required int Main { get; init; }

    public bool IsFinite { get; init; }

    public bool IsInfinitive { get; init; }

    /// <summary>Follows another verb with nothing to join them, and shares what is said of that one's time.</summary>
    public bool IsSerial { get; set; }

    public bool IsParticiple { get; init; }

    public bool IsGerund { get; init; }

    public bool IsPassive { get; set; }

    public bool IsNegated { get; set; }

    public bool IsFuture { get; init; }

    /// <summary>A mood or auxiliary that only reports or supposes.</summary>
    public bool IsConditional { get; init; }

    public bool IsSubjunctive { get; init; }

    /// <summary>may, might, could.</summary>
    public bool IsPossible { get; init; }

    /// <summary>must, should.</summary>
    public bool IsModal { get; init; }

    public bool IsProgressive { get; init; }

    /// <summary>"having met": done before what is told.</summary>
    public bool IsPerfect { get; init; }

    /// <summary>Tells a whole clause like a noun: "görüştüğünü".</summary>
    public bool IsNominal { get; init; }

    /// <summary>Its ending says "I" or "we": "görüştük".</summary>
    public bool IsFirst { get; init; }

    /// <summary>A conditional that says only that somebody says so: "habría viajado".</summary>
    public bool IsReportive { get; init; }
}
