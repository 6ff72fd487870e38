using System.Collections.Immutable;
using Backchannel.Linking.Actors;

namespace Backchannel.Linking.Claims;

/// <summary>Tells how each claim came to stand as it does, turn by turn, and what became of what was planned.</summary>
internal static class Histories
{
    private sealed record Dated(DateOnly Day, DocumentReading Reading, int Statement);

    public static ImmutableArray<Claim> Tell(
        ImmutableArray<DocumentReading> readings,
        ImmutableArray<Claim> claims,
        LinkedActors actors
    )
    {
        var places = readings
            .SelectMany(reading =>
                Enumerable
                    .Range(0, reading.Findings.Statements.Length)
                    .Select(s => (Id: reading.StatementId(s), reading, s))
            )
            .DistinctBy(each => each.Id)
            .ToDictionary(each => each.Id, each => (each.reading, each.s));
        var told = claims.ToDictionary(claim => claim.Id, claim => Turns(claim, Dates(claim, places), actors));
        // Plans and what took place never share a claim: the same kind of contact between the same sides, when it was planned for.
        var contacts = claims.Where(claim => claim.Type.Family == Family.Contact).ToList();
        var bySides = contacts
            .Where(claim => !claim.When.IsUnknown)
            .ToLookup(claim => Sides(claim, actors), StringComparer.Ordinal);
        foreach (
            var plan in contacts.Where(claim =>
                claim.Status is Status.Planned or Status.Proposed && !claim.When.IsUnknown
            )
        )
        {
            var sides = Sides(plan, actors);
            if (!sides.Contains(' ', StringComparison.Ordinal))
                continue;
            foreach (var outcome in bySides[sides].Where(other => IsOutcome(plan, other)))
            {
                var calledOff = outcome.Status is Status.Cancelled or Status.Refused;
                if (Dates(outcome, places) is [var first, ..])
                    told[plan.Id]
                        .Add(
                            new(
                                first.Day,
                                calledOff ? TurnKind.CalledOff : TurnKind.Held,
                                Standings.Speaker(first.Reading, first.Statement, actors)?.Id,
                                first.Reading.StatementId(first.Statement),
                                outcome.Id
                            )
                        );
                if (Dates(plan, places) is [var planned, ..])
                    told[outcome.Id]
                        .Add(
                            new(
                                planned.Day,
                                TurnKind.Planned,
                                Standings.Speaker(planned.Reading, planned.Statement, actors)?.Id,
                                planned.Reading.StatementId(planned.Statement),
                                plan.Id
                            )
                        );
            }
        }
        return
        [
            .. claims.Select(claim =>
                claim with
                {
                    History =
                    [
                        .. told[claim.Id]
                            .OrderBy(turn => turn.Day)
                            .ThenBy(turn => turn.Kind)
                            .ThenBy(turn => turn.Statement.Value, StringComparer.Ordinal),
                    ],
                }
            ),
        ];
    }

    private static List<Dated> Dates(
        Claim claim,
        Dictionary<StatementId, (DocumentReading Reading, int Statement)> places
    ) =>
        [
            .. claim
                .Statements.Select(id => places[id])
                .Select(each =>
                    (
                        Day: Standings.DayOf(each.Reading, each.Reading.Findings.Statements[each.Statement]),
                        each.Reading,
                        each.Statement
                    )
                )
                .Where(each => each.Day is not null)
                .Select(each => new Dated(each.Day!.Value, each.Reading, each.Statement))
                .OrderBy(each => each.Day)
                .ThenBy(each => each.Reading.Document.Path, StringComparer.Ordinal)
                .ThenBy(each => each.Statement),
        ];

    private static List<Turn> Turns(Claim claim, List<Dated> said, LinkedActors actors)
    {
        var turns = new List<Turn>();
        var accounts = new Dictionary<ActorId, bool>();
        var reported = false;
        foreach (var (day, reading, index) in said)
        {
            if (reading.Findings.Statements[index].Stance is Stance.Declines or Stance.Hedges)
                continue;
            var affirms = Standings.Affirms(reading, index);
            var who = Standings.Speaker(reading, index, actors)?.Id;
            var id = reading.StatementId(index);
            if (who is { } speaker)
            {
                var isNew = !accounts.TryGetValue(speaker, out var before);
                accounts[speaker] = affirms;
                if (!isNew && before != affirms)
                    turns.Add(new(day, TurnKind.Reversed, who, id));
                else if (isNew && !affirms)
                    turns.Add(new(day, TurnKind.Denied, who, id));
                else if (isNew && claim.ConfirmedBy.Contains(speaker))
                    turns.Add(new(day, TurnKind.Confirmed, who, id));
            }
            if (affirms && !reported)
            {
                reported = true;
                if (who is null || !claim.ConfirmedBy.Contains(who.Value))
                    turns.Add(new(day, TurnKind.Reported, who, id));
            }
        }
        return turns;
    }

    private static bool IsOutcome(Claim plan, Claim other) =>
        other.Id != plan.Id
        && other.Status is Status.Held or Status.Ongoing or Status.Cancelled or Status.Refused
        && (other.Type == plan.Type || other.Type == ContentType.Contact)
        && other.When.Overlaps(plan.When)
        // What is told of on one day with the plan is not what became of it.
        && plan.Said.From < other.Said.From;

    /// <summary>The sides of a contact in one order, by their ids.</summary>
    private static string Sides(Claim claim, LinkedActors actors) =>
        string.Join(
            ' ',
            claim
                .Participants.Where(each => Standings.IsParty(each.Role))
                .Select(each => actors.SideOf(actors[each.Actor]).Id.Value)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
}
