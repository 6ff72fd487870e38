using Backchannel.Languages;
using Backchannel.Understanding;
using Backchannel.Understanding.Statements;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Benchmarks.Measures.Attribution;

/// <summary>
/// One act of saying as sets of spans, the way annotated corpora give it: who says it, the words of saying, what is said. Spans are UTF-16 code
/// units of the text. A part that is not there is empty.
/// </summary>
internal sealed record Saying(IReadOnlyList<Span> Source, IReadOnlyList<Span> Cue, IReadOnlyList<Span> Content)
{
    /// <summary>The words of saying without adverbs before them, for corpora that mark them so.</summary>
    public IReadOnlyList<Span> Verb { get; init; } = [];

    /// <summary>The speakers as figures, for acts found by the engine: a pronoun and the name it stands for are one.</summary>
    public IReadOnlyList<int> Figures { get; init; } = [];

    /// <summary>Those of a text, in the order of their sentences.</summary>
    /// <param name="wholeSources">Whether a source is marked with its apposition and all that hangs on it, or by its head.</param>
    public static (Findings Findings, List<Saying> Found) In(
        Pipeline pipeline,
        string text,
        string language,
        Trace? trace = null,
        bool wholeSources = false
    )
    {
        trace ??= new();
        var findings = pipeline.Understand(
            new()
            {
                Id = new("measured"),
                Path = "measured",
                Text = text,
                DeclaredLanguage = language,
            },
            trace
        );
        return (findings, Joined(text, trace, wholeSources));
    }

    /// <summary>A quotation over several sentences is one act of saying.</summary>
    private static List<Saying> Joined(string text, Trace trace, bool wholeSources)
    {
        var found = new List<Saying>();
        var sentences = new Dictionary<int, int>();
        // Quotations whose speaker is named beside them are sayings of their own.
        var attributed = trace
            .Attributions.Where(attribution => !attribution.IsCarried)
            .Select(attribution => QuotationOf(trace, attribution))
            .ToHashSet();
        Saying? announced = null;
        var announcedIn = -2;
        var lastIn = -2;
        foreach (var attribution in trace.Attributions)
        {
            var sentence = trace.Sentences[attribution.Sentence];
            var saying = Of(text, sentence, attribution, wholeSources);
            // Carried over, the speaker is where he was named last.
            if (
                saying.Source.Count == 0
                && found.FindLast(earlier => earlier.Source.Count > 0 && earlier.Figures.SequenceEqual(saying.Figures))
                    is { } named
            )
                saying = saying with { Source = named.Source };
            var quotation = QuotationOf(trace, attribution);
            // The sentence that names the speaker may be any of them.
            if (
                quotation >= 0
                && sentences.TryGetValue(quotation, out var first)
                && (attribution.IsCarried || found[first].Cue.Count == 0)
            )
            {
                var (speaking, other) = attribution.IsCarried ? (found[first], saying) : (saying, found[first]);
                found[first] = speaking with { Content = Merged(text, [.. speaking.Content, .. other.Content]) };
                continue;
            }
            // A quotation right behind one of the same speaker is more of it.
            if (
                attribution.IsCarried
                && quotation >= 0
                && !attributed.Contains(quotation)
                && found.Count > 0
                && lastIn == attribution.Sentence - 1
                && found[^1].Figures.SequenceEqual(saying.Figures)
                && found[^1].Content.Any(span => text[span.Start..span.End].Any(IsMark))
            )
            {
                found[^1] = found[^1] with { Content = Merged(text, [.. found[^1].Content, .. saying.Content]) };
                (sentences[quotation], lastIn) = (found.Count - 1, attribution.Sentence);
                continue;
            }
            // "«Why not?» Holm asked.": who asks stands in a sentence of its own.
            if (
                !attribution.IsCarried
                && found.Count > 0
                && lastIn == attribution.Sentence - 1
                && found[^1].Cue.Count == 0
                && found[^1].Figures.SequenceEqual(saying.Figures)
                && saying.Cue.Count > 0
                && sentence.QuotationOf[0] < 0
            )
            {
                saying = saying with { Content = Merged(text, [.. found[^1].Content, .. saying.Content]) };
                found[^1] = saying;
                continue;
            }
            lastIn = attribution.Sentence;
            // "He said:" and the quotation in a paragraph of its own.
            if (attribution.IsCarried && attribution.Sentence == announcedIn + 1 && found[^1] == announced)
            {
                found.RemoveAt(found.Count - 1);
                saying = announced with { Content = saying.Content };
            }
            if (saying.Content.Count == 0)
                (announced, announcedIn) = (saying, attribution.Sentence);
            if (quotation >= 0)
                sentences[quotation] = found.Count;
            found.Add(saying);
        }
        return found;
    }

    /// <summary>The first quotation in what is said; -1 where there is none.</summary>
    private static int QuotationOf(Trace trace, Understanding.Statements.Attribution attribution) =>
        attribution
            .Content.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1))
            .Select(token => trace.Sentences[attribution.Sentence].QuotationOf[token])
            .FirstOrDefault(quotation => quotation >= 0, -1);

    private static Saying Of(
        string text,
        Sentence sentence,
        Understanding.Statements.Attribution attribution,
        bool wholeSources
    ) =>
        new(
            wholeSources
                ? SourceExtent.Of(sentence, attribution.Speakers.Select(speaker => speaker.Span).OfType<Span>())
                : [.. attribution.Speakers.Select(speaker => speaker.Span).OfType<Span>().Distinct()],
            attribution.IsCarried || attribution.Words.Last < attribution.Words.First
                ? []
                : [sentence.SpanOf(attribution.Words.First, attribution.Words.Last)],
            Merged(
                text,
                attribution.Content.Select(range => Trimmed(text, sentence, range.First, range.Last)).OfType<Span>()
            )
        )
        {
            Figures = [.. attribution.Speakers.Select(speaker => speaker.Figure)],
            Verb =
                attribution.IsCarried || attribution.Words.Last < attribution.Words.First
                    ? []
                    : [VerbOf(sentence, attribution.Words.First, attribution.Words.Last)],
        };

    /// <summary>The words of saying without an adverb before them: "constantly stressed" is marked as "stressed".</summary>
    private static Span VerbOf(Sentence sentence, int first, int last)
    {
        while (first < last && sentence.Tags[first].Upos == Upos.Adv)
            first++;
        return sentence.SpanOf(first, last);
    }

    /// <summary>From the first word to the last, with the quotation marks around them.</summary>
    private static Span? Trimmed(string text, Sentence sentence, int first, int last)
    {
        while (first <= last && !sentence.Tokens[first].IsWord)
            first++;
        while (last >= first && !sentence.Tokens[last].IsWord)
            last--;
        if (first > last)
            return null;
        var span = sentence.SpanOf(first, last);
        var (start, end) = (span.Start, span.End);
        while (start > 0 && IsMark(text[start - 1]))
            start--;
        if (start > 1 && text[start - 1] == '\'' && text[start - 2] == '\'')
            start -= 2;
        // A quotation that is open closes behind its full stop.
        var isOpen = text[start..end].Count(IsMark) % 2 == 1;
        if (isOpen && end + 1 < text.Length && text[end] is '.' or ',' or '!' or '?' && IsMark(text[end + 1]))
            end += 2;
        else if (end < text.Length && IsMark(text[end]))
            end++;
        else if (end + 1 < text.Length && text[end] == '\'' && text[end + 1] == '\'')
            end += 2;
        return Span.Between(start, end);
    }

    private static bool IsMark(char c) => c is '"' or '“' or '”' or '„' or '«' or '»';

    /// <summary>Spans with nothing but marks and spaces between them are one.</summary>
    private static List<Span> Merged(string text, IEnumerable<Span> spans)
    {
        var merged = new List<Span>();
        foreach (var span in spans.OrderBy(span => span.Start))
        {
            if (
                merged.Count > 0
                && (span.Start <= merged[^1].End || !text[merged[^1].End..span.Start].Any(char.IsLetterOrDigit))
            )
                merged[^1] = Span.Between(merged[^1].Start, Math.Max(merged[^1].End, span.End));
            else
                merged.Add(span);
        }
        // A quotation over several sentences ends with its mark.
        for (var m = 0; m < merged.Count; m++)
        {
            var end = merged[m].End;
            while (end < text.Length && end < merged[m].End + 2 && text[end] is ',' or '.' or '!' or '?')
                end++;
            if (text[merged[m].Start..merged[m].End].Count(IsMark) % 2 == 1 && end < text.Length && IsMark(text[end]))
                merged[m] = Span.Between(merged[m].Start, end + 1);
        }
        return merged;
    }
}
