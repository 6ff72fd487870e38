using Backchannel.Languages;
using Backchannel.Understanding;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Benchmarks.Measures.Attribution;

/// <summary>A paragraph: tokens with what is known of each, and the sayings that annotators marked.</summary>
internal sealed partial class TrainingParagraph
{
    public required string Text { get; init; }

    public required Span[] Tokens { get; init; }

    public required uint[] Words { get; init; }

    public required uint[] Endings { get; init; }

    public required uint[] Shapes { get; init; }

    public required uint[] Classes { get; init; }

    public required uint[] Cues { get; init; }

    /// <summary>Bits: inside quotation marks, first of its sentence, last of its sentence, a mark.</summary>
    public required uint[] Places { get; init; }

    /// <summary>The innermost clause of each token: its kind, whether it begins or ends there, and whether it is told by a verb of saying.</summary>
    public required uint[] Clauses { get; init; }

    /// <summary>For each layer what the engine found: 0 outside, 1 first, 2 inside.</summary>
    public required int[][] Ours { get; init; }

    /// <summary>For each layer what annotators marked.</summary>
    public required int[][] Gold { get; init; }

    /// <summary>What the model of words of saying found.</summary>
    public int[] Said { get; set; } = [];

    /// <summary>Where a layer's labels lie in <see cref="Ours"/> and <see cref="Gold"/>.</summary>
    public const int SourceLayer = 0;

    public const int CueLayer = 1;

    public const int ContentLayer = 2;

    /// <summary>Bits of <see cref="Places"/>.</summary>
    public const uint InQuotes = 1;

    public const uint SentenceFirst = 2;

    public const uint SentenceLast = 4;

    public const uint Mark = 8;

    public static TrainingParagraph Of(PolNear.Article article, List<Sentence> sentences, List<Saying> found)
    {
        var tokens = sentences.SelectMany(sentence => sentence.Tokens.Select(token => token.Span)).ToArray();
        var places = new List<uint>();
        var quoted = 0u;
        foreach (var sentence in sentences)
        {
            for (var t = 0; t < sentence.Tokens.Length; t++)
            {
                var text = sentence.Texts[t];
                if (text is "“" || text is "\"" && quoted == 0)
                    quoted = InQuotes;
                else if (text is "”" or "\"")
                    quoted = 0;
                places.Add(
                    quoted
                        | (t == 0 ? SentenceFirst : 0)
                        | (t == sentence.Tokens.Length - 1 ? SentenceLast : 0)
                        | (sentence.Tokens[t].IsWord ? 0 : Mark)
                );
            }
        }
        return new()
        {
            Text = article.Text,
            Tokens = tokens,
            Words = [.. sentences.SelectMany(sentence => sentence.Texts).Select(text => Hash(text.ToLowerInvariant()))],
            Endings =
            [
                .. sentences
                    .SelectMany(sentence => sentence.Texts)
                    .Select(text => Hash(text[Math.Max(0, text.Length - 3)..])),
            ],
            Shapes = [.. sentences.SelectMany(sentence => sentence.Texts).Select(Shape)],
            Classes =
            [
                .. sentences.SelectMany(sentence => sentence.Tags.Select(tag => (uint)tag.Upos * 16 + (uint)tag.Form)),
            ],
            Cues =
            [
                .. sentences.SelectMany(sentence =>
                    Enumerable
                        .Range(0, sentence.Tokens.Length)
                        .Select(t =>
                            sentence
                                .Hits.Where(hit => hit.Covers(t))
                                .Aggregate(0u, (bits, hit) => bits | 1u << ((int)hit.Cue.Kind & 31))
                        )
                ),
            ],
            Places = [.. places],
            Clauses = [.. sentences.SelectMany(ClausesOf)],
            Ours =
            [
                Layer(tokens, found, saying => saying.Source),
                Layer(tokens, found, saying => saying.Cue),
                Layer(tokens, found, saying => saying.Content),
            ],
            Gold =
            [
                Layer(tokens, article.Gold, saying => saying.Source),
                Layer(tokens, article.Gold, saying => saying.Cue),
                Layer(tokens, article.Gold, saying => saying.Content),
            ],
        };
    }

    /// <summary>Of nested stretches the outer one is kept.</summary>
    private static int[] Layer(Span[] tokens, IEnumerable<Saying> sayings, Func<Saying, IReadOnlyList<Span>> part)
    {
        var labels = new int[tokens.Length];
        if (tokens.Length == 0)
            return labels;
        foreach (var span in sayings.SelectMany(part).Distinct().OrderByDescending(span => span.Length))
        {
            if (span.End <= tokens[0].Start || span.Start >= tokens[^1].End)
                continue;
            var first = Array.FindIndex(tokens, token => token.End > span.Start);
            var last = Array.FindLastIndex(tokens, token => token.Start < span.End);
            if (first < 0 || last < first || labels[first..(last + 1)].Any(label => label > 0))
                continue;
            labels[first] = 1;
            for (var i = first + 1; i <= last; i++)
                labels[i] = 2;
        }
        return labels;
    }

    private static uint[] ClausesOf(Sentence sentence)
    {
        var bits = new uint[sentence.Tokens.Length];
        foreach (var clause in sentence.Clauses.OrderByDescending(clause => clause.Last - clause.First))
        {
            var first = clause.Opener >= 0 ? Math.Min(clause.Opener, clause.First) : clause.First;
            if (first < 0 || clause.Last < first)
                continue;
            var isTold = false;
            for (var at = clause; at is not null; at = at.Parent)
                isTold |=
                    at.Kind is ClauseKind.Complement or ClauseKind.Infinitive
                    && at.Parent?.Verb is { } verb
                    && sentence.HitAt(verb.Main, CueKind.Say) is not null;
            for (var t = first; t <= clause.Last && t < bits.Length; t++)
                bits[t] =
                    1 + (uint)clause.Kind + (isTold ? 16u : 0) + (t == first ? 32u : 0) + (t == clause.Last ? 64u : 0);
        }
        return bits;
    }

    private static uint Shape(string text)
    {
        var shape = 0u;
        foreach (var c in text)
            shape |=
                char.IsUpper(c) ? 1u
                : char.IsDigit(c) ? 2u
                : char.IsLetter(c) ? 4u
                : 8u;
        return shape | (text.Length > 0 && char.IsUpper(text[0]) ? 16u : 0u);
    }

    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return hash;
    }
}
