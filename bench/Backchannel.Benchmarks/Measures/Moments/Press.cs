using System.Globalization;
using System.Text;

namespace Backchannel.Benchmarks.Measures.Moments;

/// <summary>Times in sentences of our own, for languages in which nobody has annotated news: <c>bench/labels/moments.tsv</c>.</summary>
internal static class Press
{
    /// <summary>The documents of a language and split: every second line of a language is its test.</summary>
    public static IEnumerable<IGrouping<(string Language, string Split), TimexDocument>> Documents(string file)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return File.ReadLines(file)
            .Where(line => line is not ("" or ['#', ..]))
            .Select(line => line.Split('\t'))
            .Select(fields =>
            {
                var number = seen[fields[0]] = seen.GetValueOrDefault(fields[0]) + 1;
                return (
                    Key: (fields[0], number % 2 == 1 ? "dev" : "test"),
                    Document: Parse(fields[1], fields[2], $"{fields[0]} {number}")
                );
            })
            .GroupBy(pair => pair.Key, pair => pair.Document);
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
