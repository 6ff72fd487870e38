using System.Collections.Immutable;

namespace Backchannel;

/// <summary>The far end of an attribution chain; two relays of one origin are one origin.</summary>
public sealed record Origin
{
    public required OriginId Id { get; init; }

    /// <summary>Who it is, where named; or the agency or outlet that speaks of its own knowledge.</summary>
    public ActorId? Actor { get; init; }

    /// <summary>In the words of the text: "a source from the State Department, to EFE".</summary>
    public required string Description { get; init; }

    public bool IsAnonymous { get; init; }

    /// <summary>Reports of others that nobody names: heard of, and no origin beside one that is known.</summary>
    public bool IsReport { get; init; }

    /// <summary>The named person, agency or paper through whose word alone an unnamed one is known; whose own word adds nothing to it.</summary>
    public ActorId? Through { get; init; }

    public ImmutableArray<DocumentId> Documents { get; init; } = [];

    /// <summary>Why the statements behind it are taken as one voice.</summary>
    public required string Reason { get; init; }
}

/// <summary>A stretch of one document that stands in another.</summary>
/// <param name="Of">Where it stands in the document taken as earlier.</param>
/// <param name="Document">Where it stands in the copy.</param>
public readonly record struct CopiedPassage(Span Of, Span Document);

/// <summary>
/// One document's text reused in another. A document may reuse several, each in part, and say the rest itself; which of two came first, or whether both have it
/// of a third that is not here, the texts alone do not always tell.
/// </summary>
public sealed record Copy
{
    /// <summary>The one taken as earlier.</summary>
    public required DocumentId Of { get; init; }

    public required DocumentId Document { get; init; }

    /// <summary>How much of <see cref="Document"/> stands in <see cref="Of"/>, 0 to 1; what both quote of others is left out.</summary>
    public required double Share { get; init; }

    /// <summary>How much of <see cref="Of"/> stands in <see cref="Document"/>, 0 to 1.</summary>
    public required double ShareOf { get; init; }

    /// <summary>What was reused, in the order of <see cref="Document"/>.</summary>
    public ImmutableArray<CopiedPassage> Passages { get; init; } = [];

    public required string Reason { get; init; }

    public CopyId Id => new(Hash.Id('k', Of.Value, Document.Value));
}

/// <summary>The documents and claims about one run of events.</summary>
public sealed record Story
{
    public required StoryId Id { get; init; }

    public required string Title { get; init; }

    public ImmutableArray<DocumentId> Documents { get; init; } = [];

    public ImmutableArray<ClaimId> Claims { get; init; } = [];

    public ImmutableArray<ActorId> Actors { get; init; } = [];

    /// <summary>Days of publication.</summary>
    public Interval Published { get; init; }
}
