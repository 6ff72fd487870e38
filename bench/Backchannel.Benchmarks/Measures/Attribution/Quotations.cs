using Backchannel.Benchmarks.Measures;

namespace Backchannel.Benchmarks.Measures.Attribution;

/// <summary>
/// Direct quotations of PolNeAR: the pieces of what is said that stand between quotation marks, at least as long as a phrase. Pairing marks finds
/// nearly all of them and as many that nobody says; what counts is which of them are speech, and whose.
/// </summary>
internal static class Quotations
{
    /// <summary>Shorter quotations colour a word; the corpus marks some of them as said and some not.</summary>
    private const int ShortestCharacters = 20;

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
                    articles[a].Gold.Exists(saying => saying.Content.Any(content => Holds(content, span)))
                );
                var found = Saying.In(pipeline, text, "en").Found;
                var said = marked.FindAll(span =>
                    found.Exists(saying => saying.Content.Any(content => Holds(content, span)))
                );
                Count(ours, said, gold);
                Count(pairing, marked, gold);
                if (peer is not null)
                    Count(
                        compromise,
                        [
                            .. peer[a]
                                .EnumerateArray()
                                .Select(span => new Span(span[0].GetInt32(), span[1].GetInt32()))
                                .Where(span => span.Length >= ShortestCharacters),
                        ],
                        gold
                    );
                foreach (var span in gold)
                {
                    direct++;
                    if (
                        !found.Exists(saying =>
                            saying.Figures.Count > 0 && saying.Content.Any(content => Holds(content, span))
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

    private static bool Holds(Span content, Span quoted) =>
        content.Start <= quoted.Start + EndsDiffer && quoted.End <= content.End + EndsDiffer;

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
                if (i + 1 - open >= ShortestCharacters)
                    marked.Add(Span.Between(open, i + 1));
                open = -1;
            }
        }
        return marked;
    }
}
