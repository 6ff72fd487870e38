using System.Globalization;

namespace Backchannel.Benchmarks.Measures.Attribution;

/// <summary>
/// PolNeAR: English political news in which every attribution has its source, cue and content marked (brat standoff). A part counts as found only
/// where all its pieces agree to the character.
/// </summary>
internal static class PolNear
{
    private const string Set = "attribution/polnear";

    /// <summary>An article with its attributions.</summary>
    internal sealed record Article(string Name, string Text, List<Saying> Gold);

    public static IEnumerable<Score> Attribution(MeasureOptions options, string folder)
    {
        foreach (var split in Splits(options, folder))
        {
            Counts source = new(),
                cue = new(),
                content = new();
            var pipeline = new Pipeline(options.Packs);
            var errors = new Errors(options.Errors);
            foreach (var article in Read(folder, split))
            {
                var found = Saying.In(pipeline, article.Text, "en", wholeSources: true).Found;
                source.Add(Keys(found, saying => saying.Source), Keys(article.Gold, saying => saying.Source));
                cue.Add(Keys(found, saying => saying.Cue), Keys(article.Gold, saying => saying.Cue));
                content.Add(Keys(found, saying => saying.Content), Keys(article.Gold, saying => saying.Content));
                errors.Compare(article.Name, article.Text, article.Gold, found);
            }
            yield return Of("source F1, exact", source.F1, 0.40, "perceptron trained on it [M]", 0.659);
            yield return Of("cue F1, exact", cue.F1, 0.45, "perceptron trained on it [M]", 0.634);
            yield return Of("content F1, exact", content.F1, 0.25, "perceptron trained on it [M]", 0.527);
            yield return Of("source P", source.Precision);
            yield return Of("cue P", cue.Precision);
            yield return Of("content P", content.Precision);

            Score Of(string metric, double value, double? must = null, string? peer = null, double? peerValue = null) =>
                new("attribution", Set, split, metric, value, peer, peerValue, must);
        }
    }

    public static IEnumerable<string> Splits(MeasureOptions options, string folder) =>
        Directory
            .GetDirectories(folder)
            .Select(path => Path.GetFileName(path)!)
            .Where(options.Wants)
            .Order(StringComparer.Ordinal);

    /// <summary>Each part as the pieces it consists of, written out, so that sets of them can be compared.</summary>
    internal static HashSet<string> Keys(IEnumerable<Saying> sayings, Func<Saying, IReadOnlyList<Span>> part) =>
        [
            .. sayings
                .Select(part)
                .Where(spans => spans.Count > 0)
                .Select(spans => string.Join(' ', spans.Select(span => $"{span.Start}-{span.End}"))),
        ];

    /// <summary>
    /// The articles of a split; an annotation's name is its article's with an underscore and some letters behind. Of several annotators of one
    /// article the first by name counts.
    /// </summary>
    public static IEnumerable<Article> Read(string folder, string split)
    {
        var annotations = Directory
            .GetFiles(Path.Combine(folder, split, "attributions"), "*.ann")
            .Order(StringComparer.Ordinal)
            .ToLookup(
                file => Path.GetFileName(file)[..Path.GetFileName(file).LastIndexOf('_')],
                StringComparer.Ordinal
            );
        foreach (
            var file in Directory.GetFiles(Path.Combine(folder, split, "text"), "*.txt").Order(StringComparer.Ordinal)
        )
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (!annotations.Contains(name))
                continue;
            var text = File.ReadAllText(file);
            yield return new(name, text, Gold(text, annotations[name].First()));
        }
    }

    /// <summary>brat: <c>T3	Source 10 20;25 30	words</c> and <c>E1	Attribution:T6 Content:T5 Cue:T4 Source:T3</c>, in code points of the text.</summary>
    private static List<Saying> Gold(string text, string file)
    {
        var units = Units(text);
        var spans = new Dictionary<string, IReadOnlyList<Span>>(StringComparer.Ordinal);
        var gold = new List<Saying>();
        // Events may stand before what they are about.
        foreach (var line in File.ReadAllLines(file).OrderByDescending(line => line.StartsWith('T')))
        {
            var fields = line.Split('\t');
            if (line.StartsWith('T') && fields.Length > 1)
            {
                var offsets = fields[1][(fields[1].IndexOf(' ', StringComparison.Ordinal) + 1)..];
                spans[fields[0]] =
                [
                    .. offsets
                        .Split(';')
                        .Select(piece => piece.Split(' '))
                        .Select(ends => Span.Between(units[Number(ends[0])], units[Number(ends[1])])),
                ];
            }
            else if (line.StartsWith('E') && fields.Length > 1)
            {
                var roles = fields[1]
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(role => role.Split(':'))
                    .Where(role => role.Length == 2)
                    .ToLookup(
                        role => role[0].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'),
                        role => role[1],
                        StringComparer.Ordinal
                    );
                IReadOnlyList<Span> Of(string role) =>
                    [.. roles[role].SelectMany(id => spans.GetValueOrDefault(id, []))];
                gold.Add(new(Of("Source"), Of("Cue"), Of("Content")));
            }
        }
        return gold;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>For each code point the code unit it begins at, and the end.</summary>
    private static int[] Units(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            units.Add(i);
        units.Add(text.Length);
        return [.. units];
    }
}
