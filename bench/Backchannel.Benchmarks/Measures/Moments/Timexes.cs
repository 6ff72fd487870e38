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

    /// <summary>Our own sentences; they lie in this checkout, not among the data.</summary>
    public static IEnumerable<Score> Press(MeasureOptions options, string folder) =>
        Directory
            .GetFiles(folder, "*.tsv")
            .Order(StringComparer.Ordinal)
            .SelectMany(file =>
            {
                var language = Path.GetFileNameWithoutExtension(file);
                return Moments
                    .Press.Documents(file)
                    .Where(documents => options.Wants(documents.Key))
                    .SelectMany(documents =>
                        Of(options, $"labels/moments {language}", documents.Key, language, [.. documents], null)
                    );
            });

    public static IEnumerable<Score> Recognizers(MeasureOptions options, string folder)
    {
        foreach (var pack in options.Packs.All)
        {
            var language = CultureInfo.GetCultureInfo(pack.Code).EnglishName;
            var file = Path.Combine(folder, language, "DateTimeModel.json");
            if (!File.Exists(file))
                continue;
            var documents = Specs.Documents(file);
            // A handful says nothing.
            if (documents.Count < 50)
                continue;
            foreach (var score in Of(options, $"time/recognizers-specs {pack.Code}", "all", pack.Code, documents, null))
                yield return score;
        }
    }

    private sealed record Published(double Strict, double Relaxed, double Value);

    private static readonly Published English = new(0.818, 0.907, 0.776),
        Spanish = new(0.856, 0.891, 0.523);

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

    private sealed record Found(Span Span, string Value);

    private sealed class Tally
    {
        public Counts Strict { get; } = new();
        public Counts Relaxed { get; } = new();
        public Counts Value { get; } = new();
    }

    private static IEnumerable<Score> Of(
        MeasureOptions options,
        string set,
        string split,
        string language,
        IReadOnlyList<TimexDocument> documents,
        Published? heidelTime
    )
    {
        var pack = options.Packs[language]!;
        var watch = Stopwatch.StartNew();
        var ours = documents.Select(document => Find(document.Text, document.Published, pack)).ToList();
        watch.Stop();
        var megabytes = documents.Sum(document => System.Text.Encoding.UTF8.GetByteCount(document.Text)) / 1e6;
        var printed = 0;
        var tally = Count(
            documents,
            [.. ours.Select(moments => moments.Select(moment => new Found(moment.Core, moment.Value)).ToList())],
            (what, document, time, found) =>
            {
                if (printed++ < options.Errors)
                    Print(language, what, document, time, found);
            }
        );
        var must =
            heidelTime == English
                ? (Strict: 0.70, Relaxed: 0.87, Value: 0.65)
                : ((double Strict, double Relaxed, double Value)?)null;
        var who =
            heidelTime is null ? null
            : language == "en" ? "HeidelTime [P]"
            : "HeidelTime [P], value Recognizers [M]";
        yield return new(
            "moments",
            set,
            split,
            "found to the word, F1",
            tally.Strict.F1,
            who,
            heidelTime?.Strict,
            must?.Strict
        );
        yield return new("moments", set, split, "found, F1", tally.Relaxed.F1, who, heidelTime?.Relaxed, must?.Relaxed);
        var hasValues = documents.Any(document => document.Times.Any(time => time.Value is not null));
        if (hasValues)
            yield return new(
                "moments",
                set,
                split,
                "found and meant, F1",
                tally.Value.F1,
                who,
                heidelTime?.Value,
                must?.Value
            );
        // A few sentences say nothing of speed.
        if (megabytes > 0.05)
            yield return new(
                "moments",
                set,
                split,
                "MB a second, one core",
                megabytes / watch.Elapsed.TotalSeconds,
                Must: 2
            );
        if (heidelTime is null || Peers(documents, language) is not { } answers)
            yield break;
        foreach (var peer in new[] { "chrono", "recognizers" })
        {
            var theirs = answers
                .Select(answer =>
                    answer
                        .GetProperty(peer)
                        .GetProperty("found")
                        .EnumerateArray()
                        .Select(found => new Found(
                            new(found[0].GetInt32(), found[1].GetInt32()),
                            found[2].GetString() ?? ""
                        ))
                        .ToList()
                )
                .ToList();
            var counted = Count(documents, theirs, null);
            var seconds = answers.Sum(answer => answer.GetProperty(peer).GetProperty("ms").GetDouble()) / 1000;
            yield return new("moments", set, split, $"{peer}, same run: found to the word, F1", counted.Strict.F1);
            yield return new("moments", set, split, $"{peer}, same run: found, F1", counted.Relaxed.F1);
            yield return new("moments", set, split, $"{peer}, same run: found and meant, F1", counted.Value.F1);
            yield return new("moments", set, split, $"{peer}, same run: MB a second", megabytes / seconds);
        }
    }

    private static List<System.Text.Json.JsonElement>? Peers(IReadOnlyList<TimexDocument> documents, string language) =>
        Peer.Ask(
            "moments.js",
            [
                .. documents.Select(document =>
                    (object)
                        new
                        {
                            text = document.Text,
                            language,
                            day = document.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                                ?? "2000-01-01",
                        }
                ),
            ]
        );

    private static Tally Count(
        IReadOnlyList<TimexDocument> documents,
        List<List<Found>> answers,
        Action<string, TimexDocument, Timex?, Found?>? tell
    )
    {
        var tally = new Tally();
        foreach (var (document, found) in documents.Zip(answers))
        {
            tally.Strict.Add(
                found.Select(each => each.Span).ToHashSet(),
                document.Times.Select(time => time.Span).ToHashSet()
            );
            var taken = new HashSet<Found>();
            foreach (var time in document.Times)
            {
                var match = found.Find(each => each.Span.Overlaps(time.Span) && !taken.Contains(each));
                tally.Relaxed.Add(true, match is not null);
                var right = match is not null && time.Value is not null && match.Value == Plain(time.Value);
                tally.Value.Add(true, right);
                if (match is null)
                {
                    tell?.Invoke("missed", document, time, null);
                    continue;
                }
                taken.Add(match);
                tally.Value.Add(false, !right);
                if (match.Span != time.Span)
                    tell?.Invoke("extent", document, time, match);
                if (!right && time.Value is not null)
                    tell?.Invoke("value", document, time, match);
            }
            foreach (var extra in found.Where(each => !taken.Contains(each)))
            {
                tally.Relaxed.Add(false, true);
                tally.Value.Add(false, true);
                tell?.Invoke("too much", document, null, extra);
            }
        }
        return tally;
    }

    private static void Print(string language, string what, TimexDocument document, Timex? time, Found? found)
    {
        var text = document.Text;
        var span = time?.Span ?? found!.Span;
        var from = Math.Max(0, span.Start - 40);
        var around = text[from..Math.Min(text.Length, span.End + 30)].ReplaceLineEndings(" ");
        Console.Error.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{language}\t{what}\t{span.Of(text)}\t{time?.Value}\t{found?.Span.Of(text)}\t{found?.Value}\t{document.Published:yyyy-MM-dd}\t{around}"
            )
        );
    }

    /// <summary>Days and minutes are as sharp as we tell them: no time zones.</summary>
    private static string Plain(string value) => value.TrimEnd('Z');
}
