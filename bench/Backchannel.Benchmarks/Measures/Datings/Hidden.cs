using Backchannel.Linking;
using Backchannel.Reading;

namespace Backchannel.Benchmarks.Measures.Datings;

/// <summary>
/// Articles whose dates are known, and hidden from the engine for every third: how many it bounds, how many to one day, and how often wrongly. Beside it stands
/// who takes the newest whole date of an article's text for the day of its writing, as date extractors for pages do. Dates are those of headers, or of a folder.
/// </summary>
internal static class Hidden
{
    private const int Nth = 3;

    public static IEnumerable<Score> Arabic(MeasureOptions options, string folder) => Run(options, folder, "bulk-ar");

    public static IEnumerable<Score> Spanish(MeasureOptions options, string folder) =>
        Run(options, folder, "stories/cltls-es");

    private static IEnumerable<Score> Run(MeasureOptions options, string folder, string set)
    {
        var pipeline = new Pipeline(options.Packs);
        var dated = Directory
            .EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file =>
                DocumentReader.Read(Path.GetRelativePath(folder, file), File.ReadAllBytes(file), null).Document
            )
            .OfType<Document>()
            .Select(document =>
                document.Published.IsUnknown
                && Interval.TryParse(Path.GetFileName(Path.GetDirectoryName(document.Path)), out var day)
                    ? document with
                    {
                        Published = day,
                    }
                    : document
            )
            .Where(document => document.Published is { Days: 1 })
            .DistinctBy(document => document.Id)
            .ToList();
        var given = dated.ToDictionary(document => document.Id, document => document.Published);
        var readings = dated
            .Select((document, i) => i % Nth == 0 ? document with { Published = default } : document)
            .AsParallel()
            .AsOrdered()
            .Select(document => new DocumentReading(document, pipeline.Understand(document)))
            .ToList();
        var hidden = Linker.Account(readings).Readings.Where(reading => reading.Document.Published.IsUnknown).ToList();
        var bounded = hidden.FindAll(reading => reading.Findings.Dating is { When.IsUnknown: false });
        var oneDay = bounded.FindAll(reading => reading.Findings.Dating!.When.Days == 1);
        var wrong = bounded.FindAll(reading => !reading.Findings.Dating!.When.Overlaps(given[reading.Document.Id]));
        foreach (var reading in wrong.Take(options.Errors))
            Console.Error.WriteLine(
                $"{reading.Document.Path}: {given[reading.Document.Id]}, inferred {reading.Findings.Dating!.When}: {reading.Findings.Dating.Reason}"
            );
        var newest = hidden
            .Select(reading =>
                (
                    Given: given[reading.Document.Id],
                    Newest: reading
                        .Findings.Moments.Where(moment =>
                            moment is { Basis: MomentBasis.Absolute, Precision: Precision.Day, When.Days: 1 }
                        )
                        .Max(moment => moment.When.To)
                )
            )
            .Where(each => each.Newest is not null)
            .ToList();
        const string Peer = "newest date in the text [M]";
        yield return Of("hidden dates bounded", Share(bounded.Count, hidden.Count));
        yield return Of(
            "hidden dates inferred to the day",
            Share(oneDay.Count, hidden.Count),
            Share(newest.Count, hidden.Count)
        );
        yield return Of(
            "inferred wrongly, of those inferred",
            Share(wrong.Count, bounded.Count),
            Share(newest.Count(each => each.Given.From != each.Newest), newest.Count)
        ) with
        {
            LowerIsBetter = true,
            Must = 0.02,
        };

        Score Of(string metric, double value, double? peer = null) =>
            new("datings", set, "all", metric, value, peer is null ? null : Peer, peer);
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
