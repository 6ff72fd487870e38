using System.Text.Json;
using System.Text.RegularExpressions;

namespace Backchannel.Evaluation;

/// <summary>Statements: evidence overlaps and the speaker is the same; then the stance and the relays.</summary>
internal static partial class Statements
{
    public static void Score(GoldArticle gold, IEnumerable<Predicted> statements, Tally tally, Action<string>? explain)
    {
        // A sentence of one speaker and stance is one statement, however many contents it has.
        var predicted = statements
            .Where(statement =>
                statement.HasVoiceBeyondOutlet || statement.Stance is "declines" or "denies" or "confirms" or "hedges"
            )
            .DistinctBy(statement =>
                (
                    statement.Evidence.Start,
                    statement.Evidence.Length,
                    statement.Stance,
                    statement.Speaker?.Key ?? "None"
                )
            )
            .ToList();
        tally[Count.StatementPredicted] += predicted.Count;
        tally[Count.StatementGold] += gold.Statements.Length;
        var candidates = new List<Candidate>();
        for (var g = 0; g < gold.Statements.Length; g++)
        {
            var item = gold.Statements[g];
            for (var p = 0; p < predicted.Count; p++)
            {
                var overlap = Scorer.Agree(GoldArticle.Evidence(item), predicted[p].Evidence);
                if (overlap <= 0)
                    continue;
                var right = GoldArticle
                    .Readings(item, "speaker")
                    .Exists(speaker => IsSpeaker(gold, speaker ?? "", predicted[p].Speaker));
                candidates.Add(
                    new((right ? 2 : 0) + overlap + (Stances(item).Contains(predicted[p].Stance) ? 1 : 0), g, p, right)
                );
            }
        }
        HashSet<int> usedGold = [],
            usedPredicted = [];
        foreach (var match in Scorer.OneToOne(candidates, usedGold, usedPredicted))
        {
            tally[Count.StatementFound]++;
            if (match.IsRight)
                Judge(gold, gold.Statements[match.Gold], predicted[match.Predicted], tally);
        }
        for (var g = 0; explain is not null && g < gold.Statements.Length; g++)
        {
            var item = gold.Statements[g];
            if (!usedGold.Contains(g))
                explain(
                    $"missed statement {gold.Id} {GoldArticle.Text(item, "speaker")} {GoldArticle.Text(item, "stance")} {Scorer.Beginning(GoldArticle.Text(item, "evidence") ?? "")}"
                );
        }
    }

    private static void Judge(GoldArticle gold, JsonElement item, Predicted predicted, Tally tally)
    {
        tally[Count.StatementMatch]++;
        tally.Add(Count.StanceRight, Stances(item).Contains(predicted.Stance));
        var wanted = GoldArticle.Texts(item, "relayed_via").ToList();
        var allowed = wanted
            .Concat(GoldArticle.Texts(item, "inferred_via"))
            .Concat(GoldArticle.Texts(item, "accept_relays"))
            .Append(GoldArticle.Text(item, "speaker") ?? "")
            .ToList();
        var relays = predicted.Voices.Where(voice => voice.Role is "outlet" or "agency" && voice.HasMention).ToList();
        tally.Add(
            Count.ChainRight,
            wanted.TrueForAll(relay => relays.Exists(voice => gold.Party(relay, voice.Names)))
                && relays.TrueForAll(voice => allowed.Exists(relay => gold.Party(relay, voice.Names)))
        );
        if (GoldArticle.Text(item, "attributed_to") is { Length: > 0 })
        {
            tally[Count.OwnSourceGold]++;
            tally.Add(Count.OwnSourceRight, predicted.Voices.Any(voice => voice.Role == "source"));
        }
    }

    /// <summary>Demanding and offering are what is said, not a stance to it.</summary>
    private static HashSet<string?> Stances(JsonElement item) =>
        [
            .. GoldArticle
                .Readings(item, "stance")
                .Select(stance => stance is "demands" or "offers" ? "asserts" : stance),
        ];

    private static bool IsSpeaker(GoldArticle gold, string name, PredictedName? voice)
    {
        if (voice is null)
            return name.StartsWith("article", StringComparison.Ordinal);
        if (name.StartsWith("anonymous", StringComparison.Ordinal))
            return voice.IsAnonymous;
        return Several().Split(name).Any(each => gold.Party(each.Trim(), voice.Names));
    }

    [GeneratedRegex(";| and ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Several();
}
