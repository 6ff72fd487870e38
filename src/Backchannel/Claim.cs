using System.Collections.Immutable;

namespace Backchannel;

/// <summary>How a claim stands, derived from its statements and never typed in.</summary>
public enum Standing
{
    /// <summary>A party to it affirms it, and no party denies it.</summary>
    Confirmed,

    /// <summary>Others than the parties say so.</summary>
    Reported,

    /// <summary>Some affirm it and a party denies it.</summary>
    Disputed,

    /// <summary>Only denials are on record.</summary>
    Denied,

    /// <summary>Who said it has taken it back.</summary>
    Withdrawn,
}

/// <summary>Someone in a role of a claim, across documents.</summary>
public sealed record ClaimParticipant(Role Role, ActorId Actor);

/// <summary>Contents, from any document and language, that say the same thing of the same world, with every statement about them.</summary>
public sealed record Claim
{
    public required ClaimId Id { get; init; }

    public required ContentType Type { get; init; }

    public required Status Status { get; init; }

    public required Standing Standing { get; init; }

    public ImmutableArray<ClaimParticipant> Participants { get; init; } = [];

    /// <summary>When it happened, as narrowly as its contents agree.</summary>
    public Interval When { get; init; }

    /// <summary>The place, where its contents name one.</summary>
    public ActorId? Place { get; init; }

    public Channel Channel { get; init; }

    public bool? Secret { get; init; }

    /// <summary>In order of document and position.</summary>
    public ImmutableArray<StatementId> Statements { get; init; } = [];

    public ImmutableArray<DocumentId> Documents { get; init; } = [];

    /// <summary>Independent far ends of the chains that affirm it.</summary>
    public ImmutableArray<OriginId> Origins { get; init; } = [];

    public ImmutableArray<ActorId> ConfirmedBy { get; init; } = [];

    public ImmutableArray<ActorId> DeniedBy { get; init; } = [];

    /// <summary>Asked, and would not say.</summary>
    public ImmutableArray<ActorId> DeclinedBy { get; init; } = [];

    /// <summary>Days of publication, or of speaking where given.</summary>
    public Interval Said { get; init; }

    /// <summary>How it came to stand so, by day; what was said on days that nobody knows is left out.</summary>
    public ImmutableArray<Turn> History { get; init; } = [];

    /// <summary>Why its contents are taken as one.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];
}
