namespace Backchannel.Showing.Rows;

/// <summary>A judgement as a flat row.</summary>
public sealed record JudgementRow
{
    public required string Id { get; init; }

    /// <summary>"same actor", "date", "undo".</summary>
    public required string Judges { get; init; }

    public required string About { get; init; }

    public required string Who { get; init; }

    public required string Why { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string At { get; init; }

    /// <summary>Whether it still holds; an undoing holds as long as it is not undone, and is not counted among what holds.</summary>
    public required bool InForce { get; init; }

    public string? Undoes { get; init; }

    public static JudgementRow Of(Judgement judgement, bool inForce)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        return new()
        {
            Id = judgement.Id.Value,
            Judges = Words.Of(judgement.Kind),
            About = judgement.About,
            Who = judgement.Who,
            Why = judgement.Why,
            At = judgement.At.UtcDateTime.ToString(
                "yyyy-MM-ddTHH:mm:ssZ",
                System.Globalization.CultureInfo.InvariantCulture
            ),
            InForce = inForce,
            Undoes = judgement.Undoes?.Value,
        };
    }
}
