using System.Collections.Immutable;
using Backchannel.Showing;
using Backchannel.Showing.Formats;

namespace Backchannel.Comparing;

/// <summary>A claim of the store as it is laid beside events of others.</summary>
/// <param name="Days">Those it is dated with, or on which it was first said; null where nothing tells.</param>
/// <param name="Event">What it is coded as; null where it is no event.</param>
/// <param name="Done">What it would be coded as if it had happened.</param>
internal sealed record OwnEvent(
    Claim Claim,
    ImmutableHashSet<ActorId> Sides,
    Interval? Days,
    string? DaysBasis,
    EventCode? Event,
    EventCode Done,
    bool IsDenied,
    string Note
)
{
    public static OwnEvent Of(Archive archive, Claim claim)
    {
        var (sources, recipients) = Showing.Formats.Sides.Of(claim);
        var coding = Coding.Of(archive, claim);
        var day = Happened.Of(claim);
        var isDenied = coding.NoEvent is "denied" or "withdrawn" || claim.Standing == Standing.Disputed;
        return new(
            claim,
            [.. sources, .. recipients],
            day is { } known ? new(known.From, known.To) : null,
            day?.Basis,
            coding.Event,
            coding.Done,
            isDenied,
            NoteOf(archive, claim, isDenied)
        );
    }

    private static string NoteOf(Archive archive, Claim claim, bool isDenied)
    {
        if (!isDenied)
            return claim.Status == Status.Held
                ? Words.Of(claim.Standing)
                : $"{Words.Of(claim.Standing)}, {Words.Of(claim.Status)}";
        var by = claim.DeniedBy.IsEmpty
            ? ""
            : $" by {string.Join(", ", claim.DeniedBy.Select(id => archive.Actors[id].Name))}";
        return claim.Standing switch
        {
            Standing.Withdrawn => "withdrawn by who said so",
            Standing.Disputed => by.Length > 0 ? $"disputed: denied{by}" : "disputed",
            _ => $"denied{by}",
        };
    }
}
