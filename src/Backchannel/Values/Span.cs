namespace Backchannel;

/// <summary>A stretch of <see cref="Document.Text"/>: start and length in UTF-16 code units. Not an offset into bytes or runes.</summary>
public readonly record struct Span(int Start, int Length) : IComparable<Span>
{
    public int End => Start + Length;

    public bool IsEmpty => Length == 0;

    /// <summary>The span from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static Span Between(int start, int end) =>
        end >= start
            ? new(start, end - start)
            : throw new ArgumentOutOfRangeException(nameof(end), end, $"A span cannot end before its start {start}.");

    /// <summary>The smallest span that holds both.</summary>
    public Span Cover(Span other) => Between(Math.Min(Start, other.Start), Math.Max(End, other.End));

    public bool Contains(Span other) => Start <= other.Start && other.End <= End;

    public bool Contains(int position) => Start <= position && position < End;

    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary>The text the span points at.</summary>
    public string Of(string text) => text.Substring(Start, Length);

    /// <summary>The same stretch without white space at its ends; an all-white stretch becomes empty.</summary>
    public Span Trim(string text)
    {
        int start = Start,
            end = End;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return Between(start, end);
    }

    public int CompareTo(Span other) =>
        Start != other.Start ? Start.CompareTo(other.Start) : Length.CompareTo(other.Length);

    public override string ToString() => $"{Start}+{Length}";

    public static bool operator <(Span left, Span right) => left.CompareTo(right) < 0;

    public static bool operator >(Span left, Span right) => left.CompareTo(right) > 0;

    public static bool operator <=(Span left, Span right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Span left, Span right) => left.CompareTo(right) >= 0;
}
