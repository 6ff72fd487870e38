using Backchannel.Languages;
using Backchannel.Understanding;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Benchmarks.Measures.Events;

/// <summary>Arabic sentences that tell of an assault or do not, as annotators took them: whether we find a use of force in them.</summary>
internal static class ArabicGsr
{
    public static IEnumerable<Score> Run(MeasureOptions options, string folder)
    {
        var pipeline = new Pipeline(options.Packs);
        var counts = new Counts();
        var printed = 0;
        foreach (var row in Table.Read(Path.Combine(folder, "assault_gsr.csv"), ','))
        {
            var gold = int.Parse(row["accept"], System.Globalization.CultureInfo.InvariantCulture) > 0;
            var ours = Tells(pipeline, row["text"]);
            counts.Hits += gold && ours ? 1 : 0;
            counts.FalseAlarms += !gold && ours ? 1 : 0;
            counts.Misses += gold && !ours ? 1 : 0;
            if (gold != ours && printed++ < options.Errors)
                Console.Error.WriteLine($"{(gold ? "missed" : "too much")}: {row["text"]}");
        }
        yield return new(
            "events",
            "events/arabic-gsr",
            "all",
            "assault found in a sentence, F1",
            counts.F1,
            Must: 0.60
        );
        yield return new("events", "events/arabic-gsr", "all", "assault found in a sentence, P", counts.Precision);
        yield return new("events", "events/arabic-gsr", "all", "assault found in a sentence, R", counts.Recall);
    }

    /// <summary>Whether words for a use of force are read as such: the set asks for the event, though nobody be named who did it to whom.</summary>
    private static bool Tells(Pipeline pipeline, string text)
    {
        var trace = new Trace();
        Reader.Read(pipeline, text, "ar", trace: trace);
        return trace.Sentences.Any(sentence =>
            sentence.Clauses.Exists(clause =>
                IsTold(clause)
                && sentence.Hits.Exists(hit =>
                    hit.Cue.Type?.Plover == "ASSAULT" && !hit.Cue.Is("weak") && Holds(clause, hit)
                )
            )
        );
    }

    /// <summary>What is denied, only meant or supposed is told of by no clause.</summary>
    private static bool IsTold(Clause clause) =>
        clause is { Kind: not ClauseKind.Infinitive, IsHypothetical: false }
        && clause.Verb is not ({ IsNegated: true } or { IsFuture: true });

    /// <summary>The word is the clause's verb, or stands in its subject or object.</summary>
    private static bool Holds(Clause clause, Hit hit) =>
        hit.Cue.Class != WordClass.Noun && clause.Verb is { } verb && verb.First <= hit.Head && hit.Head <= verb.Main
        || clause
            .Objects.Append(clause.Subject)
            .Any(nominal => nominal is not null && nominal.First <= hit.Head && hit.Head <= nominal.Last);
}
