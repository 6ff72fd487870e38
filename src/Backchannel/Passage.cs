namespace Backchannel;

public enum PassageKind
{
    Headline,
    Paragraph,
    Caption,
    Credit,
    Noise,
}

/// <summary>
/// A stretch of a document: what it is, and for what is set aside, why. Passages do not overlap and together hold all text but white space.
/// </summary>
public sealed record Passage
{
    public required Span Span { get; init; }

    public required PassageKind Kind { get; init; }

    /// <summary>Why this was set aside or singled out; null for an ordinary paragraph.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it is read as news.</summary>
    public bool IsRead => Kind is not (PassageKind.Noise or PassageKind.Credit);
}
