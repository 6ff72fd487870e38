using System.Globalization;
using System.Text;

namespace Backchannel.Benchmarks.Measures.Moments;

/// <summary>Times in sentences of our own, a file a language, for languages in which nobody has annotated news: <c>bench/labels/moments</c>.</summary>
internal static class Press
{
    /// <summary>The sentences of a file by split: every second one is its test.</summary>
    public static IEnumerable<IGrouping<string, TimexDocument>> Documents(string file)
    {
        var language = Path.GetFileNameWithoutExtension(file);
        return File.ReadLines(file)
            .Where(line => line is not ("" or ['#', ..]))
            .Select(line => line.Split('\t'))
            .Select(
                (fields, index) =>
                    (
                        Split: index % 2 == 0 ? "dev" : "test",
                        Document: Parse(fields[0], fields[1], $"{language} {index + 1}")
                    )
            )
            .GroupBy(pair => pair.Split, pair => pair.Document, StringComparer.Ordinal);
    }

    private static TimexDocument Parse(string published, string marked, string name)
    {
        var text = new StringBuilder();
        var times = new List<Timex>();
        for (var at = 0; at < marked.Length; )
        {
            var open = marked.IndexOf("[[", at, StringComparison.Ordinal);
            if (open < 0)
            {
                text.Append(marked, at, marked.Length - at);
                break;
            }
            text.Append(marked, at, open - at);
            var bar = marked.IndexOf('|', open);
            var close = marked.IndexOf("]]", bar, StringComparison.Ordinal);
            times.Add(new(new(text.Length, bar - open - 2), marked[(bar + 1)..close]));
            text.Append(marked, open + 2, bar - open - 2);
            at = close + 2;
        }
        return new(
            name,
            text.ToString(),
            DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            times
        );
    }
}
