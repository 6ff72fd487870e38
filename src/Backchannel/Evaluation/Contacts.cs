using System.Globalization;
using System.Text.Json;

namespace Backchannel.Evaluation;

/// <summary>Contacts: evidence overlaps, no gold party is missed, and at most one party is a stranger.</summary>
internal static class Contacts
{
    private static readonly string[] Welcome = ["participants", "envoy", "coordinator", "intermediary", "place"];

    public static void Score(GoldArticle gold, IEnumerable<Predicted> statements, Tally tally, Action<string>? explain)
    {
        // What two voices say of one contact in one place is one contact.
        var predicted = statements
            .Where(statement => statement.Content.Type?.Family == Family.Contact)
            .DistinctBy(statement =>
                (
                    statement.Evidence.Start,
                    statement.Content.Type,
                    string.Join('\0', statement.Participants.Select(each => each.Key).Order(StringComparer.Ordinal)),
                    statement.Modality(null)
                )
            )
            .ToList();
        tally[Count.ContactGold] += gold.Contacts.Count(contact => !Scorer.IsBackground(contact));
        var candidates = new List<Candidate>();
        for (var g = 0; g < gold.Contacts.Length; g++)
        {
            var contact = gold.Contacts[g];
            for (var p = 0; p < predicted.Count; p++)
            {
                var overlap = Scorer.Agree(GoldArticle.Evidence(contact), predicted[p].Evidence);
                if (overlap > 0 && PartiesAgree(gold, contact, predicted[p]))
                    candidates.Add(
                        new(
                            overlap
                                + (
                                    GoldArticle
                                        .Readings(contact, "modality")
                                        .Contains(predicted[p].Modality(predicted[p].Standing), StringComparer.Ordinal)
                                        ? 1
                                        : 0
                                ),
                            g,
                            p
                        )
                    );
            }
        }
        HashSet<int> usedGold = [],
            usedPredicted = [];
        foreach (var match in Scorer.OneToOne(candidates, usedGold, usedPredicted))
        {
            if (!Scorer.IsBackground(gold.Contacts[match.Gold]))
                Judge(gold.Contacts[match.Gold], predicted[match.Predicted], tally);
        }
        tally[Count.ContactPredicted] +=
            predicted.Count - usedGold.Count(used => Scorer.IsBackground(gold.Contacts[used]));
        if (explain is not null)
            ExplainRest(gold, predicted, usedGold, usedPredicted, explain);
    }

    private static bool PartiesAgree(GoldArticle gold, JsonElement contact, Predicted predicted)
    {
        var parties = GoldArticle.Texts(contact, "parties").ToList();
        if (!parties.TrueForAll(party => predicted.Participants.Any(each => gold.Party(party, each.Names))))
            return false;
        var welcome = parties.Concat(Welcome.SelectMany(field => GoldArticle.Texts(contact, field))).ToList();
        return predicted.Participants.Count(each =>
                each.Role is "party" or "visitor" or "host" && !welcome.Exists(party => gold.Party(party, each.Names))
            ) <= 1;
    }

    private static void Judge(JsonElement contact, Predicted predicted, Tally tally)
    {
        var modality = predicted.Modality(predicted.Standing);
        var modalities = GoldArticle.Readings(contact, "modality");
        tally[Count.ContactMatch]++;
        tally.Add(Count.ModalityRight, modalities.Contains(modality, StringComparer.Ordinal));
        if (GoldArticle.Text(contact, "modality") is "denied" or "planned" or "alleged")
        {
            tally[Count.UnsureGold]++;
            tally.Add(
                Count.FalseConfirmation,
                modality == "asserted" && !modalities.Contains("asserted", StringComparer.Ordinal)
            );
        }
        var channel = ChannelOf(predicted, GoldArticle.Text(contact, "channel"));
        tally[Count.ChannelGold]++;
        tally.Add(
            Count.ChannelRight,
            GoldArticle.Readings(contact, "channel").Contains(channel, StringComparer.Ordinal)
        );
        if (GoldArticle.Texts(contact, "intermediary").Any(name => name.Length > 0))
        {
            tally[Count.IntermediaryGold]++;
            tally.Add(Count.IntermediaryRight, predicted.Participants.Any(each => each.Role == "intermediary"));
        }
        if (DaysOf(GoldArticle.Text(contact, "date")) is { } days)
        {
            tally[Count.DateGold]++;
            var ours = predicted.Said.Content.Moment is { } moment
                ? predicted.Said.Reading.Findings.Moments[moment].When
                : predicted.Said.Content.Bound(predicted.Said.Reading.Document.Published);
            if (!ours.IsUnknown)
            {
                var (from, to) = (
                    Edge(ours.From is { } first ? Interval.Iso(first) : "", isEnd: false),
                    Edge(ours.To is { } last ? Interval.Iso(last) : "", isEnd: true)
                );
                tally.Add(
                    Count.DateOverlaps,
                    string.CompareOrdinal(from, days.To) <= 0 && string.CompareOrdinal(days.From, to) <= 0
                );
            }
        }
        if (GoldArticle.Text(contact, "place") is { Length: > 0 } place)
        {
            tally[Count.PlaceGold]++;
            tally.Add(
                Count.PlaceRight,
                predicted.Place is { } ours
                    && ours.Names.Any(name => GoldText.Words(name).Overlaps(GoldText.Words(place)))
            );
        }
    }

    private static string ChannelOf(Predicted predicted, string? wanted)
    {
        if (
            predicted.Content.Channel == Channel.Envoy
            || wanted == "indirect" && predicted.Participants.Any(each => each.Role == "intermediary")
        )
            return "indirect";
        return predicted.Content.Type!.Name switch
        {
            "meeting" or "negotiation" => "meeting",
            "visit" => "visit",
            "call" => "call",
            "message" => "letter",
            "mediation" => "indirect",
            _ => "unspecified",
        };
    }

    /// <summary>An ISO day, month or year, a/b, ..b or a.., as two strings that sort; null where nothing is said.</summary>
    private static (string From, string To)? DaysOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var (from, to) = text.Split('/', 2) switch
        {
            [var a, var b] => (a, b),
            _ when text.StartsWith("..", StringComparison.Ordinal) => ("", text),
            _ when text.EndsWith("..", StringComparison.Ordinal) => (text, ""),
            _ => (text, text),
        };
        return (Edge(from, isEnd: false), Edge(to, isEnd: true));
    }

    private static string Edge(string day, bool isEnd)
    {
        day = day.Trim('.', ' ');
        if (day.Length == 0)
            return isEnd ? "9999-99-99" : "0000-00-00";
        var parts = day.Split('-').ToList();
        while (parts.Count < 3)
            parts.Add(isEnd ? "99" : "00");
        return string.Join('-', parts.Take(3));
    }

    private static void ExplainRest(
        GoldArticle gold,
        List<Predicted> predicted,
        HashSet<int> usedGold,
        HashSet<int> usedPredicted,
        Action<string> explain
    )
    {
        for (var g = 0; g < gold.Contacts.Length; g++)
        {
            var contact = gold.Contacts[g];
            if (!usedGold.Contains(g) && !Scorer.IsBackground(contact))
                explain(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"missed contact   {gold.Id} [{string.Join("; ", GoldArticle.Texts(contact, "parties"))}] {Scorer.Beginning(GoldArticle.Text(contact, "evidence") ?? "")}"
                    )
                );
        }
        for (var p = 0; p < predicted.Count; p++)
        {
            if (!usedPredicted.Contains(p))
                explain(
                    $"extra contact    {gold.Id} [{string.Join("; ", predicted[p].Participants.Select(each => each.Names.FirstOrDefault()))}] {Scorer.Beginning(predicted[p].Said.Evidence)}"
                );
        }
    }
}
