using System.Collections.Immutable;

namespace Backchannel.Showing.Rows;

/// <summary>Claims in the orders in which they are shown.</summary>
public static class Ledger
{
    /// <summary>What most outlets and statements carry first.</summary>
    public static ImmutableArray<Claim> ByWeight(Archive archive, ClaimFilter filter)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(filter);
        return
        [
            .. archive
                .Changes.Claims.Where(claim => filter.Holds(archive, claim))
                .OrderByDescending(claim => claim.Documents.Length)
                .ThenByDescending(claim => claim.Statements.Length)
                .ThenBy(claim => claim.When.From ?? claim.When.To ?? DateOnly.MaxValue)
                .ThenBy(claim => claim.Id.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>By when it happened, or may have begun to; undated claims last, by when they were first said.</summary>
    public static ImmutableArray<Claim> ByTime(Archive archive, ClaimFilter filter)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(filter);
        return
        [
            .. archive
                .Changes.Claims.Where(claim => filter.Holds(archive, claim))
                .OrderBy(claim => claim.When.IsUnknown)
                .ThenBy(claim => claim.When.From ?? claim.When.To ?? DateOnly.MaxValue)
                .ThenBy(claim => claim.When.To ?? DateOnly.MaxValue)
                .ThenBy(claim => claim.Said.From ?? DateOnly.MaxValue)
                .ThenBy(claim => claim.Id.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>Claims of which somebody has given more than one account: affirmed by one and denied by the same, or taken back.</summary>
    public static ImmutableArray<(Claim Claim, Actor Who, ImmutableArray<Said> Accounts)> Changed(Archive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        var changed = ImmutableArray.CreateBuilder<(Claim, Actor, ImmutableArray<Said>)>();
        foreach (var claim in archive.Changes.Claims)
        {
            foreach (
                var voice in archive
                    .Said(claim)
                    .Where(said => said.Statement.Stance != Stance.Hedges && Speaker(archive, said) is not null)
                    .GroupBy(said => Speaker(archive, said)!.Id)
            )
            {
                var stances = voice.Select(Position).Distinct().ToList();
                if (stances.Contains(true) && stances.Contains(false))
                    changed.Add(
                        (
                            claim,
                            archive.Actors[voice.Key],
                            [
                                .. voice
                                    .Where(said => Position(said) is not null)
                                    .OrderBy(said => said.Reading.Document.Published.From ?? DateOnly.MaxValue)
                                    .ThenBy(said => said.Reading.Document.Path, StringComparer.Ordinal)
                                    .ThenBy(said => said.Statement.Evidence),
                            ]
                        )
                    );
            }
        }
        return changed.ToImmutable();

        static bool? Position(Said said) => said.Statement.Stance == Stance.Declines ? null : !said.IsNegated;
    }

    /// <summary>The named speaker of a statement that needs nobody else's word for it.</summary>
    private static Actor? Speaker(Archive archive, Said said) =>
        said.Statement.Voices.FirstOrDefault(voice => voice.Role == VoiceRole.Speaker)
            is { Figure: { } figure, IsAnonymous: false }
            ? archive.ActorOf(said.Reading.Document.Id, figure) is { IsNamed: true } actor
                ? actor
                : null
            : null;
}
