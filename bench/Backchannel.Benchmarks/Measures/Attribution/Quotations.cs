using Backchannel.Benchmarks.Measures;

namespace Backchannel.Benchmarks.Measures.Attribution;

/// <summary>
/// Direct quotations of PolNeAR: the pieces of what is said that are all of them between quotation marks. Pairing marks finds all of those, and
/// as many quoted words inside other sentences; what counts is which are speech, and whose.
/// </summary>
internal static class Quotations
{
    public static IEnumerable<Score> PolNear(MeasureOptions options, string folder)
    {
        foreach (var split in Attribution.PolNear.Splits(options, folder))
        {
            Counts ours = new(),
                pairing = new(),
                compromise = new();
            int direct = 0,
                speakerless = 0;
            var pipeline = new Pipeline(options.Packs);
            var articles = Attribution.PolNear.Read(folder, split).ToList();
            var peer = Peer.Ask("quotations.js", [.. articles.Select(article => article.Text)]);
            for (var a = 0; a < articles.Count; a++)
            {
                var text = articles[a].Text;
                var marked = Marked(text);
                var gold = marked.FindAll(span =>
                    articles[a].Gold.Exists(saying => saying.Content.Any(content => Same(content, span)))
                );
                var found = Saying.In(pipeline, text, "en").Found;
                var said = marked.FindAll(span =>
                    found.Exists(saying => saying.Content.Any(content => Same(content, span)))
                );
                Count(ours, said, gold);
                foreach (var span in gold.Except(said).Take(options.Errors))
                    Console.Error.WriteLine($"{articles[a].Name}: missed: {Context(text, span)}");
                foreach (var span in said.Except(gold).Take(options.Errors))
                    Console.Error.WriteLine($"{articles[a].Name}: too much: {Context(text, span)}");
                Count(pairing, marked, gold);
                if (peer is not null)
                    Count(
                        compromise,
                        [.. peer[a].EnumerateArray().Select(span => new Span(span[0].GetInt32(), span[1].GetInt32()))],
                        gold
                    );
                foreach (var span in gold)
                {
                    direct++;
                    if (
                        !found.Exists(saying =>
                            saying.Figures.Count > 0 && saying.Content.Any(content => Same(content, span))
                        )
                    )
                        speakerless++;
                }
            }
            string? name = peer is null ? null : "compromise [M, this run]";
            yield return Of(
                "direct quotations, P",
                ours.Precision,
                0.75,
                name,
                peer is null ? null : compromise.Precision
            );
            yield return Of("direct quotations, R", ours.Recall, 0.95, name, peer is null ? null : compromise.Recall);
            yield return Of("pairing of marks, P", pairing.Precision);
            yield return Of("pairing of marks, R", pairing.Recall);
            yield return Of(
                "direct quotations without a speaker",
                direct == 0 ? 0 : (double)speakerless / direct,
                0.20,
                "CoreNLP [P]",
                0.26
            ) with
            {
                LowerIsBetter = true,
            };

            Score Of(
                string metric,
                double value,
                double? must = null,
                string? peerName = null,
                double? peerValue = null
            ) => new("quotations", "attribution/polnear", split, metric, value, peerName, peerValue, must);
        }
    }

    private static string Context(string text, Span span)
    {
        var from = Math.Max(0, span.Start - ContextCharacters);
        var to = Math.Min(text.Length, span.End + ContextCharacters);
        return $"{text[from..span.Start]}[[{span.Of(text)}]]{text[span.End..to]}".ReplaceLineEndings("⏎");
    }

    private const int ContextCharacters = 120;

    private static void Count(Counts counts, List<Span> found, List<Span> gold)
    {
        var hits = found.Count(span => gold.Exists(other => Same(span, other)));
        counts.Hits += hits;
        counts.FalseAlarms += found.Count - hits;
        counts.Misses += gold.Count(span => !found.Exists(other => Same(span, other)));
    }

    /// <summary>The same but for marks and spaces at the ends.</summary>
    private static bool Same(Span a, Span b) =>
        Math.Abs(a.Start - b.Start) <= EndsDiffer && Math.Abs(a.End - b.End) <= EndsDiffer;

    private const int EndsDiffer = 3;

    /// <summary>All stretches between double quotation marks inside a line.</summary>
    internal static List<Span> Marked(string text)
    {
        var marked = new List<Span>();
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                open = -1;
            else if (open < 0 && text[i] is '"' or '“')
                open = i;
            else if (open >= 0 && text[i] is '"' or '”')
            {
                marked.Add(Span.Between(open, i + 1));
                open = -1;
            }
        }
        return marked;
    }
}
