using System.Globalization;
using System.Reflection;

namespace Backchannel.Benchmarks.Measures.Attribution;

/// <summary>
/// The sentences of the PUD treebanks that report speech, the same in six languages: whether the speaker is found. Each sentence is read by itself,
/// as an article of one sentence. The labels (<c>bench/labels/pud-reported.tsv</c>) are the project's own; the sentences are not part of it. The
/// packs' taggers have seen PUD's word classes, so a figure here says less about unseen words than one on press does.
/// </summary>
internal static class PudReported
{
    private const string Set = "attribution/pud-reported";

    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        var labels = Labels();
        var pipeline = new Pipeline(options.Packs);
        var worst = (Language: "", Share: double.MaxValue);
        foreach (var language in labels.Keys.Order(StringComparer.Ordinal))
        {
            var file = Path.Combine(folder, language + ".tsv");
            if (!File.Exists(file))
                continue;
            // Right: a speaker named by the words that are labelled, or by some of them.
            var counts = new Counts();
            var without = 0;
            foreach (var (id, sentence) in Sentences(file))
            {
                var found = Saying.In(pipeline, sentence, language).Found.SelectMany(saying => saying.Source).ToList();
                if (labels[language].TryGetValue(id, out var speaker))
                {
                    var isRight = found.Exists(span => span.Overlaps(speaker));
                    counts.Hits += isRight ? 1 : 0;
                    counts.Misses += isRight ? 0 : 1;
                    counts.FalseAlarms += isRight || found.Count == 0 ? 0 : 1;
                    if (!isRight && options.Errors > 0)
                        Console.Error.WriteLine(
                            $"{language} {id}: {speaker.Of(sentence)}, found {string.Join(", ", found.Select(span => span.Of(sentence)))}: {sentence}"
                        );
                }
                else if (found.Count > 0)
                {
                    without++;
                    if (options.Errors > 1)
                        Console.Error.WriteLine(
                            $"{language} {id}: nobody, found {string.Join(", ", found.Select(span => span.Of(sentence)))}: {sentence}"
                        );
                }
            }
            if (counts.Recall < worst.Share)
                worst = (language, counts.Recall);
            yield return Of($"speaker right, {language}, of {labels[language].Count}", counts.Recall);
            yield return Of($"another speaker instead, {language}", Share(counts.FalseAlarms, labels[language].Count));
            yield return Of(
                $"a speaker where none is labelled, {language}",
                Share(without, Sentences(file).Count() - labels[language].Count)
            );
        }
        if (worst.Language.Length > 0)
            yield return Of($"speaker right, the worst language ({worst.Language})", worst.Share, 0.60);

        static Score Of(string metric, double value, double? must = null) =>
            new("attribution", Set, "all", metric, value, Must: must);
        static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
    }

    private static IEnumerable<(string Id, string Sentence)> Sentences(string file) =>
        File.ReadLines(file).Select(line => line.Split('\t', 2)).Select(fields => (fields[0], fields[1]));

    /// <summary>For each language the speakers by sentence.</summary>
    internal static Dictionary<string, Dictionary<string, Span>> Labels()
    {
        using var reader = new StreamReader(
            Assembly.GetExecutingAssembly().GetManifestResourceStream("pud-reported.tsv")!
        );
        string[]? languages = null;
        var labels = new Dictionary<string, Dictionary<string, Span>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var fields = line.Split('\t');
            if (languages is null)
            {
                languages = fields;
                continue;
            }
            for (var i = 1; i < fields.Length; i++)
            {
                if (fields[i].Length == 0)
                    continue;
                var ends = fields[i].Split('+').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray();
                if (!labels.TryGetValue(languages[i], out var speakers))
                    labels[languages[i]] = speakers = new(StringComparer.Ordinal);
                speakers[fields[0]] = new(ends[0], ends[1]);
            }
        }
        return labels;
    }
}
