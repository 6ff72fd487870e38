namespace Backchannel.Benchmarks.Measures.Events;

/// <summary>Arabic sentences that tell of an assault or do not, as annotators took them: whether we find a use of force in them.</summary>
internal static class ArabicGsr
{
    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        var pipeline = new Pipeline(options.Packs);
        var counts = new Counts();
        var printed = 0;
        foreach (var row in Table.Read(Path.Combine(folder, "assault_gsr.csv"), ','))
        {
            var gold = int.Parse(row["accept"], System.Globalization.CultureInfo.InvariantCulture) > 0;
            var ours = Reader
                .Read(pipeline, row["text"], "ar")
                .Contents.Any(content => content.Type?.Plover == "ASSAULT");
            counts.Hits += gold && ours ? 1 : 0;
            counts.FalseAlarms += !gold && ours ? 1 : 0;
            counts.Misses += gold && !ours ? 1 : 0;
            if (gold != ours && printed++ < options.Errors)
                Console.Error.WriteLine($"{(gold ? "missed" : "too much")}: {row["text"]}");
        }
        yield return new(
            "events",
            "events/arabic-gsr",
            "all",
            "assault found in a sentence, F1",
            counts.F1,
            Must: 0.60
        );
        yield return new("events", "events/arabic-gsr", "all", "assault found in a sentence, P", counts.Precision);
        yield return new("events", "events/arabic-gsr", "all", "assault found in a sentence, R", counts.Recall);
    }
}
