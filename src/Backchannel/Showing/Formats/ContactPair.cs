using System.Collections.Immutable;
using Backchannel.Showing.Rows;

namespace Backchannel.Showing.Formats;

/// <summary>
/// Two sides of one claimed contact, as graphs need them: a meeting of three is three pairs of one claim. Whoever carries messages between
/// them, or is acted for, is no side; a contact of which one side alone is named is no pair.
/// </summary>
public sealed record ContactPair
{
    public required Claim Claim { get; init; }

    public required ActorId Source { get; init; }

    public required ActorId Target { get; init; }

    public required Role SourceRole { get; init; }

    public required Role TargetRole { get; init; }

    /// <summary>How many pairs the claim makes, this one among them.</summary>
    public required int Pairs { get; init; }

    public ImmutableArray<ActorId> Through { get; init; } = [];

    public string Id => $"{Claim.Id}-{Source}-{Target}";

    /// <summary>The pairs of all contacts, claims in order of time.</summary>
    public static ImmutableArray<ContactPair> All(Archive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return [.. Ledger.ByTime(archive, new() { Family = Family.Contact }).SelectMany(claim => Of(claim))];
    }

    public static ImmutableArray<ContactPair> Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var sides = claim
            .Participants.Where(each => each.Role is Role.Party or Role.Visitor or Role.Host)
            .DistinctBy(each => each.Actor)
            .OrderBy(each =>
                each.Role == Role.Visitor ? 0
                : each.Role == Role.Party ? 1
                : 2
            )
            .ThenBy(each => each.Actor.Value, StringComparer.Ordinal)
            .ToList();
        var through = claim
            .Participants.Where(each => each.Role == Role.Intermediary)
            .Select(each => each.Actor)
            .Distinct()
            .ToImmutableArray();
        return
        [
            .. from i in Enumerable.Range(0, sides.Count)
            from j in Enumerable.Range(i + 1, sides.Count - i - 1)
            select new ContactPair
            {
                Claim = claim,
                Source = sides[i].Actor,
                Target = sides[j].Actor,
                SourceRole = sides[i].Role,
                TargetRole = sides[j].Role,
                Pairs = sides.Count * (sides.Count - 1) / 2,
                Through = through,
            },
        ];
    }
}
