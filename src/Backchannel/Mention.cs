namespace Backchannel;

public enum ActorType
{
    Person,
    Office,
    Body,
    State,
    Outlet,
    Agency,
    Group,

    /// <summary>A city, region or building that no text treats as acting.</summary>
    Place,
}

public enum MentionKind
{
    Name,
    Description,
    Pronoun,
}

/// <summary>A span that names or refers to an actor or a place. What it refers to is its figure.</summary>
public sealed record Mention
{
    /// <summary>The whole phrase: "a source from the State Department".</summary>
    public required Span Span { get; init; }

    /// <summary>The name or head word inside it: "Maduro" in "Venezuelan President Maduro".</summary>
    public required Span Core { get; init; }

    public required MentionKind Kind { get; init; }

    public required ActorType Type { get; init; }

    /// <summary>Position in <see cref="Findings.Figures"/>.</summary>
    public required int Figure { get; init; }
}
