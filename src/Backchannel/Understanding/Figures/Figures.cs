using System.Collections.Immutable;
using Backchannel.Languages;
using Backchannel.Understanding.Syntax;
using Backchannel.Values;

namespace Backchannel.Understanding.Figures;

/// <summary>Gathers the mentions of a document into figures: everyone it treats as one.</summary>
internal sealed class Figures
{
    private sealed class Builder
    {
        public required ActorType Type { get; set; }
        public string? Known { get; init; }
        public string? KnownName { get; init; }
        public NameKey? Name { get; set; }
        public string Best { get; set; } = "";
        public bool IsNamed { get; set; }
        public bool IsAnonymous { get; set; }
        public bool IsReport { get; init; }
        public bool IsEnvoy { get; set; }
        public bool IsAudience { get; init; }
        public bool IsPlural { get; set; }
        public bool IsWeak { get; set; }

        /// <summary>A ship, a film, a range of mountains: a name that nothing says is anybody's.</summary>
        public bool IsThing => IsWeak && Type is ActorType.Body;
        public bool IsMale { get; set; }
        public bool IsFemale { get; set; }
        public int? ActsFor { get; set; }
        public string? BodyKind { get; init; }
        public bool IsSides { get; set; }
        public bool IsOwnOutlet { get; init; }
        public bool IsPair { get; set; }
        public ImmutableArray<int> Members { get; set; } = [];
        public HashSet<string> Heads { get; } = new(StringComparer.Ordinal);
        public List<string> Names { get; } = [];
        public List<RoleHeld> Roles { get; } = [];
        public int LastSentence { get; set; } = -1;
        public int LastToken { get; set; } = -1;
    }

    private readonly string _text;
    private readonly LanguagePack _pack;
    private readonly List<Builder> _figures = [];
    private readonly List<Mention> _mentions = [];

    /// <summary>Figures by the folded words they were written in.</summary>
    private readonly Dictionary<string, List<int>> _written = new(StringComparer.Ordinal);
    private readonly HashSet<Nominal> _taken = [];
    private int _sentence;

    /// <summary>The two or more actors last named together: whom "both sides" means.</summary>
    private ImmutableArray<int> _together = [];

    /// <summary>Main subjects of the sentence before, latest first.</summary>
    private List<int> _topics = [];

    /// <summary>The outlet's own name, by which it speaks of itself; null where none was given.</summary>
    private readonly NameKey? _outlet;

    private Figures(Document document, LanguagePack pack)
    {
        _text = document.Text;
        _pack = pack;
        _outlet = document.Outlet is { } outlet
            ? NameKey.Of(outlet.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Fold.Word(word)))
            : null;
    }

    public static (ImmutableArray<Figure> Figures, ImmutableArray<Mention> Mentions) Gather(
        Document document,
        List<Sentence> sentences,
        LanguagePack pack
    )
    {
        var figures = new Figures(document, pack);
        for (var s = 0; s < sentences.Count; s++)
        {
            figures._sentence = s;
            figures.Take(sentences[s]);
        }
        return (
            figures.Finished(),
            [.. figures._mentions.OrderBy(mention => mention.Span).ThenBy(mention => mention.Figure)]
        );
    }

    /// <summary>The key of an outlet in the world lists, where all of its name is that of one there.</summary>
    public static string? KnownOutlet(string? outlet, LanguagePack pack)
    {
        if (outlet is null)
            return null;
        var words = outlet.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return pack
            .Lexicon.Find(Array.ConvertAll(words, word => Fold.Word(word)), words, 0, words.Length)
            .Where(hit =>
                hit.Cue is { Kind: CueKind.World, ActorType: ActorType.Agency or ActorType.Outlet }
                && hit.First == 0
                && hit.Last == words.Length - 1
            )
            .Select(hit => hit.Cue.Key)
            .FirstOrDefault();
    }

    private void Take(Sentence sentence)
    {
        // Renamings first resolve what they rename, so the order is that of the text but for them.
        foreach (var nominal in sentence.Nominals)
        {
            if (nominal.Renames is null)
                Take(sentence, nominal);
        }
        foreach (var nominal in sentence.Nominals)
        {
            if (nominal.Renames is not null)
                Rename(sentence, nominal);
        }
        foreach (var nominal in sentence.Nominals)
        {
            if (nominal.Reference is { Figure: >= 0 } reference)
                Belong(sentence, nominal, reference);
        }
        foreach (var nominal in sentence.Nominals.Where(nominal => nominal.Listed.Count > 0))
        {
            var listed = nominal
                .All()
                .Select(each => each.Reference?.Figure ?? -1)
                .Where(figure =>
                    figure >= 0
                    && !_figures[figure].IsThing
                    && _figures[figure].Type is not (ActorType.Place or ActorType.Outlet or ActorType.Agency)
                )
                .Distinct()
                .ToImmutableArray();
            if (listed.Length >= 2)
                _together = listed;
        }
        _together = Met(sentence, int.MaxValue) ?? _together;
        var topics = sentence
            .Clauses.Where(clause =>
                clause.Subject?.Reference is { Figure: >= 0 } && clause.Kind is not ClauseKind.Infinitive
            )
            // Whoever speaks is spoken of next; those inside his words are not.
            .OrderBy(clause => clause.Verb is { } verb && sentence.QuotationOf[verb.Main] >= 0)
            .ThenBy(clause => clause.Verb is { } verb && sentence.HitAt(verb.Main, CueKind.Say) is not null ? 0 : 1)
            .ThenBy(clause => clause.Kind == ClauseKind.Main ? 0 : 1)
            .ThenByDescending(clause => clause.First)
            .Select(clause => clause.Subject!.Reference!.Figure)
            .Distinct()
            .ToList();
        // What is spoken of inside a quotation comes after whoever is spoken of around it.
        if (sentence.Clauses.TrueForAll(clause => clause.Verb is { } verb && sentence.QuotationOf[verb.Main] >= 0))
            _topics = [.. _topics.Take(TopicsKept).Concat(topics).Distinct()];
        else if (topics.Count > 0)
            _topics = topics;
    }

    /// <summary>So many of the people spoken of before a quotation are still thought of behind it.</summary>
    private const int TopicsKept = 4;

    private void Take(Sentence sentence, Nominal nominal)
    {
        if (!_taken.Add(nominal))
            return;
        // "the government of Barack Obama" is another than that of Santos before: whose it is comes first.
        if (nominal.Reference is { Kind: MentionKind.Description, Type: ActorType.Body })
        {
            foreach (var attached in nominal.Attached)
            {
                if (attached is { Renames: null, Reference.Kind: MentionKind.Name } && IsGenitive(sentence, attached))
                    Take(sentence, attached);
            }
        }
        foreach (var inner in nominal.Inner)
            Resolve(sentence, nominal, inner, sentence.SpanOf(inner.CoreFirst, inner.CoreLast), isWhole: false);
        if (nominal.Reference is { } reference)
            Resolve(sentence, nominal, reference, WholeSpan(sentence, nominal), isWhole: true);
    }

    private static bool IsGenitive(Sentence sentence, Nominal nominal) =>
        nominal.Marker.Length == 0 || sentence.MarkerOf(nominal) is { } marker && marker.Cue.Is("genitive");

    /// <summary>A description is as long as what hangs on it; a name is itself with its post.</summary>
    private static Span WholeSpan(Sentence sentence, Nominal nominal) =>
        nominal.Reference!.Kind == MentionKind.Description
            ? sentence.SpanOf(nominal.FullFirst, nominal.WholeLast)
            : sentence.SpanOf(nominal.First, nominal.Last);

    private void Rename(Sentence sentence, Nominal nominal)
    {
        var renamed = nominal.Renames!.Reference;
        var own = nominal.Reference;
        foreach (var inner in nominal.Inner)
            Resolve(sentence, nominal, inner, sentence.SpanOf(inner.CoreFirst, inner.CoreLast), isWhole: false);
        if (own is null)
            return;
        if (renamed is not { Figure: >= 0 })
        {
            Resolve(sentence, nominal, own, WholeSpan(sentence, nominal), isWhole: true);
            return;
        }
        var figure = _figures[renamed.Figure];
        // Who was quoted without a name stays without one: a name that stands beside "the official" later is somebody else's.
        if (
            own.Kind == MentionKind.Name
            && figure.IsAnonymous
            && _mentions.Exists(mention => mention.Figure == renamed.Figure && mention.Span.Start < sentence.Span.Start)
        )
        {
            Resolve(sentence, nominal, own, WholeSpan(sentence, nominal), isWhole: true);
            Move(renamed, WholeSpan(sentence, nominal.Renames), own.Figure);
            return;
        }
        if (own.Kind == MentionKind.Name)
        {
            // "the president of Romania, Klaus Iohannis": the description turns out to be somebody named.
            var known = own.Known is null ? Matching(KeyOf(sentence, own), own) : null;
            if (own.Known is not null || known is not null && known != renamed.Figure && !figure.IsNamed)
            {
                Resolve(sentence, nominal, own, WholeSpan(sentence, nominal), isWhole: true);
                Absorb(renamed, own.Figure);
                return;
            }
            if (!figure.IsNamed)
            {
                figure.IsNamed = true;
                figure.IsAnonymous = false;
                figure.IsPlural = false;
                figure.Name = KeyOf(sentence, own);
                figure.Best = CoreText(sentence, own);
                if (figure.Type is ActorType.Group)
                    figure.Type = ActorType.Person;
            }
            else if (
                figure.Name is { } name
                && KeyOf(sentence, own) is var other
                && figure.Type is ActorType.Person
                && !other.IsPartOf(name, _pack)
                && own.Type == ActorType.Person
                && !name.IsPartOf(other, _pack)
            )
            {
                Resolve(sentence, nominal, own, WholeSpan(sentence, nominal), isWhole: true);
                // "The spokesman, Nardi, ...; the spokesman, Hale, ...": the post was taken for that of the one named before.
                if (renamed.Kind == MentionKind.Description)
                    Move(renamed, WholeSpan(sentence, nominal.Renames), own.Figure);
                return;
            }
            Add(renamed.Figure, sentence, own, WholeSpan(sentence, nominal));
            return;
        }
        if (own.Type is ActorType.Person or ActorType.Group && !own.IsPlural)
            figure.Roles.Add(new(WholeSpan(sentence, nominal).Of(_text), WholeSpan(sentence, nominal)));
        if (own.Head is not null)
            figure.Heads.Add(HeadWord(sentence, own.CoreLast));
        figure.IsWeak = false;
        if (figure.Type is not ActorType.Person && own.Type == ActorType.Person && figure.Known is null)
            figure.Type = ActorType.Person;
        Add(renamed.Figure, sentence, own, WholeSpan(sentence, nominal));
    }

    /// <summary>One mention goes over to another figure, with its words as a role.</summary>
    private void Move(NominalReference description, Span span, int into)
    {
        var at = _mentions.FindLastIndex(mention => mention.Figure == description.Figure && mention.Span == span);
        if (at < 0)
            return;
        _mentions[at] = _mentions[at] with { Figure = into };
        _figures[into].Roles.Add(new(span.Of(_text), span));
        description.Figure = into;
    }

    /// <summary>Everything said so far of a description goes over to the named figure it turned out to be.</summary>
    private void Absorb(NominalReference description, int into)
    {
        var from = description.Figure;
        var (source, target) = (_figures[from], _figures[into]);
        foreach (var head in source.Heads)
            target.Heads.Add(head);
        target.Roles.AddRange(
            source.Names.Select(name => new RoleHeld(name, _mentions.FindLast(mention => mention.Figure == from)!.Span))
        );
        for (var m = 0; m < _mentions.Count; m++)
        {
            if (_mentions[m].Figure == from)
                _mentions[m] = _mentions[m] with { Figure = into };
        }
        description.Figure = into;
    }

    private void Resolve(Sentence sentence, Nominal nominal, NominalReference reference, Span span, bool isWhole)
    {
        var figure =
            reference.Kind == MentionKind.Pronoun ? Pronoun(sentence, nominal, reference)
            : reference.Known is { } known ? World(sentence, nominal, reference, known, isWhole)
            : reference.Kind == MentionKind.Name ? Name(sentence, nominal, reference)
            : Description(sentence, nominal, reference, span);
        if (figure < 0)
            return;
        Add(figure, sentence, reference, span);
        if (reference.Role is { } role)
        {
            var roleSpan = sentence.SpanOf(role.First, role.Last);
            _figures[figure].Roles.Add(new(roleSpan.Of(_text), roleSpan));
            foreach (var hit in sentence.HitsAt(role.Last, CueKind.Person))
            {
                AddHeads(_figures[figure], sentence, hit);
                _figures[figure].IsMale |= hit.Cue.Is("male");
                _figures[figure].IsFemale |= hit.Cue.Is("female");
            }
        }
    }

    private void Add(int figure, Sentence sentence, NominalReference reference, Span span)
    {
        reference.Figure = figure;
        var builder = _figures[figure];
        builder.LastSentence = _sentence;
        builder.LastToken = reference.CoreFirst;
        if (reference.Kind != MentionKind.Pronoun)
        {
            var written = reference.Kind == MentionKind.Name ? CoreText(sentence, reference) : span.Of(_text);
            if (!builder.Names.Contains(written, StringComparer.Ordinal))
            {
                builder.Names.Add(written);
                var folded = Fold.Word(written);
                if (!_written.TryGetValue(folded, out var figures))
                    _written[folded] = figures = [];
                figures.Add(figure);
            }
        }
        _mentions.Add(
            new()
            {
                Span = span,
                Core = sentence.SpanOf(reference.CoreFirst, reference.CoreLast),
                Kind = reference.Kind,
                Type = builder.Type,
                Figure = figure,
            }
        );
    }

    private string CoreText(Sentence sentence, NominalReference reference)
    {
        var span = sentence.SpanOf(reference.CoreFirst, reference.CoreLast);
        return span.Of(_text);
    }

    private static NameKey KeyOf(Sentence sentence, NominalReference reference) =>
        NameKey.Of(sentence.Forms[reference.CoreFirst..(reference.CoreLast + 1)]);

    private int World(Sentence sentence, Nominal nominal, NominalReference reference, Cue known, bool isWhole)
    {
        var key = known.Key!;
        if (key.StartsWith("capital:", StringComparison.Ordinal) && isWhole && !IsPlaceSlot(sentence, nominal))
            key = "state:" + known.State;
        var found = _figures.FindIndex(figure => figure.Known == key);
        if (found >= 0)
            return found;
        var isState = key.StartsWith("state:", StringComparison.Ordinal);
        _figures.Add(
            new()
            {
                Type = isState ? ActorType.State : known.ActorType ?? ActorType.Body,
                Known = key,
                KnownName = isState ? _pack.StateNames.GetValueOrDefault(known.State!, known.Name!) : known.Name,
                Best = known.Name ?? CoreText(sentence, reference),
                Name = KeyOf(sentence, reference),
                IsNamed = true,
            }
        );
        var figure = _figures.Count - 1;
        if (
            !isState
            && known.State is { } state
            && (known.ActorType is ActorType.Body || key.StartsWith("capital:", StringComparison.Ordinal))
        )
            _figures[figure].ActsFor = State(state);
        return figure;
    }

    /// <summary>The state of that code, made if the text has not named it yet.</summary>
    private int State(string code)
    {
        var key = "state:" + code;
        var found = _figures.FindIndex(figure => figure.Known == key);
        if (found >= 0)
            return found;
        _figures.Add(
            new()
            {
                Type = ActorType.State,
                Known = key,
                Best = _pack.StateNames.GetValueOrDefault(code, code),
                IsNamed = true,
            }
        );
        return _figures.Count - 1;
    }

    private static bool IsPlaceSlot(Sentence sentence, Nominal nominal) =>
        nominal.Marker.Length > 0 && sentence.MarkerOf(nominal) is { } hit && hit.Cue.Is("locative");

    private int? Matching(NameKey key, NominalReference reference)
    {
        int? best = null;
        for (var f = 0; f < _figures.Count; f++)
        {
            var figure = _figures[f];
            if (figure.Name is not { } name || !figure.IsNamed)
                continue;
            var same =
                key.IsPartOf(name, _pack)
                || name.IsPartOf(key, _pack)
                || key.Words.Length == 1 && key.Last.Length >= 2 && name.Words.Length > 1 && name.Initials == key.Last
                || name.Words.Length == 1 && key.Words.Length > 1 && key.Initials == name.Last;
            if (!same)
                continue;
            if (figure.Known is not null && name.Joined != key.Joined)
                continue;
            // A lone given name that another figure bears as a family name says less than the latest mention.
            if (best is null || figure.LastSentence >= _figures[best.Value].LastSentence)
                best = f;
        }
        return best;
    }

    /// <summary>
    /// A name that hangs on a post or body and has its own state behind it is what the post is in charge of, not a person: "undersecretary of
    /// Foreign Relations of Chile", "Comisión de Pesca de Chile".
    /// </summary>
    private static bool IsPortfolio(Sentence sentence, Nominal nominal, NominalReference reference) =>
        reference is { IsWeak: true, Type: ActorType.Person }
        && sentence.HitAt(reference.CoreFirst, CueKind.Given) is null
        && nominal.AttachedTo?.Reference is { Head: { } head, Kind: MentionKind.Description or MentionKind.Name }
        && (
            head.Kind == CueKind.Body
            || head.Kind == CueKind.Person
                && !head.Is("relational")
                && nominal.Attached.Exists(attached => attached.Reference?.Type == ActorType.State)
        );

    private int Name(Sentence sentence, Nominal nominal, NominalReference reference)
    {
        var key = KeyOf(sentence, reference);
        if (key.Words.Length == 0)
            return -1;
        if (Matching(key, reference) is { } found)
        {
            var figure = _figures[found];
            if (
                key.Words.Length > figure.Name!.Words.Length
                || key.Words.Length == figure.Name.Words.Length && figure.IsWeak && !reference.IsWeak
            )
            {
                figure.Name = key;
                figure.Best = CoreText(sentence, reference);
            }
            if (figure.IsWeak && !reference.IsWeak)
            {
                figure.IsWeak = false;
                figure.Type = reference.Type;
            }
            return found;
        }
        var portfolio = IsPortfolio(sentence, nominal, reference);
        var itself =
            _outlet is { } outlet && key.Words.Length >= outlet.Words.Length - 1 && key.IsPartOf(outlet, _pack);
        _figures.Add(
            new()
            {
                Type =
                    itself ? ActorType.Outlet
                    : portfolio ? ActorType.Body
                    : reference.Type,
                Name = key,
                Best = CoreText(sentence, reference),
                IsNamed = true,
                IsWeak = reference.IsWeak && !portfolio && !itself,
                IsOwnOutlet = itself,
            }
        );
        var added = _figures[^1];
        if (reference.Head is not null)
            added.Heads.Add(HeadWord(sentence, reference.CoreLast));
        return _figures.Count - 1;
    }

    private int Description(Sentence sentence, Nominal nominal, NominalReference reference, Span span)
    {
        var head = HeadWord(sentence, _pack.Settings.HeadFirst ? reference.CoreFirst : reference.CoreLast);
        var written = Fold.Word(span.Of(_text));
        // Said again in the same words, it is the same.
        var repeated = _written.TryGetValue(written, out var before)
            ? before.Where(figure => !_figures[figure].IsAnonymous).DefaultIfEmpty(-1).Min()
            : -1;
        if (repeated >= 0 && nominal.Last > nominal.First)
            return repeated;
        var owner = OwnerOf(sentence, nominal, reference);
        // "His sources" are his, not those of somebody else quoted before.
        if (
            (nominal.IsDefinite || nominal.IsDemonstrative)
            && !(nominal.PossessiveWord is not null && reference.Tags.Contains("source"))
        )
        {
            var found = -1;
            for (var f = 0; f < _figures.Count; f++)
            {
                var figure = _figures[f];
                if (!Fits(figure, reference, head, owner))
                    continue;
                // "The highest-ranking officials" are not the officials spoken of before, unless those were called so.
                if (figure is { IsNamed: false, IsPlural: true } && HasOwnWords(sentence, nominal, reference, figure))
                    continue;
                // A bare "official" may be any: it is one named before only in the same words. Bare "media" are none of them.
                if (
                    nominal.IsBare
                    && (
                        reference.Tags.Contains("source") && !SameHead(figure, head)
                        || reference.Head?.Kind == CueKind.Media
                    )
                )
                    continue;
                if (found < 0 || Recency(figure) >= Recency(_figures[found]))
                    found = f;
            }
            if (found >= 0)
                return found;
            // "The former official said": whoever named spoke last, where no unnamed source fits.
            if (
                reference is { Type: ActorType.Person, IsPlural: false }
                && reference.Tags.Contains("source")
                && !nominal.IsBare
                && _topics.FindIndex(topic =>
                    _figures[topic] is { Type: ActorType.Person, IsNamed: true, IsPlural: false } named
                    && named.LastSentence >= _sentence - 2
                )
                    is >= 0
                        and var spoken
            )
                return _topics[spoken];
        }
        _figures.Add(
            new()
            {
                Type = reference.Type,
                Best = span.Of(_text),
                IsNamed = false,
                IsPlural = reference.IsPlural,
                IsReport = reference.Tags.Contains("report"),
                IsEnvoy = reference.Tags.Contains("envoy"),
                IsAudience = reference.Tags.Contains("audience"),
                BodyKind = KindOf(sentence, nominal, reference),
                IsAnonymous =
                    reference.Tags.Contains("report")
                    || reference.Type is ActorType.Person or ActorType.Group
                        && (reference.Tags.Contains("source") || reference.Tags.Contains("vague")),
            }
        );
        _figures[^1].Heads.Add(head);
        _figures[^1].IsSides =
            reference.Tags.Contains("states")
            || reference.Tags.Contains("side") && (reference.IsPlural || nominal.IsDefinite);
        _figures[^1].IsPair =
            reference is { IsPlural: true, Head.Kind: CueKind.Person }
            && nominal.IsDefinite
            && IsOfTwo(sentence, nominal);
        // "both sides", "the two governments": those named together last.
        if (reference.Tags.Contains("states"))
            _figures[^1].Members =
            [
                .. Enumerable
                    .Range(0, _figures.Count - 1)
                    .Where(f => _figures[f].Type == ActorType.State && _figures[f].LastSentence >= _sentence - 2)
                    .OrderByDescending(f => Recency(_figures[f]))
                    .Take(2),
            ];
        else if (_figures[^1].IsSides)
            _figures[^1].Members = Met(sentence, nominal.First) ?? _together;
        return _figures.Count - 1;
    }

    /// <summary>Whether a description holds a word of its own that was not said of the figure before.</summary>
    private static bool HasOwnWords(Sentence sentence, Nominal nominal, NominalReference reference, Builder figure)
    {
        for (var t = nominal.First; t <= nominal.Last; t++)
        {
            if (
                sentence.Tags[t].Upos is Upos.Adj or Upos.Noun
                && sentence.Grammar[t] is null
                && !sentence.Hits.Exists(hit => hit.First <= t && t <= hit.Last)
                && (t < reference.CoreFirst || t > reference.CoreLast)
                && !figure.Names.Exists(name => Fold.Word(name).Contains(sentence.Forms[t], StringComparison.Ordinal))
            )
                return true;
        }
        return false;
    }

    private static string? KindOf(Sentence sentence, Nominal nominal, NominalReference reference) =>
        reference is not { Type: ActorType.Body, IsPlural: false }
            ? null
            : sentence
                .HitsAt(reference.CoreFirst, CueKind.BodyKind)
                .Concat(sentence.HitsAt(reference.CoreLast, CueKind.BodyKind))
                .Where(hit => nominal.First <= hit.First && hit.Last <= nominal.FullLast)
                .OrderByDescending(hit => hit.Length)
                .Select(hit => hit.Cue.Name)
                .FirstOrDefault();

    private static bool IsOfTwo(Sentence sentence, Nominal nominal)
    {
        foreach (var hit in sentence.Hits)
        {
            if (hit.First >= nominal.First && hit.Last <= nominal.Last && hit.Cue.Is("pair"))
                return true;
        }
        return false;
    }

    /// <summary>Those who met, spoke or dealt with one another in an earlier clause of the sentence: 霍尔姆会见了鲁伊斯，双方……</summary>
    private ImmutableArray<int>? Met(Sentence sentence, int before)
    {
        if (!_pack.Settings.ModifiersFirst)
            return null;
        foreach (var clause in Enumerable.Reverse(sentence.Clauses))
        {
            if (
                clause.Verb is not { } verb
                || verb.Main >= before
                || clause.Subject?.Reference is not { Figure: >= 0 } subject
            )
                continue;
            var met = sentence
                .HitsAt(verb.Main, CueKind.Trigger)
                .Any(hit => hit.Cue is { Class: WordClass.Verb, Type.Family: Family.Contact });
            var others = clause
                .Obliques.Where(oblique =>
                    sentence.HitsAt(oblique.MarkerFirst, CueKind.Preposition).Any(hit => hit.Cue.Is("together"))
                )
                .Concat(met ? clause.Objects : [])
                .Where(each => each.First < before)
                .SelectMany(each => each.All())
                .Select(each => each.Reference?.Figure ?? -1);
            var sides = clause
                .Subject.All()
                .Select(each => each.Reference?.Figure ?? -1)
                .Concat(others)
                .Where(figure =>
                    figure >= 0
                    && !_figures[figure].IsThing
                    && _figures[figure].Type is not (ActorType.Place or ActorType.Outlet or ActorType.Agency)
                )
                .Distinct()
                .ToImmutableArray();
            if (sides.Length >= 2)
                return sides;
        }
        return null;
    }

    private static int Recency(Builder figure) => figure.LastSentence * 1000 + Math.Min(figure.LastToken, 999);

    /// <summary>The folded head word, without the article that is written onto it.</summary>
    private string HeadWord(Sentence sentence, int token)
    {
        var word = sentence.Forms[token];
        // 外交部发言人, 总统府发言人: where the body stands before, it tells one post from the other.
        if (
            _pack.Settings.Segments
            && token > 0
            && sentence.HitAt(token - 1, CueKind.Body) is not null
            && sentence.HitAt(token, CueKind.Person) is not null
        )
            return sentence.Forms[token - 1] + word;
        var article = _pack.Settings.ArticlePrefix;
        return
            article.Length > 0 && word.Length > article.Length + 2 && word.StartsWith(article, StringComparison.Ordinal)
            ? word[article.Length..]
            : word;
    }

    /// <summary>Every content word of a post: "Secretary" and "State" of "Secretary of State".</summary>
    private void AddHeads(Builder figure, Sentence sentence, Hit hit)
    {
        for (var t = hit.First; t <= hit.Last; t++)
        {
            if (sentence.Grammar[t] is null)
                figure.Heads.Add(HeadWord(sentence, t));
        }
    }

    /// <summary>The same word in another number or case: most of the letters at the beginning agree.</summary>
    private bool SameHead(Builder figure, string head) =>
        figure.Heads.Any(other =>
            // Words of few characters have no endings: the longer one adds what tells it apart (外交部长, 部长).
            _pack.Settings.Segments
                ? other == head
                    || head.Length >= 2 && other.EndsWith(head, StringComparison.Ordinal)
                    || other.Length >= 2 && head.EndsWith(other, StringComparison.Ordinal)
                : SameStem(other, head)
        );

    private static bool SameStem(string a, string b)
    {
        var common = 0;
        while (common < a.Length && common < b.Length && a[common] == b[common])
            common++;
        return common >= Math.Max(3, Math.Max(a.Length, b.Length) - 3) || a == b;
    }

    private bool Fits(Builder figure, NominalReference reference, string head, int? owner)
    {
        if (figure.LastSentence < 0)
            return false;
        if (
            owner is not null
            && figure.ActsFor is { } side
            && side != owner
            && side != (_figures[owner.Value].ActsFor ?? -1)
        )
            return false;
        if (reference.Head?.Kind == CueKind.Media)
            return figure.Type is ActorType.Outlet or ActorType.Agency
                && (figure.IsNamed || SameHead(figure, head))
                && (figure.Type == reference.Type || !reference.Tags.Contains("agency") || SameHead(figure, head));
        if (reference.Head?.Kind == CueKind.StateNoun)
            return figure.Type == ActorType.State
                && !reference.Tags.Contains("side")
                && !reference.IsPlural
                && figure.LastSentence >= _sentence - 2;
        // Nor is a president the presidency.
        if (
            reference is { Type: ActorType.Person, Head.Kind: CueKind.Person }
            && figure.Type is ActorType.Body or ActorType.Outlet or ActorType.Agency or ActorType.State
        )
            return false;
        // A ministry is not its minister.
        if (
            _pack.Settings.ConstructState
            && reference.Head?.Kind == CueKind.Body
            && figure is { Type: ActorType.Person, IsNamed: true }
        )
            return false;
        if (reference.IsPlural != figure.IsPlural && !figure.IsNamed)
            return false;
        if (reference.IsPlural && figure.IsNamed && figure.Type == ActorType.Person)
            return false;
        // "Dışişleri Bakanlığı" is not its spokesman, whose post holds the same word.
        if (_pack.Settings.BareDefinite && reference.Head?.Kind == CueKind.Body && figure.Type is ActorType.Person)
            return false;
        if (SameHead(figure, head))
            return owner is null || figure.ActsFor is null || figure.ActsFor == owner;
        // "the source" may be the official quoted before.
        return reference.Tags.Contains("source")
            && figure.IsAnonymous
            && figure.Type is ActorType.Person or ActorType.Group
            && !figure.IsPlural
            && !reference.IsPlural
            && figure.LastSentence >= _sentence - 4;
    }

    private int? OwnerOf(Sentence sentence, Nominal nominal, NominalReference reference)
    {
        // "ABD'nin Ankara Büyükelçisi": an owner with its mark before one without.
        var marked = nominal.Attached.Exists(attached => attached.MarkerHit is { } hit && hit.Cue.Is("genitive"));
        if (!marked && reference.Owner is { Figure: >= 0 } owner)
            return owner.Figure;
        foreach (var attached in nominal.Attached)
        {
            if (
                attached.Reference is { Figure: >= 0 } whose
                && (
                    _figures[whose.Figure].Type is ActorType.State or ActorType.Body
                    // "حكومة الرئيس بيدرو رويز": a body is of the person it is named after.
                    || IsGenitive(sentence, attached)
                        && reference.Type is ActorType.Body
                        && _figures[whose.Figure] is { Type: ActorType.Person, IsNamed: true }
                    || _figures[whose.Figure].Known?.StartsWith("capital:", StringComparison.Ordinal) == true
                )
            )
                return whose.Figure;
        }
        return reference.Owner is { Figure: >= 0 } unmarked ? unmarked.Figure : null;
    }

    /// <summary>Whom a figure acts for, as its noun phrase says: "Venezuelan officials", "a source from the State Department".</summary>
    private void Belong(Sentence sentence, Nominal nominal, NominalReference reference)
    {
        var figure = _figures[reference.Figure];
        if (
            figure.ActsFor is not null
            || figure.Type is ActorType.State or ActorType.Outlet or ActorType.Agency or ActorType.Place
        )
            return;
        if (reference.Kind == MentionKind.Pronoun || IsPast(sentence, nominal))
            return;
        var owner = OwnerOf(sentence, nominal, reference);
        // "his Government": the one whose side he is on.
        if (
            owner is null
            && nominal.PossessiveWord is { } whose
            && whose.Is("third")
            && reference.Type is not ActorType.Person
        )
            owner = Whose(sentence, nominal, whose) is >= 0 and var person ? _figures[person].ActsFor ?? person : null;
        if (owner is null)
        {
            foreach (var renamed in nominal.Renamed)
            {
                if (
                    renamed.Reference is { } other
                    && !IsPast(sentence, renamed)
                    && OwnerOf(sentence, renamed, other) is { } theirs
                )
                    owner = theirs;
            }
        }
        if (owner is { } side && side != reference.Figure)
        {
            if (_figures[side].Known is { } known && known.StartsWith("capital:", StringComparison.Ordinal))
                side = State(known["capital:".Length..]);
            if (side != reference.Figure && !Circular(side, reference.Figure))
                figure.ActsFor = side;
        }
    }

    /// <summary>"Former", "one of his predecessors": who held a post no longer acts for it.</summary>
    private static bool IsPast(Sentence sentence, Nominal nominal)
    {
        for (var t = nominal.First; t <= nominal.FullLast; t++)
        {
            if (
                sentence.HitsAt(t, CueKind.Former).Any(hit => hit.Cue.Is("past"))
                || sentence.HitsAt(t, CueKind.Person).Any(hit => hit.Cue.Is("past"))
            )
                return true;
        }
        return false;
    }

    /// <summary>Whom a possessive word means: the subject before it, or the one spoken of last.</summary>
    private int Whose(Sentence sentence, Nominal nominal, Cue word)
    {
        bool Suits(int f) =>
            word.Is("plural") ? _figures[f].IsPlural || _figures[f].Type is not ActorType.Person
            : word.Is("neuter") ? _figures[f].Type is not ActorType.Person
            : word.Is("male") || word.Is("female") ? _figures[f].Type is ActorType.Person
            // "su", "son", "sein" may be of a person or of a government.
            : !_figures[f].IsPlural
                && _figures[f].Type is not (ActorType.Outlet or ActorType.Agency or ActorType.Place);
        foreach (var clause in sentence.Clauses)
        {
            if (
                clause.Subject is { Reference.Figure: >= 0 } subject
                && subject.Last < nominal.First
                && Suits(subject.Reference.Figure)
            )
                return subject.Reference.Figure;
        }
        foreach (var topic in _topics)
        {
            if (Suits(topic))
                return topic;
        }
        return -1;
    }

    private bool Circular(int side, int figure)
    {
        for (int? at = side, steps = 0; at is { } f && steps < 10; at = _figures[f].ActsFor, steps++)
        {
            if (f == figure)
                return true;
        }
        return false;
    }

    private int Pronoun(Sentence sentence, Nominal nominal, NominalReference reference)
    {
        // "I" and "we" are whoever speaks, which attribution tells.
        if (
            reference.Tags.Contains("first")
            || reference.Tags.Contains("second")
            || reference.Tags.Contains("relative")
        )
            return -1;
        // "a talk between them": those named together before.
        if (
            reference.Type == ActorType.Group
            && sentence.HitsAt(nominal.MarkerFirst, CueKind.Preposition).Any(hit => hit.Cue.Is("between"))
            && NamedTogether(sentence, nominal.First) is { IsEmpty: false } pair
        )
        {
            _figures.Add(
                new()
                {
                    Type = ActorType.Group,
                    Best = CoreText(sentence, reference),
                    IsPlural = true,
                    Members = pair,
                }
            );
            return _figures.Count - 1;
        }
        bool Suits(int f)
        {
            var figure = _figures[f];
            if (reference.Type == ActorType.Person)
                return figure.Type == ActorType.Person
                    && !figure.IsPlural
                    && !(reference.Tags.Contains("male") && figure.IsFemale)
                    && !(reference.Tags.Contains("female") && figure.IsMale);
            if (figure.IsThing)
                return false;
            if (reference.Type == ActorType.Group)
                return figure.IsPlural
                    || figure.Type is ActorType.Group or ActorType.Body
                    // "We are helping them": who speaks of a country means its people.
                    || figure.Type is ActorType.State && sentence.QuotationOf[nominal.First] >= 0;
            return figure.Type
                    is ActorType.State
                        or ActorType.Body
                        or ActorType.Outlet
                        or ActorType.Agency
                        or ActorType.Group
                && !figure.IsPlural;
        }
        bool IsOwnSubject(int f) =>
            sentence.Clauses.Exists(clause =>
                (clause.Objects.Contains(nominal) || clause.Obliques.Contains(nominal))
                && clause.Subject?.Reference?.Figure == f
            );
        // The subject of an earlier clause of the same sentence, unless the pronoun is the object of that very clause.
        foreach (var clause in sentence.Clauses)
        {
            if (
                clause.Subject is { Reference.Figure: >= 0 } subject
                && subject.Last < nominal.First
                && subject != nominal
                && !clause.Objects.Contains(nominal)
                && !clause.Obliques.Contains(nominal)
                && sentence.QuotationOf[subject.First] == sentence.QuotationOf[nominal.First]
                && Suits(subject.Reference.Figure)
                && !(_pack.Settings.SerialVerbs && IsOwnSubject(subject.Reference.Figure))
            )
                return Found(subject.Reference.Figure);
        }
        // 古特雷斯与布尔汉通电话，敦促他: another one named in the sentence, where the subject is the same throughout.
        if (_pack.Settings.SerialVerbs)
        {
            for (var m = _mentions.Count - 1; m >= 0; m--)
            {
                var figure = _mentions[m].Figure;
                if (
                    _mentions[m].Span.Start >= sentence.Span.Start
                    && _mentions[m].Kind == MentionKind.Name
                    && Suits(figure)
                    && sentence.Clauses.Exists(clause => clause.Objects.Contains(nominal))
                    && !IsOwnSubject(figure)
                )
                    return Found(figure);
            }
        }
        foreach (var topic in _topics)
        {
            if (Suits(topic))
                return Found(topic);
        }
        if (
            _pack.Settings.GenderedNouns
            && reference.Type is ActorType.Person or ActorType.Group
            && _topics.FindIndex(topic => _figures[topic].Type is ActorType.State or ActorType.Body or ActorType.Group)
                is >= 0
                    and var noun
        )
            return _topics[noun];
        var best = -1;
        for (var f = 0; f < _figures.Count; f++)
        {
            if (
                _figures[f].LastSentence >= _sentence - 3
                && Suits(f)
                && (best < 0 || Recency(_figures[f]) > Recency(_figures[best]))
            )
                best = f;
        }
        if (best >= 0)
            return Found(best);
        // Whoever says something is somebody, though the text does not tell who.
        if (
            !sentence.Clauses.Exists(clause =>
                clause.Subject == nominal
                && clause.Verb is { } verb
                && sentence
                    .HitsAt(verb.Main, CueKind.Say)
                    .Any(hit => !hit.Cue.Is("weak") || Mentions.Mentions.SaysMore(sentence, clause))
            )
        )
            return -1;
        _figures.Add(
            new()
            {
                Type = reference.Type,
                Best = CoreText(sentence, reference),
                IsPlural = reference.IsPlural,
            }
        );
        return Found(_figures.Count - 1);

        int Found(int figure)
        {
            _figures[figure].IsMale |= reference.Tags.Contains("male");
            _figures[figure].IsFemale |= reference.Tags.Contains("female");
            return figure;
        }
    }

    /// <summary>The two or more of the last list in the sentence before a token, or of the last one before the sentence.</summary>
    private ImmutableArray<int> NamedTogether(Sentence sentence, int before)
    {
        var listed = sentence.Nominals.FindLast(nominal => nominal.Listed.Count > 0 && nominal.Last < before);
        var figures =
            listed
                ?.All()
                .Select(each => each.Reference?.Figure ?? -1)
                .Where(figure => figure >= 0)
                .Distinct()
                .ToImmutableArray()
            ?? [];
        return figures.Length >= 2 ? figures : _together;
    }

    private ImmutableArray<Figure> Finished() =>
        [
            .. _figures.Select(figure => new Figure
            {
                Name = figure.KnownName ?? figure.Best,
                Type = figure.Type,
                IsNamed = figure.IsNamed,
                IsAnonymous = figure.IsAnonymous && !figure.IsNamed,
                IsReport = figure.IsReport && !figure.IsNamed,
                IsEnvoy = figure.IsEnvoy,
                IsAudience = figure.IsAudience,
                IsPlural = figure.IsPlural,
                Known = figure.Known,
                ActsFor = figure.ActsFor,
                BodyKind = figure.IsNamed ? null : figure.BodyKind,
                IsSides = figure.IsSides,
                IsOwnOutlet = figure.IsOwnOutlet,
                IsPair = figure.IsPair,
                Members = figure.Members,
                Roles = [.. figure.Roles.DistinctBy(role => Fold.Word(role.Text), StringComparer.Ordinal)],
                Names = [.. figure.Names],
                TranslatedFrom =
                    figure is { IsNamed: true, Known: null, Type: ActorType.Person }
                    && _pack.TranslatedSurnames.TryGetValue(Fold.Bare(figure.Best), out var surnames)
                        ? surnames
                        : [],
            }),
        ];
}
