using System.Text.Json;

namespace Backchannel.Benchmarks.Measures.Attribution;

/// <summary>
/// German Wikinews with every quotation marked, direct, indirect, free and reported. F1 over characters that are no space: of what is said
/// (message), of what is said where its speaker is right too (joint), of who says it (source).
/// </summary>
internal static class GermanWikinews
{
    private const string Set = "attribution/german-wikinews";

    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        foreach (var split in PolNear.Splits(options, folder))
        {
            Counts message = new(),
                joint = new(),
                source = new();
            var missed = new SortedDictionary<string, Counts>(StringComparer.Ordinal);
            var pipeline = new Pipeline(options.Packs);
            var errors = new Errors(options.Errors);
            foreach (
                var file in Directory.GetFiles(Path.Combine(folder, split), "*.json").Order(StringComparer.Ordinal)
            )
            {
                using var json = JsonDocument.Parse(File.ReadAllText(file));
                var text = json.RootElement.GetProperty("originalText").GetString()!;
                var gold = json.RootElement.GetProperty("annotations").EnumerateArray().Select(Of).ToList();
                var found = Saying.In(pipeline, text, "de").Found;
                message.Add(
                    Characters(text, found, saying => saying.Content),
                    Characters(text, gold.Select(each => each.Saying), saying => saying.Content)
                );
                source.Add(
                    Characters(text, found, saying => saying.Source),
                    Characters(text, gold.Select(each => each.Saying), saying => saying.Source)
                );
                joint.Add(
                    found.SelectMany(saying => Spoken(text, saying)).ToHashSet(),
                    gold.SelectMany(each => Spoken(text, each.Saying, found)).ToHashSet()
                );
                var ours = Characters(text, found, saying => saying.Content);
                foreach (var (type, saying) in gold)
                {
                    if (!missed.TryGetValue(type, out var counts))
                        missed[type] = counts = new();
                    var said = Characters(text, [saying], each => each.Content);
                    counts.Hits += said.Count(ours.Contains);
                    counts.Misses += said.Count(at => !ours.Contains(at));
                }
                errors.Compare(Path.GetFileName(file), text, [.. gold.Select(each => each.Saying)], found);
            }
            yield return Score("message F1", message.F1, 0.55, 0.479);
            yield return Score("joint F1", joint.F1, 0.46, 0.391);
            yield return Score("source F1", source.F1, 0.42, 0.317);
            yield return Score("message P", message.Precision);
            foreach (var (type, counts) in missed)
                yield return Score($"message R, {type}", counts.Recall);

            Score Score(string metric, double value, double? must = null, double? peer = null) =>
                new("attribution", Set, split, metric, value, peer is null ? null : "rules [P]", peer, must);
        }
    }

    private static (string Type, Saying Saying) Of(JsonElement annotation) =>
        (
            annotation.GetProperty("type").GetString()!,
            new(Spans(annotation, "speaker"), Spans(annotation, "cue"), Spans(annotation, "quote"))
        );

    private static List<Span> Spans(JsonElement annotation, string part) =>
        annotation.TryGetProperty(part, out var value)
        && value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty("spans", out var spans)
            ?
            [
                .. spans
                    .EnumerateArray()
                    .Select(span =>
                        Span.Between(span.GetProperty("charBegin").GetInt32(), span.GetProperty("charEnd").GetInt32())
                    ),
            ]
            : [];

    private static HashSet<int> Characters(
        string text,
        IEnumerable<Saying> sayings,
        Func<Saying, IReadOnlyList<Span>> part
    ) => [.. sayings.SelectMany(part).SelectMany(span => Within(text, span))];

    private static IEnumerable<int> Within(string text, Span span) =>
        Enumerable.Range(span.Start, span.Length).Where(at => char.IsLetterOrDigit(text[at]));

    /// <summary>What is said, each character with who says it: its speaker's first letter stands for the speaker.</summary>
    private static IEnumerable<(int At, int Speaker)> Spoken(string text, Saying saying) =>
        saying.Content.SelectMany(span => Within(text, span)).Select(at => (at, Start(saying)));

    /// <summary>The same for annotations: a speaker that overlaps one of ours is that one.</summary>
    private static IEnumerable<(int At, int Speaker)> Spoken(string text, Saying gold, List<Saying> found)
    {
        var same = found.Find(saying => saying.Source.Any(ours => gold.Source.Any(ours.Overlaps)));
        var speaker = same is null ? Start(gold) : Start(same);
        return gold.Content.SelectMany(span => Within(text, span)).Select(at => (at, speaker));
    }

    private static int Start(Saying saying) => saying.Source.Count == 0 ? -1 : saying.Source[0].Start;
}
