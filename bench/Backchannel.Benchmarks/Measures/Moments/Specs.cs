using System.Globalization;
using System.Text.Json;

namespace Backchannel.Benchmarks.Measures.Moments;

/// <summary>
/// The sentences by which Recognizers-Text tests itself, in those languages for which there is a pack: users of assistants rather than the press, with
/// many hours and appointments. Whether the times are found; their values are written otherwise there.
/// </summary>
internal static class Specs
{
    /// <summary>The sentences of a language; those that its authors do not support say nothing.</summary>
    public static List<TimexDocument> Documents(string file) =>
        [
            .. JsonDocument
                .Parse(File.ReadAllText(file))
                .RootElement.EnumerateArray()
                .Where(sentence => !sentence.TryGetProperty("NotSupported", out _))
                .Select((sentence, i) => Read(sentence, $"{Path.GetFileName(Path.GetDirectoryName(file))} {i}")),
        ];

    private static TimexDocument Read(JsonElement sentence, string name)
    {
        var times = sentence
            .GetProperty("Results")
            .EnumerateArray()
            .Where(time => time.TryGetProperty("Start", out _) && time.TryGetProperty("End", out _))
            .Select(time => new Timex(
                Span.Between(time.GetProperty("Start").GetInt32(), time.GetProperty("End").GetInt32() + 1),
                null
            ))
            .ToList();
        DateOnly? day =
            sentence.TryGetProperty("Context", out var context)
            && context.TryGetProperty("ReferenceDateTime", out var time)
            && DateTime.TryParse(time.GetString(), CultureInfo.InvariantCulture, out var reference)
                ? DateOnly.FromDateTime(reference)
                : null;
        return new(name, sentence.GetProperty("Input").GetString()!, day, times);
    }
}
