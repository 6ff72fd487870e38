namespace Backchannel.Understanding.Syntax;

/// <summary>
/// A word, number or mark. A written word may hold several (Arabic conjunctions and prepositions, English 's), each with its own span.
/// </summary>
internal sealed class Token(Span span, string text, string form, bool glued)
{
    public Span Span { get; } = span;

    /// <summary>As written.</summary>
    public string Text { get; } = text;

    /// <summary>Folded, and completed where writing swallows a letter (Arabic للـ is ل and الـ).</summary>
    public string Form { get; } = form;

    /// <summary>Whether it is written onto the token before it.</summary>
    public bool Glued { get; } = glued;

    /// <summary>Whether it was put together as a name where words are cut from a run of letters.</summary>
    public bool IsName { get; init; }

    public bool IsWord { get; } =
        text.Length > 0
        && (char.IsLetterOrDigit(text[0]) || char.IsSurrogate(text[0]) || text.Length > 1 && char.IsLetter(text[1]));

    /// <summary>Whether it is written like a name; "al-Maamari" is, behind its small article.</summary>
    public bool IsCapital { get; } =
        text.Length > 0
        && (
            char.IsUpper(text[0])
            || text.AsSpan().IndexOf('-') is > 0 and <= 4 and var hyphen
                && hyphen + 1 < text.Length
                && char.IsUpper(text[hyphen + 1])
                && char.IsLower(text[0])
        );

    public override string ToString() => Text;
}
