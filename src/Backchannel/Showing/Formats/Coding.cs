namespace Backchannel.Showing.Formats;

/// <summary>
/// What a claim is coded as in PLOVER and CAMEO: by its type and how far it came (<see cref="EventCodes"/>), by its channel, and by whether
/// anybody stands by it. What nobody affirms is no event, and says why.
/// </summary>
public sealed record Coding
{
    /// <summary>The code of what is said to have happened; null where that is no event.</summary>
    public EventCode? Event { get; init; }

    /// <summary>What it would be if it had happened.</summary>
    public required EventCode Done { get; init; }

    /// <summary>Why it is no event: "denied", "withdrawn", "status unknown", or how far it came ("hypothetical", "planned"); null where it is one.</summary>
    public string? NoEvent { get; init; }

    /// <summary>PLOVER's context: "negation", "future", "hypothetical", and "disputed", which is ours.</summary>
    public string? Context { get; init; }

    public static Coding Of(Archive archive, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(claim);
        var done = Through(claim.Channel, claim.Type.Codes.Done);
        if (claim.Standing == Standing.Withdrawn)
            return new() { Done = done, NoEvent = "withdrawn" };
        if (claim.Standing == Standing.Denied || archive.PolarityOf(claim) == Polarity.Negated)
            return new()
            {
                Done = done,
                NoEvent = "denied",
                Context = "negation",
            };
        var code = claim.Type.Codes.For(claim.Status);
        return new()
        {
            Done = done,
            Event =
                code is null ? null
                : code == claim.Type.Codes.Done ? done
                : code,
            NoEvent =
                code is not null ? null
                : claim.Status == Status.Unknown ? "status unknown"
                : Words.Of(claim.Status),
            Context =
                claim.Status == Status.Hypothetical ? "hypothetical"
                : claim.Status is Status.Planned or Status.Proposed ? "future"
                : claim.Standing == Standing.Disputed ? "disputed"
                : null,
        };
    }

    /// <summary>Both schemes tell a conversation at a distance from others; PLOVER calls any medium "phone".</summary>
    private static EventCode Through(Channel channel, EventCode done) =>
        done switch
        {
            { Cameo: "040" } when channel is Channel.Phone or Channel.Video => new("CONSULT", "041", "phone"),
            { Cameo: "040", Mode: null } when channel is Channel.Letter or Channel.Text => done with { Mode = "phone" },
            _ => done,
        };
}
