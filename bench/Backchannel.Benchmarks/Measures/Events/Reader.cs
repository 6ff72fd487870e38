using Backchannel.Understanding;

namespace Backchannel.Benchmarks.Measures.Events;

/// <summary>Reads a sentence or an article of a corpus of events.</summary>
internal static class Reader
{
    public static Findings Read(
        Pipeline pipeline,
        string text,
        string language,
        DateOnly? published = null,
        Trace? trace = null
    ) =>
        pipeline.Understand(
            new Document
            {
                Id = new("measured"),
                Path = "measured",
                Text = text,
                DeclaredLanguage = language,
                Published = published is { } day ? Interval.Day(day) : default,
            },
            trace ?? new()
        );

    /// <summary>
    /// The PLOVER root of a content: that of its type, but for what is refused, which PLOVER codes by the refusal, and for what is only meant,
    /// which it codes by the intent. The scheme's newest
    /// names are used, as the corpora do (YIELD for what was CONCEDE).
    /// </summary>
    public static string RootOf(Content content) =>
        (content.Type!.Codes.For(content.Status) ?? content.Type.Codes.Done).Plover is var root and not "CONCEDE"
            ? root
            : "YIELD";

    /// <summary>PLOVER's four ways: verbal and material cooperation, verbal and material conflict.</summary>
    public static int WayOf(string root) =>
        root switch
        {
            "AGREE" or "CONSULT" or "SUPPORT" => 1,
            "COOPERATE" or "AID" or "YIELD" => 2,
            "REQUEST" or "ACCUSE" or "REJECT" or "THREATEN" => 3,
            "PROTEST" or "SANCTION" or "MOBILIZE" or "COERCE" or "ASSAULT" => 4,
            _ => 0,
        };

    /// <summary>The mean of the F1 of every class of the gold, each weighing the same.</summary>
    public static double MacroF1<T>(IReadOnlyCollection<(T Gold, T Ours)> pairs)
        where T : notnull
    {
        var classes = pairs.Select(pair => pair.Gold).Distinct().ToList();
        return classes.Average(one =>
        {
            var counts = new Counts
            {
                Hits = pairs.Count(pair => pair.Gold.Equals(one) && pair.Ours.Equals(one)),
                FalseAlarms = pairs.Count(pair => !pair.Gold.Equals(one) && pair.Ours.Equals(one)),
                Misses = pairs.Count(pair => pair.Gold.Equals(one) && !pair.Ours.Equals(one)),
            };
            return counts.F1;
        });
    }
}
