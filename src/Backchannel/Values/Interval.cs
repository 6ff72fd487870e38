using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Backchannel;

/// <summary>
/// Calendar days from <paramref name="From"/> to <paramref name="To"/>, both included, Gregorian; a missing end is open.
/// Not a clock time: the press dates contacts by days.
/// </summary>
public readonly record struct Interval(DateOnly? From, DateOnly? To)
{
    /// <summary>Open at both ends: nothing is known.</summary>
    public static readonly Interval Unknown;

    public bool IsUnknown => From is null && To is null;

    public static Interval Day(DateOnly day) => new(day, day);

    public static Interval Month(int year, int month) =>
        new(new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)));

    public static Interval Year(int year) => new(new(year, 1, 1), new(year, 12, 31));

    /// <summary>Whether some day could lie in both; an open end reaches without limit.</summary>
    public bool Overlaps(Interval other) =>
        (From ?? DateOnly.MinValue) <= (other.To ?? DateOnly.MaxValue)
        && (other.From ?? DateOnly.MinValue) <= (To ?? DateOnly.MaxValue);

    public bool Contains(DateOnly day) => (From ?? DateOnly.MinValue) <= day && day <= (To ?? DateOnly.MaxValue);

    /// <summary>Length in days, or null where an end is open.</summary>
    public int? Days => From is { } from && To is { } to ? to.DayNumber - from.DayNumber + 1 : null;

    /// <summary>The days in both, or null where there is none.</summary>
    public Interval? Meet(Interval other)
    {
        if (!Overlaps(other))
            return null;
        var from = From is { } a && other.From is { } b ? (a > b ? a : b) : From ?? other.From;
        var to = To is { } c && other.To is { } d ? (c < d ? c : d) : To ?? other.To;
        return new(from, to);
    }

    /// <summary>"2019-08-20", "2019-07-01/2019-08-20", "../2019-08-20", "2019-08-20/..", or "unknown".</summary>
    public override string ToString()
    {
        if (IsUnknown)
            return "unknown";
        if (From is { } from && From == To)
            return Iso(from);
        return $"{(From is { } f ? Iso(f) : "..")}/{(To is { } t ? Iso(t) : "..")}";
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads ISO 8601 days, months, years and intervals <c>a/b</c>, <c>..b</c>, <c>a..</c>, <c>../b</c>, <c>a/..</c>; a day may carry
    /// a clock time, which is dropped. Returns false for anything else, among them "?" and "unknown".
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Interval interval)
    {
        interval = Unknown;
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
            return false;
        if (text.Split('/') is [var a, var b])
            return TryEnds(a, b, out interval);
        if (text.StartsWith("..", StringComparison.Ordinal))
            return TryEnds("", text[2..], out interval);
        if (text.EndsWith("..", StringComparison.Ordinal))
            return TryEnds(text[..^2], "", out interval);
        return TryPart(text, out interval);
    }

    private static bool TryEnds(string from, string to, out Interval interval)
    {
        interval = Unknown;
        Interval a = Unknown,
            b = Unknown;
        var openFrom = from is "" or "..";
        var openTo = to is "" or "..";
        if (openFrom && openTo || !openFrom && !TryPart(from, out a) || !openTo && !TryPart(to, out b))
            return false;
        if (a.From is { } first && b.To is { } last && first > last)
            return false;
        interval = new(a.From, b.To);
        return true;
    }

    private static bool TryPart(string text, out Interval interval)
    {
        interval = Unknown;
        var culture = CultureInfo.InvariantCulture;
        if (text.Length > 10 && text[10] is 'T' or ' ')
            text = text[..10];
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day))
            interval = Day(day);
        else if (DateOnly.TryParseExact(text, "yyyy-MM", culture, DateTimeStyles.None, out var month))
            interval = Month(month.Year, month.Month);
        else if (
            text.Length == 4
            && int.TryParse(text, NumberStyles.None, culture, out var year)
            && year is >= 1 and <= 9999
        )
            interval = Year(year);
        else
            return false;
        return true;
    }
}
