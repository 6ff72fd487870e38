using System.Text.Json;
using Backchannel.Languages;
using Backchannel.Understanding;

namespace Backchannel.Benchmarks.Measures.Events;

/// <summary>
/// re3d: reports on Syria in which every pair that communicated is marked (CommWith), speaking to the press and quoting included. Ours are the pairs
/// of a contact, of a demand or offer and whom it is made to, of a speaker and whom he tells, and of a speaker and the medium that relays him, end
/// to end. A pair is right where both mentions overlap.
/// </summary>
internal static class Re3d
{
    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        var pipeline = new Pipeline(options.Packs);
        var counts = new Counts();
        var printed = 0;
        foreach (var source in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            var relations = Lines(Path.Combine(source, "relations.json"))
                .Where(relation => relation.GetProperty("type").GetString() == "CommWith")
                .ToLookup(relation => relation.GetProperty("documentId").GetString(), StringComparer.Ordinal);
            foreach (var document in Lines(Path.Combine(source, "documents.json")))
            {
                var text = document.GetProperty("text").GetString()!;
                // Most pairs are marked in both directions; who of the two speaks is not asked for.
                var gold = relations[document.GetProperty("_id").GetString()]
                    .Select(relation => Ordered(Of(relation, "source"), Of(relation, "target")))
                    .Distinct()
                    .ToList();
                var ours = Pairs(pipeline, text);
                var hits = gold.Count(pair => ours.Exists(other => Same(pair, other)));
                counts.Hits += hits;
                counts.Misses += gold.Count - hits;
                counts.FalseAlarms += ours.Count(pair => !gold.Exists(other => Same(pair, other)));
                foreach (var pair in gold.Where(pair => !ours.Exists(other => Same(pair, other))))
                {
                    if (printed++ < options.Errors)
                        Console.Error.WriteLine(
                            $"missed: {pair.Item1.Of(text)} - {pair.Item2.Of(text)}: {Around(text, pair.Item1)}"
                        );
                }
                foreach (var pair in ours.Where(pair => !gold.Exists(other => Same(pair, other))))
                {
                    if (printed++ < options.Errors)
                        Console.Error.WriteLine(
                            $"too much: {pair.Item1.Of(text)} - {pair.Item2.Of(text)}: {Around(text, pair.Item1)}"
                        );
                }
            }
        }
        yield return new("events", "events/re3d", "all", "who communicated with whom, pair F1", counts.F1, Must: 0.30);
        yield return new("events", "events/re3d", "all", "who communicated with whom, P", counts.Precision);
        yield return new("events", "events/re3d", "all", "who communicated with whom, R", counts.Recall);
    }

    private static (Span, Span) Ordered(Span a, Span b) => a.Start <= b.Start ? (a, b) : (b, a);

    private static List<(Span, Span)> Pairs(Pipeline pipeline, string text)
    {
        var trace = new Trace();
        var findings = Reader.Read(pipeline, text, "en", trace: trace);
        var pairs = new List<(Span, Span)>();
        foreach (var content in findings.Contents.Where(content => content.Type is not null))
        {
            var sides = content.Participants.Where(participant => participant.Role != Role.OnBehalfOf).ToList();
            // Of many, the first named meets each of the others.
            var first = sides.Count > Several ? 1 : sides.Count;
            for (var a = 0; a < first; a++)
            {
                for (var b = a + 1; b < sides.Count; b++)
                {
                    if (
                        content.Type!.Family == Family.Contact
                        || content.Type.Family == Family.Bargain && sides[b].Role == Role.Addressee
                    )
                        pairs.Add(Ordered(sides[a].Span, sides[b].Span));
                }
            }
        }
        // "told the court": whom one says it to.
        foreach (var attribution in trace.Attributions)
        {
            var sentence = trace.Sentences[attribution.Sentence];
            if (
                attribution is { IsCarried: false, Clause: { Verb: { } verb } clause }
                && sentence.HitsAt(verb.Main, CueKind.Say).Any(hit => hit.Cue.Is("addressee"))
                && clause.Objects.FirstOrDefault() is { } told
            )
            {
                foreach (var speaker in attribution.Speakers.Where(speaker => speaker.Span is not null))
                    pairs.Add(Ordered(speaker.Span!.Value, sentence.SpanOf(told.First, told.Last)));
            }
        }
        foreach (var statement in findings.Statements)
        {
            var voices = statement.Voices.Where(voice => voice.Span is not null).ToList();
            for (var v = 0; v + 1 < voices.Count; v++)
                pairs.Add(Ordered(voices[v].Span!.Value, voices[v + 1].Span!.Value));
        }
        return [.. pairs.Distinct()];
    }

    /// <summary>More sides than these are not each other's partners all.</summary>
    private const int Several = 3;

    private static bool Same((Span, Span) a, (Span, Span) b) =>
        a.Item1.Overlaps(b.Item1) && a.Item2.Overlaps(b.Item2)
        || a.Item1.Overlaps(b.Item2) && a.Item2.Overlaps(b.Item1);

    private static Span Of(JsonElement relation, string side) =>
        Span.Between(relation.GetProperty(side + "Begin").GetInt32(), relation.GetProperty(side + "End").GetInt32());

    private static string Around(string text, Span span) =>
        text[Math.Max(0, span.Start - 60)..Math.Min(text.Length, span.End + 160)].ReplaceLineEndings(" ");

    /// <summary>One JSON object a line.</summary>
    private static IEnumerable<JsonElement> Lines(string file) =>
        File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);
}
