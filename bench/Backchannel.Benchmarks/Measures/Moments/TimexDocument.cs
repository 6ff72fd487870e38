using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Backchannel.Benchmarks.Measures.Moments;

/// <summary>A time that annotators marked; no value where the set gives none.</summary>
internal sealed record Timex(Span Span, string? Value);

/// <summary>An annotated text.</summary>
internal sealed partial record TimexDocument(string Name, string Text, DateOnly? Published, IReadOnlyList<Timex> Times)
{
    /// <summary>Documents of tokens, a line each: the token, B-, I- or O, and where there is a third column the value; a line names the day of writing.</summary>
    public static IEnumerable<TimexDocument> FromColumns(string file)
    {
        var text = new StringBuilder();
        var times = new List<Timex>();
        DateOnly? published = null;
        var number = 0;
        foreach (var line in File.ReadLines(file).Append("-DOCSTART-"))
        {
            var day = Written().Match(line);
            if (day.Success || line.StartsWith("-DOCSTART-", StringComparison.Ordinal))
            {
                if (text.Length > 0)
                    yield return new($"{Path.GetFileName(file)} {++number}", text.ToString(), published, times);
                (text, times) = (new(), []);
                published = DayOf(day.Groups["value"].Value);
                continue;
            }
            var fields = line.Split(line.Contains('\t', StringComparison.Ordinal) ? "\t" : "   ");
            if (fields.Length < 2 || fields[0].Length == 0)
            {
                if (text.Length > 0 && text[^1] != '\n')
                    text.Append('\n');
                continue;
            }
            if (text.Length > 0 && text[^1] != '\n')
                text.Append(' ');
            var span = new Span(text.Length, fields[0].Length);
            text.Append(fields[0]);
            var tag = fields[1].Trim();
            if (tag.StartsWith("B-", StringComparison.Ordinal))
                times.Add(new(span, fields.Length > 2 ? fields[2].Trim() : null));
            else if (tag.StartsWith("I-", StringComparison.Ordinal) && times.Count > 0)
                times[^1] = times[^1] with { Span = times[^1].Span.Cover(span) };
        }
    }

    /// <summary>One document with TIMEX3 tags in its text.</summary>
    public static TimexDocument FromInline(string file, string element)
    {
        // The wiki texts hold bare ampersands.
        var xml = BareAmpersand().Replace(File.ReadAllText(file), "&amp;");
        var root = XDocument.Parse(xml, LoadOptions.PreserveWhitespace).Root!;
        var written = root.Descendants("TIMEX3")
            .First(time => time.Ancestors().All(each => each.Name.LocalName != element));
        var text = new StringBuilder();
        var times = new List<Timex>();
        Append(root.Descendants(element).First());
        return new(Path.GetFileName(file), text.ToString(), DayOf((string?)written.Attribute("value") ?? ""), times);

        void Append(XElement parent)
        {
            foreach (var node in parent.Nodes())
            {
                if (node is XText words)
                    text.Append(words.Value);
                else if (node is XElement child)
                {
                    var start = text.Length;
                    Append(child);
                    if (child.Name.LocalName == "TIMEX3" && text.Length > start)
                        times.Add(new(Span.Between(start, text.Length), (string?)child.Attribute("value")));
                }
            }
        }
    }

    private static DateOnly? DayOf(string value) =>
        Interval.TryParse(value.Length > 10 ? value[..10] : value, out var day) ? day.From : null;

    [GeneratedRegex("DCTVALUE=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();

    [GeneratedRegex("&(?![a-z]+;|#)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BareAmpersand();
}
