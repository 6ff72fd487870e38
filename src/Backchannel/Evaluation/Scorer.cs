using System.Collections.Immutable;
using System.Text.Json;
using Backchannel.Showing;

namespace Backchannel.Evaluation;

/// <summary>
/// Scores an archive against annotated articles, by the rules of measures.md section 1: a predicted item is matched to a gold item of the
/// same document, best overlap first, one to one.
/// </summary>
public sealed class Scorer
{
    private readonly Archive _archive;

    public Scorer(Archive archive) => _archive = archive;

    /// <summary>Every gold item that was missed and every contact that nobody asked for, as they come; for looking at, not for figures.</summary>
    public Action<string>? Explain { get; init; }

    /// <summary>The gold files of a folder, those of one language only where one is given; then all of them together.</summary>
    public ImmutableArray<Score> Score(string goldFolder, string? only = null)
    {
        var byLanguage = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        var all = new Tally();
        foreach (var file in Directory.EnumerateFiles(goldFolder, "*.json").Order(StringComparer.Ordinal))
        {
            var gold = GoldArticle.Read(file);
            if (only is not null && gold.Language != only)
                continue;
            if (!byLanguage.TryGetValue(gold.Language, out var tally))
                byLanguage[gold.Language] = tally = new();
            var one = Score(gold);
            tally.Add(one);
            all.Add(one);
        }
        return
        [
            .. byLanguage.Select(each => Evaluation.Score.Of(each.Key, each.Value)),
            .. byLanguage.Count > 0 ? [Evaluation.Score.Of("all", all)] : ImmutableArray<Score>.Empty,
        ];
    }

    private Tally Score(GoldArticle gold)
    {
        var tally = new Tally();
        var reading = Find(gold.File);
        tally.Add(Count.MissingDocuments, reading is null);
        ImmutableArray<Predicted> predicted = reading is null
            ? []
            :
            [
                .. Enumerable
                    .Range(0, reading.Findings.Statements.Length)
                    .Select(index => Predicted.Of(_archive, reading, index)),
            ];
        Contacts.Score(gold, predicted, tally, Explain);
        Statements.Score(gold, predicted, tally, Explain);
        Others.Score(gold, predicted, tally);
        return tally;
    }

    /// <summary>The document of that path; else the first whose path ends like it, or whose file has its name.</summary>
    private DocumentReading? Find(string file) =>
        _archive.Readings.LastOrDefault(reading => reading.Document.Path == file)
        ?? _archive.Readings.FirstOrDefault(reading =>
            reading.Document.Path.EndsWith(file, StringComparison.Ordinal)
            || file.EndsWith(reading.Document.Path, StringComparison.Ordinal)
            || Path.GetFileName(reading.Document.Path) == Path.GetFileName(file)
        );

    /// <summary>How far two pieces of evidence are the same, 0 where they are not: their overlap over their union, or the shorter nearly inside the longer.</summary>
    internal static double Agree(Span gold, Span predicted)
    {
        var common = Math.Max(0, Math.Min(gold.End, predicted.End) - Math.Max(gold.Start, predicted.Start));
        if (common == 0)
            return 0;
        var shorter = (double)common / Math.Max(1, Math.Min(gold.Length, predicted.Length));
        var union = (double)common / Math.Max(1, gold.Length + predicted.Length - common);
        var comparable = Math.Max(gold.Length, predicted.Length) <= 4 * Math.Min(gold.Length, predicted.Length) + 100;
        return union >= 0.3 || shorter >= 0.8 && comparable ? union : 0;
    }

    /// <summary>Pairs of gold and predicted, best first, each used once.</summary>
    internal static IEnumerable<Candidate> OneToOne(
        IEnumerable<Candidate> candidates,
        HashSet<int> usedGold,
        HashSet<int> usedPredicted
    )
    {
        foreach (var candidate in candidates.OrderByDescending(each => each.Worth))
        {
            if (usedGold.Contains(candidate.Gold) || usedPredicted.Contains(candidate.Predicted))
                continue;
            usedGold.Add(candidate.Gold);
            usedPredicted.Add(candidate.Predicted);
            yield return candidate;
        }
    }

    internal static bool IsBackground(JsonElement item) => GoldArticle.IsTrue(item, "background");

    internal static string Beginning(string text) => text.Length <= 100 ? text : text[..100];
}

/// <summary>A gold item and a predicted one that may be it, by position, and how well they fit.</summary>
internal readonly record struct Candidate(double Worth, int Gold, int Predicted, bool IsRight = false);
