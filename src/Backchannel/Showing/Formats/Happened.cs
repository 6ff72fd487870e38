namespace Backchannel.Showing.Formats;

/// <summary>
/// The one day, or first and last day, that formats ask of an event which we know less exactly, with what it rests on: "event" for days that
/// the claim is dated with, "by" and "from" for days open at one end, "said" where only the day on which it was first said is known.
/// </summary>
public readonly record struct Happened(DateOnly From, DateOnly To, string Basis)
{
    public static Happened? Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.When switch
        {
            { From: { } from, To: { } to } => new Happened(from, to, "event"),
            { To: { } by } => new Happened(by, by, "by"),
            { From: { } since } => new Happened(since, since, "from"),
            _ => (claim.Said.From ?? claim.Said.To) is { } said ? new Happened(said, said, "said") : null,
        };
    }
}
