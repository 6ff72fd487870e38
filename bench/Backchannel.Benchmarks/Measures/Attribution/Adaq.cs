using System.Text;

namespace Backchannel.Benchmarks.Measures.Attribution;

/// <summary>
/// adaq: Russian sentences with source, cue and content marked token by token. Each sentence is read by itself; F1 over tokens, marks left out.
/// Czech, which no pack reads, is not measured.
/// </summary>
internal static class Adaq
{
    private const string Set = "attribution/adaq";

    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        var file = Path.Combine(folder, "ru_tokens.tsv");
        if (!File.Exists(file))
            yield break;
        var parts = new[] { "source", "cue", "content" };
        var counts = parts.ToDictionary(part => part, _ => new Counts(), StringComparer.Ordinal);
        var pipeline = new Pipeline(options.Packs);
        var errors = new Errors(options.Errors);
        foreach (var tokens in Sentences(file))
        {
            var text = new StringBuilder();
            var spans = new List<(Span Span, string Tag)>();
            var isQuoted = false;
            foreach (var (word, tag) in tokens)
            {
                var isMark = !word.Any(char.IsLetterOrDigit);
                isQuoted ^= word == "\"";
                var closes = word is "," or "." or ":" or ";" or "?" or "!" or "»" or ")" || word == "\"" && !isQuoted;
                var opened = text.Length > 0 && (text[^1] is '«' or '(' || text[^1] == '"' && isQuoted && word != "\"");
                if (text.Length > 0 && !closes && !opened)
                    text.Append(' ');
                spans.Add((new(text.Length, word.Length), isMark ? "None" : tag));
                text.Append(word);
            }
            var all = text.ToString();
            // Only the outermost act of saying is marked.
            var said = Saying.In(pipeline, all, "ru").Found;
            var found = said.FindAll(saying =>
                !said.Exists(outer =>
                    outer != saying && saying.Cue.Count > 0 && outer.Content.Any(span => span.Contains(saying.Cue[0]))
                )
            );
            foreach (var part in parts)
            {
                var ours = found.SelectMany(saying => Part(saying, part)).ToList();
                counts[part]
                    .Add(
                        spans
                            .Where(each =>
                                char.IsLetterOrDigit(all[each.Span.Start])
                                && ours.Exists(span => span.Overlaps(each.Span))
                            )
                            .Select(each => each.Span)
                            .ToHashSet(),
                        spans.Where(each => each.Tag == part).Select(each => each.Span).ToHashSet()
                    );
            }
            var gold = new Saying(Of("source"), Of("cue"), Of("content"));
            errors.Compare("ru: " + all, all, gold.Cue.Count + gold.Content.Count == 0 ? [] : [gold], found);

            List<Span> Of(string part) => [.. spans.Where(each => each.Tag == part).Select(each => each.Span)];
        }
        foreach (
            var (part, must, peer) in new[] { ("source", 0.55, 0.50), ("cue", 0.75, 0.75), ("content", 0.80, 0.79) }
        )
        {
            yield return Score($"{part} F1, tokens", counts[part].F1, must, peer);
            yield return Score($"{part} R, tokens", counts[part].Recall);
        }

        static Score Score(string metric, double value, double? must = null, double? peer = null) =>
            new("attribution", Set, "all", metric, value, peer is null ? null : "its authors [P]", peer, must);
    }

    private static IReadOnlyList<Span> Part(Saying saying, string part) =>
        part switch
        {
            "source" => saying.Source,
            "cue" => saying.Verb,
            _ => saying.Content,
        };

    /// <summary>Columns: lemma, token, sentence, position, tag.</summary>
    private static IEnumerable<List<(string Word, string Tag)>> Sentences(string file)
    {
        var sentence = new List<(string, string)>();
        string? id = null;
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            var fields = line.Split('\t');
            if (fields.Length < 5)
                continue;
            if (fields[2] != id && sentence.Count > 0)
            {
                yield return sentence;
                sentence = [];
            }
            id = fields[2];
            // A quotation mark is written doubled and between quotation marks, as tables do.
            sentence.Add((fields[1].Contains("\"\"", StringComparison.Ordinal) ? "\"" : fields[1], fields[4].Trim()));
        }
        if (sentence.Count > 0)
            yield return sentence;
    }
}
