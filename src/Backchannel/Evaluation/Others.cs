namespace Backchannel.Evaluation;

/// <summary>Bargain, pressure and position: family, evidence and actor agree; then the type.</summary>
internal static class Others
{
    public static void Score(GoldArticle gold, IEnumerable<Predicted> statements, Tally tally)
    {
        var predicted = statements
            .Where(statement => statement.Content.Type is { Family: not Family.Contact })
            .DistinctBy(statement => (statement.Content.Type, statement.Evidence.Start))
            .ToList();
        var candidates = new List<Candidate>();
        for (var g = 0; g < gold.Other.Length; g++)
        {
            var item = gold.Other[g];
            for (var p = 0; p < predicted.Count; p++)
            {
                var type = predicted[p].Content.Type!;
                var overlap = Scorer.Agree(GoldArticle.Evidence(item), predicted[p].Evidence);
                if (overlap <= 0 || Showing.Words.Of(type.Family) != GoldArticle.Text(item, "family"))
                    continue;
                if (
                    GoldArticle.Text(item, "by") is { Length: > 0 } by
                    && !by.Split(';')
                        .Any(actor =>
                            predicted[p]
                                .Participants.Concat(predicted[p].Voices)
                                .Any(each => gold.Party(actor.Trim(), each.Names))
                        )
                )
                    continue;
                candidates.Add(new(overlap + (type.Name == GoldArticle.Text(item, "type") ? 1 : 0), g, p));
            }
        }
        HashSet<int> usedGold = [],
            usedPredicted = [];
        foreach (var match in Scorer.OneToOne(candidates, usedGold, usedPredicted))
        {
            var item = gold.Other[match.Gold];
            if (Scorer.IsBackground(item))
                continue;
            tally[Count.OtherMatch]++;
            tally.Add(
                Count.OtherTypeRight,
                predicted[match.Predicted].Content.Type!.Name == GoldArticle.Text(item, "type")
            );
        }
        if (!gold.HasOther)
            return;
        tally[Count.OtherGold] += gold.Other.Count(item => !Scorer.IsBackground(item));
        tally[Count.OtherPredicted] += predicted.Count - usedGold.Count(used => Scorer.IsBackground(gold.Other[used]));
    }
}
