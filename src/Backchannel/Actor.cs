using System.Collections.Immutable;

namespace Backchannel;

/// <summary>A name as some document writes it.</summary>
public sealed record ActorName(string Text, string Language);

/// <summary>A role as some document words it, with the days of publication between which documents say so.</summary>
public sealed record ActorRole(string Text, Interval Said);

/// <summary>A figure of one document: the document and the position in its <see cref="Findings.Figures"/>.</summary>
public readonly record struct FigureRef(DocumentId Document, int Figure);

/// <summary>A person, office, body, state, outlet, agency or group, across documents, scripts and spellings.</summary>
public sealed record Actor
{
    public required ActorId Id { get; init; }

    /// <summary>The name shown: the world lists' English name, or the spelling most documents use, in Latin letters where there is one.</summary>
    public required string Name { get; init; }

    public required ActorType Type { get; init; }

    public bool IsNamed { get; init; } = true;

    public string? Known { get; init; }

    public ImmutableArray<ActorName> Names { get; init; } = [];

    public ImmutableArray<ActorRole> Roles { get; init; } = [];

    /// <summary>The actor it acts for: a ministry's state, an official's government.</summary>
    public ActorId? ActsFor { get; init; }

    public ImmutableArray<FigureRef> Figures { get; init; } = [];

    /// <summary>Why figures of different documents or spellings are one: one sentence each.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];
}
