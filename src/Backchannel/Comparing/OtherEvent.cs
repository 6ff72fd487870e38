using System.Collections.Immutable;

namespace Backchannel.Comparing;

/// <summary>One side of an event of another program: the name it gives, and the country it codes, where it does.</summary>
public sealed record OtherSide(string Name, string? Country);

/// <summary>One event of another program's file, with the line it stands on.</summary>
public sealed record OtherEvent
{
    public required int Line { get; init; }

    public required string Id { get; init; }

    public required Interval Days { get; init; }

    /// <summary>As the file codes it: "042", "CONSULT".</summary>
    public required string Code { get; init; }

    /// <summary>The PLOVER root of the code; null for what PLOVER does not code.</summary>
    public required string? Root { get; init; }

    public ImmutableArray<OtherSide> Sources { get; init; } = [];

    public ImmutableArray<OtherSide> Recipients { get; init; } = [];

    /// <summary>Whether the file itself says that it did not happen.</summary>
    public bool IsNoEvent { get; init; }

    public string? Url { get; init; }

    /// <summary>Source and recipient, two and two; of those who consult, all are sources.</summary>
    public IEnumerable<(OtherSide One, OtherSide Other)> Pairs() =>
        Recipients.IsEmpty
            ? Sources.SelectMany((one, i) => Sources.Skip(i + 1).Select(other => (one, other)))
            : Sources.SelectMany(one => Recipients.Select(other => (one, other)));
}
