using System.Diagnostics;
using System.Globalization;
using Backchannel.Languages;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Benchmarks.Measures.Moments;

/// <summary>
/// Times in annotated news and histories: whether they are found, to the word (strict) or touching (relaxed), and whether they mean what annotators took
/// them to mean (value, of those that touch).
/// </summary>
internal static class Timexes
{
    public static IEnumerable<Score> TimeBank(MeasureOptions options, string folder)
    {
        foreach (var language in new[] { "en", "es" })
        {
            foreach (var file in Splits(options, Path.Combine(folder, language), "*.tsv"))
            {
                var split = Path.GetFileNameWithoutExtension(file);
                var peers = language == "en" ? English : Spanish;
                foreach (
                    var score in Of(
                        options,
                        $"time/timebank {language}",
                        split,
                        language,
                        [.. TimexDocument.FromColumns(file)],
                        peers
                    )
                )
                    yield return score;
            }
        }
    }

    public static IEnumerable<Score> French(MeasureOptions options, string folder)
    {
        // The train split of this set is English.
        foreach (
            var file in Splits(options, folder, "*.txt")
                .Where(file => Path.GetFileNameWithoutExtension(file) is "valid" or "test")
        )
        {
            foreach (
                var score in Of(
                    options,
                    "time/xltime-fr",
                    Path.GetFileNameWithoutExtension(file),
                    "fr",
                    [.. TimexDocument.FromColumns(file)],
                    null
                )
            )
                yield return score;
        }
    }

    public static IEnumerable<Score> German(MeasureOptions options, string folder)
    {
        foreach (var part in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            var documents = Directory
                .GetFiles(part, "*.tml")
                .Order(StringComparer.Ordinal)
                .Select(file => TimexDocument.FromInline(file, "TEXT"))
                .ToList();
            // The raw texts lie beside the annotated ones.
            if (documents.TrueForAll(document => document.Times.Count == 0))
                continue;
            foreach (
                var score in Of(
                    options,
                    "time/krauts",
                    Path.GetFileName(part).Replace("KRAUTS_", "", StringComparison.Ordinal),
                    "de",
                    documents,
                    null
                )
            )
                yield return score;
        }
    }

    public static IEnumerable<Score> Ukrainian(MeasureOptions options, string folder)
    {
        var documents = Directory
            .GetFiles(Path.Combine(folder, "keyinline"), "*.xml")
            .Order(StringComparer.Ordinal)
            .Select(file => TimexDocument.FromInline(file, "TEXT"))
            .ToList();
        return Of(options, "time/wikiwars-ua", "all", "uk", documents, null);
    }

    private static readonly (string Who, double Strict, double Relaxed, double Value) English = (
        "HeidelTime [P]; Recognizers .687/.868/.596, chrono .344/.698/.140 [M]",
        0.818,
        0.907,
        0.776
    );

    private static readonly (string Who, double Strict, double Relaxed, double Value) Spanish = (
        "HeidelTime [P] (value: Recognizers [M])",
        0.856,
        0.891,
        0.523
    );

    private static IEnumerable<string> Splits(MeasureOptions options, string folder, string pattern) =>
        Directory.Exists(folder)
            ? Directory
                .GetFiles(folder, pattern)
                .Order(StringComparer.Ordinal)
                .Where(file => options.Wants(Path.GetFileNameWithoutExtension(file)))
            : [];

    /// <summary>The moments of a text, without reading what happens in it.</summary>
    public static List<Moment> Find(string text, DateOnly? published, LanguagePack pack) =>
        Parser.Times(text, published is { } day ? Interval.Day(day) : default, pack);

    private static IEnumerable<Score> Of(
        MeasureOptions options,
        string set,
        string split,
        string language,
        IReadOnlyList<TimexDocument> documents,
        (string Who, double Strict, double Relaxed, double Value)? peers
    )
    {
        var pack = options.Packs[language]!;
        var (strict, relaxed, value) = (new Counts(), new Counts(), new Counts());
        var printed = 0;
        var watch = new Stopwatch();
        var bytes = 0L;
        foreach (var document in documents)
        {
            watch.Start();
            var found = Find(document.Text, document.Published, pack);
            watch.Stop();
            bytes += System.Text.Encoding.UTF8.GetByteCount(document.Text);
            strict.Add(
                found.Select(moment => moment.Core).ToHashSet(),
                document.Times.Select(time => time.Span).ToHashSet()
            );
            var taken = new HashSet<Moment>();
            foreach (var time in document.Times)
            {
                var moment = found.Find(each => each.Core.Overlaps(time.Span) && !taken.Contains(each));
                if (moment is null)
                {
                    relaxed.Misses++;
                    value.Misses++;
                    Print("missed", time.Span, time.Value, null);
                    continue;
                }
                taken.Add(moment);
                relaxed.Hits++;
                var right = time.Value is not null && moment.Value == Plain(time.Value);
                value.Hits += right ? 1 : 0;
                value.FalseAlarms += right ? 0 : 1;
                value.Misses += right ? 0 : 1;
                if (moment.Core != time.Span)
                    Print("extent", time.Span, null, moment);
                if (!right && time.Value is not null)
                    Print("value", time.Span, time.Value, moment);
            }
            foreach (var moment in found.Where(moment => !taken.Contains(moment)))
            {
                relaxed.FalseAlarms++;
                value.FalseAlarms++;
                Print("too much", moment.Core, null, moment);
            }

            void Print(string what, Span span, string? gold, Moment? ours)
            {
                if (printed++ >= options.Errors)
                    return;
                var from = Math.Max(0, span.Start - 40);
                var around = document.Text[from..Math.Min(document.Text.Length, span.End + 30)].ReplaceLineEndings(" ");
                Console.Error.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{language}\t{what}\t{document.Text.AsSpan(span.Start, span.Length)}\t{gold}\t{ours?.Core.Of(document.Text)}\t{ours?.Value}\t{document.Published:yyyy-MM-dd}\t{around}"
                    )
                );
            }
        }
        var must = language == "en" ? (0.70, 0.87, 0.65) : ((double, double, double)?)null;
        yield return new(
            "moments",
            set,
            split,
            "found to the word, F1",
            strict.F1,
            peers?.Who,
            peers?.Strict,
            must?.Item1
        );
        yield return new("moments", set, split, "found, F1", relaxed.F1, peers?.Who, peers?.Relaxed, must?.Item2);
        if (documents.Any(document => document.Times.Any(time => time.Value is not null)))
            yield return new(
                "moments",
                set,
                split,
                "found and meant, F1",
                value.F1,
                peers?.Who,
                peers?.Value,
                must?.Item3
            );
        yield return new("moments", set, split, "MB a second", bytes / 1e6 / watch.Elapsed.TotalSeconds);
    }

    /// <summary>Days and minutes are as sharp as we tell them: no seconds, no time zones.</summary>
    private static string Plain(string value) => value.TrimEnd('Z');
}
