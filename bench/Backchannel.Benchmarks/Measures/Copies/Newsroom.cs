using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Backchannel.Benchmarks.Measures.Copies;

/// <summary>An article of a corpus: paragraphs or sentences, whichever it has.</summary>
internal sealed record Article(string Name, string Language, IReadOnlyList<string> Lines);

/// <summary>Articles of several corpora and languages as plain lines.</summary>
internal static partial class Newsroom
{
    private const int LeastLines = 5;

    /// <summary>Those that are there below the folder of data, in an order that is always the same.</summary>
    public static IEnumerable<Article> Articles(string data) =>
        EcbPlus(Path.Combine(data, "stories/ecbplus"))
            .Select(article => article.Article)
            .Concat(Texts(Path.Combine(data, "stories/cltls-es"), "es"))
            .Concat(Texts(Path.Combine(data, "bulk-ar"), "ar"))
            .Concat(Texts(Path.Combine(data, "attribution/polnear/train/text"), "en"))
            .Concat(German(Path.Combine(data, "attribution/german-wikinews/train")))
            .Where(article => article.Lines.Count >= LeastLines);

    /// <summary>The articles of ECB+, each with its topic and whether it is of the topic's second event ("plus").</summary>
    public static IEnumerable<(Article Article, int Topic, bool Plus)> EcbPlus(string folder)
    {
        foreach (var file in Files(folder, "*.xml"))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var lines = XDocument
                .Load(file)
                .Descendants("token")
                .GroupBy(token => (int)token.Attribute("sentence")!)
                .Select(sentence =>
                    Detached().Replace(string.Join(' ', sentence.Select(token => token.Value)), "${mark}")
                )
                .ToList();
            yield return (
                new(name, "en", lines),
                int.Parse(name.Split('_')[0], System.Globalization.CultureInfo.InvariantCulture),
                name.EndsWith("plus", StringComparison.Ordinal)
            );
        }
    }

    /// <summary>A mark that stands behind a space in tokens and behind a word in print.</summary>
    [GeneratedRegex(" (?<mark>[.,;:!?)’]|'s\\b|n't\\b)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Detached();

    private static IEnumerable<Article> Texts(string folder, string language)
    {
        foreach (
            var file in Files(folder, "*.txt").Where(file => !file.Contains("/reference/", StringComparison.Ordinal))
        )
        {
            var lines = File.ReadAllLines(file).Select(line => line.Trim()).ToList();
            if (lines is [['#', ..], ..])
                lines.RemoveRange(0, lines.IndexOf("---") + 1);
            yield return new(
                Path.GetRelativePath(folder, file),
                language,
                [.. lines.Where(line => line.Length > 0).SelectMany(Sentences)]
            );
        }
    }

    private static IEnumerable<Article> German(string folder)
    {
        foreach (var file in Files(folder, "*.json"))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var text = json.RootElement.GetProperty("originalText").GetString()!;
            yield return new(
                Path.GetFileName(file),
                "de",
                [
                    .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                        .SelectMany(Sentences),
                ]
            );
        }
    }

    /// <summary>Rough sentences, for cutting: where they end does not matter much.</summary>
    private static IEnumerable<string> Sentences(string line) =>
        SentenceEnd().Split(line).Where(sentence => sentence.Length > 0);

    [GeneratedRegex("(?<=[.!?؟][\"”»]?)\\s+(?=\\p{Lu}|\\p{Lo}|[\"“«])", RegexOptions.None, 1000)]
    private static partial Regex SentenceEnd();

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];
}
