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

    /// <summary>The named person through whose word alone an unnamed one is known; that person's own word adds nothing to it.</summary>
    public ActorId? Through { get; init; }

    public ImmutableArray<DocumentId> Documents { get; init; } = [];

    /// <summary>Why the statements behind it are taken as one voice.</summary>
    public required string Reason { get; init; }
}

/// <summary>One document's text reused in another.</summary>
/// <param name="Of">The one taken as earlier.</param>
/// <param name="Share">How much of <paramref name="Document"/> stands in <paramref name="Of"/>, 0 to 1.</param>
/// <param name="Spans">The reused stretches of <paramref name="Document"/>.</param>
public sealed record Copy(DocumentId Of, DocumentId Document, double Share, ImmutableArray<Span> Spans, string Reason)
{
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
