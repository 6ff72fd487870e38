using System.Collections.Immutable;

namespace Backchannel;

/// <summary>All that one document says. Every span lies inside the document's text; every position lies inside its list.</summary>
public sealed record Findings
{
    public required DocumentId Document { get; init; }

    /// <summary>Code of the pack that read it; null where the language is unknown and nothing was read.</summary>
    public required string? Language { get; init; }

    /// <summary>The key in the world lists ("agency:EFE") of the outlet that the document says it is of; null where it is in none.</summary>
    public string? Outlet { get; init; }

    public ImmutableArray<Passage> Passages { get; init; } = [];

    public ImmutableArray<Span> Sentences { get; init; } = [];

    public ImmutableArray<Moment> Moments { get; init; } = [];

    /// <summary>When a document without a date was written, as far as that can be inferred; null where nothing tells, and where the day is given.</summary>
    public Dating? Dating { get; init; }

    public ImmutableArray<Mention> Mentions { get; init; } = [];

    public ImmutableArray<Figure> Figures { get; init; } = [];

    public ImmutableArray<Content> Contents { get; init; } = [];

    public ImmutableArray<Statement> Statements { get; init; } = [];

    public ImmutableArray<Problem> Problems { get; init; } = [];
}

/// <summary>Something about one document that the user should know; the run went on.</summary>
public sealed record Problem(string What, string Where);
