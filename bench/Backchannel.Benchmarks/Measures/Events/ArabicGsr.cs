using Backchannel.Benchmarks.Training;
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
        var examples = new List<(IReadOnlyCollection<string> Features, string Class)>();
        var printed = 0;
        foreach (var row in Table.Read(Path.Combine(folder, "assault_gsr.csv"), ','))
        {
            var gold = int.Parse(row["accept"], System.Globalization.CultureInfo.InvariantCulture) > 0;
            var ours = Tells(pipeline, row["text"]);
            examples.Add(([.. Features(row["text"], ours)], gold ? Assault : ""));
            counts.Add(gold, ours);
            if (gold != ours && printed++ < options.Errors)
                Console.Error.WriteLine($"{(gold ? "missed" : "too much")}: {row["text"]}");
        }
        yield return new(
            "events",
            "events/arabic-gsr",
            "all",
            "assault found in a sentence, as shipped, F1",
            counts.F1
        );
        yield return new("events", "events/arabic-gsr", "all", "the same, P", counts.Precision);
        yield return new("events", "events/arabic-gsr", "all", "the same, R", counts.Recall);
        var trained = new Counts();
        foreach (var (gold, found) in CrossValidation.Classify(examples, L2))
            trained.Add(gold == Assault, found == Assault);
        yield return new("events", "events/arabic-gsr", "all", "trained on it, five folds, F1", trained.F1, Must: 0.60);
    }

    private const string Assault = "ASSAULT";

    private const float L2 = 1e-3f;

    /// <summary>The words, their beginnings behind a clitic, pairs of them, and whether the engine found an assault.</summary>
    private static IEnumerable<string> Features(string text, bool ours)
    {
        yield return $"ours {ours}";
        var before = "";
        foreach (var word in Values.Fold.Word(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var letters = string.Concat(word.Where(char.IsLetter));
            yield return letters;
            yield return before + " " + letters;
            for (var start = 0; start <= 2 && letters.Length - start >= Root; start++)
                yield return string.Concat("root ", letters.AsSpan(start, Root));
            before = letters;
        }
    }

    /// <summary>Enough letters to hold a root whose forms differ behind it.</summary>
    private const int Root = 4;

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
