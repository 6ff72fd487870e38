using Backchannel.Linking;

namespace Backchannel.Benchmarks.Measures.Origins;

/// <summary>
/// How many independent origins a report has: generated articles on a meeting, in six languages, that have it from one another in known ways. The figure is that of
/// the claim that most of the articles are about; where articles fall into several claims, it is mostly wrong. Counting outlets is the baseline.
/// </summary>
internal static class Generated
{
    private const string Set = "labels/origins";

    private const int Seed = 20311127,
        GraphsOfAKind = 60;

    private static readonly string[] Splits = ["dev", "test"];

    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        var pipeline = new Pipeline(options.Packs);
        foreach (var split in Splits.Where(options.Wants))
        {
            var results = new SourceGraphs(folder, split, Seed)
                .Draw(GraphsOfAKind)
                .ToList()
                .ConvertAll(graph => (Graph: graph, Result: Count(pipeline, graph)));
            foreach (
                var (graph, result) in results
                    .Where(each => each.Result.Count != each.Graph.Origins)
                    .Take(options.Errors)
            )
            {
                Console.Error.WriteLine(
                    $"{graph.Kind}: {graph.Origins} origins, counted {result.Count} in {result.Claims} claims"
                );
                foreach (var article in graph.Articles)
                    Console.Error.WriteLine($"    {article.Outlet} [{article.Language}] {article.Text}");
                foreach (var origin in result.Origins)
                    Console.Error.WriteLine($"  - {origin}");
            }
            var all = results.Count;
            yield return Of(
                split,
                "origins counted right",
                (double)results.Count(each => each.Result.Count == each.Graph.Origins) / all,
                0.80,
                (double)
                    results.Count(each =>
                        each.Graph.Articles.Select(article => article.Outlet).Distinct(StringComparer.Ordinal).Count()
                        == each.Graph.Origins
                    ) / all
            );
            yield return new(
                "origins",
                Set,
                split,
                "independent origins taken for one",
                (double)results.Sum(each => each.Result.Merged) / results.Sum(each => each.Result.Independent),
                Must: 0.02,
                LowerIsBetter: true
            );
            foreach (var kind in results.GroupBy(each => each.Graph.Kind, StringComparer.Ordinal))
                yield return Of(
                    split,
                    $"counted right, {kind.Key}",
                    (double)kind.Count(each => each.Result.Count == each.Graph.Origins) / kind.Count()
                );
        }
    }

    private static Score Of(string split, string metric, double value, double? must = null, double? peer = null) =>
        new("origins", Set, split, metric, value, peer is null ? null : "outlets counted, same run", peer, must);

    private sealed record Result(int Count, int Claims, int Merged, int Independent, IReadOnlyList<string> Origins);

    private static Result Count(Pipeline pipeline, SourceGraph graph)
    {
        var readings = graph
            .Articles.Select(
                (article, i) =>
                {
                    var path = $"{i}.txt";
                    var document = new Document
                    {
                        Id = new(Hash.Id('d', path, article.Text)),
                        Path = path,
                        Text = article.Text,
                        Outlet = article.Outlet,
                        DeclaredLanguage = article.Language,
                        Published = Interval.Day(new DateOnly(2031, 4, 1).AddDays(article.Day)),
                    };
                    return new DocumentReading(document, pipeline.Understand(document));
                }
            )
            .ToList();
        var changes = Linker.Link(readings);
        var contacts = changes.Claims.Where(claim => claim.Type.Family == Family.Contact).ToList();
        var claim = contacts
            .OrderByDescending(each => each.Documents.Length)
            .ThenBy(each => each.Id.Value, StringComparer.Ordinal)
            .FirstOrDefault();
        if (claim is null)
            return new(0, 0, 0, Pairs(graph).Count(), []);
        var originsOf = readings.ConvertAll(reading =>
            Enumerable
                .Range(0, reading.Findings.Statements.Length)
                .Select(reading.StatementId)
                .Where(claim.Statements.Contains)
                .Select(statement => changes.OriginOf[statement])
                .ToHashSet()
        );
        var byId = changes.Origins.ToDictionary(origin => origin.Id);
        return new(
            claim.Origins.Length,
            contacts.Count,
            Pairs(graph).Count(pair => originsOf[pair.A].Overlaps(originsOf[pair.B])),
            Pairs(graph).Count(),
            [.. claim.Origins.Select(id => $"{byId[id].Description}: {byId[id].Reason}")]
        );
    }

    /// <summary>Articles that have nothing of one another.</summary>
    private static IEnumerable<(int A, int B)> Pairs(SourceGraph graph) =>
        from a in Enumerable.Range(0, graph.Articles.Count)
        from b in Enumerable.Range(a + 1, graph.Articles.Count - a - 1)
        where !graph.Articles[a].Origins.Intersect(graph.Articles[b].Origins, StringComparer.Ordinal).Any()
        select (a, b);
}
