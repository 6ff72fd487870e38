using System.Collections.Immutable;

namespace Backchannel;

/// <summary>
/// When a document that gives no day of publication was written, as far as its words or its siblings bound it. Inferred, never given: <see
/// cref="Document.Published"/> stays unknown, and whoever shows this says why. Counted from only where it is one day.
/// </summary>
public sealed record Dating
{
    /// <summary>The days in which it may have been written; unknown where what bounds it contradicts itself, and the reason then says so.</summary>
    public required Interval When { get; init; }

    /// <summary>What bounds it, in English, with the words of the text.</summary>
    public required string Reason { get; init; }

    /// <summary>The words of the document that bound it.</summary>
    public ImmutableArray<Span> Evidence { get; init; } = [];

    /// <summary>Both bounds at once. Where they leave no day, none is right: unknown, with both reasons.</summary>
    public Dating And(Dating other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var contradicts = When.IsUnknown || other.When.IsUnknown || !When.Overlaps(other.When);
        var reason = $"{Reason}; {other.Reason}";
        return new()
        {
            When = contradicts ? Interval.Unknown : When.Meet(other.When)!.Value,
            Reason = contradicts && !When.IsUnknown && !other.When.IsUnknown ? $"contradicts itself: {reason}" : reason,
            Evidence = [.. Evidence.Concat(other.Evidence).Distinct().OrderBy(span => span.Start)],
        };
    }
}
