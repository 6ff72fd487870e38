using System.Collections.Immutable;

namespace Backchannel.Showing.Rows;

/// <summary>Which claims are asked for; everything unset asks for nothing.</summary>
public sealed record ClaimFilter
{
    public static readonly ClaimFilter Everything = new();

    public Family? Family { get; init; }

    /// <summary>Takes part, in whatever role, or is acted for by one who does.</summary>
    public NameQuery? Actor { get; init; }

    /// <summary>Takes part too: another participant than <see cref="Actor"/>'s.</summary>
    public NameQuery? With { get; init; }

    public NameQuery? Through { get; init; }

    /// <summary>Days on which it happened, or may have: undated claims are not among them.</summary>
    public Interval When { get; init; }

    public ContentType? Type { get; init; }

    public Standing? Standing { get; init; }

    /// <summary>Some document that says so is in this language.</summary>
    public string? Language { get; init; }

    public bool Holds(Archive archive, Claim claim) =>
        HoldsUndated(archive, claim) && (When.IsUnknown || !claim.When.IsUnknown && claim.When.Overlaps(When));

    /// <summary>Claims that nothing but a missing date keeps out of <see cref="Holds"/>.</summary>
    public bool LeavesOutUndated(Archive archive, Claim claim) =>
        !When.IsUnknown && claim.When.IsUnknown && HoldsUndated(archive, claim);

    private bool HoldsUndated(Archive archive, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(claim);
        return (Family is null || claim.Type.Family == Family)
            && (Type is null || claim.Type == Type)
            && (Standing is null || claim.Standing == Standing)
            && (Language is null || claim.Documents.Any(id => archive.ById[id].Findings.Language == Language))
            && HoldsActors(archive, claim);
    }

    private bool HoldsActors(Archive archive, Claim claim)
    {
        // Whom somebody acts for stands in the claim as well; it is no participant of its own beside the one who does.
        var present = claim
            .Participants.Where(participant => participant.Role is not (Role.OnBehalfOf or Role.Topic))
            .Select(participant => (participant.Role, Actor: archive.Actors[participant.Actor]))
            .ToList();
        if (
            Through is not null
            && !present.Exists(each => each.Role == Role.Intermediary && Through.FindsSideOf(each.Actor, archive))
        )
            return false;
        var first = Found(Actor);
        var second = Found(With);
        if (Actor is null || With is null)
            return (Actor is null || first.Length > 0) && (With is null || second.Length > 0);
        return first.Any(one => second.Any(other => other != one));

        ImmutableArray<ActorId> Found(NameQuery? query) =>
            query is null
                ? []
                : [.. present.Where(each => query.FindsSideOf(each.Actor, archive)).Select(each => each.Actor.Id)];
    }
}
