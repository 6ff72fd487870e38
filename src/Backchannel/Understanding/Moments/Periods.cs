namespace Backchannel.Understanding.Moments;

/// <summary>Decades, centuries and parts of what is known, which need no day to count from.</summary>
internal static class Periods
{
    private static Moment? Years(int from, int to, string value) =>
        from is >= 1 and <= 9999 && to <= 9999
            ? new()
            {
                Span = default,
                When = new(new(from, 1, 1), new(to, 12, 31)),
                Precision = Precision.Vague,
                Basis = MomentBasis.Absolute,
                Value = value,
            }
            : null;

    /// <summary>By its first year, or by that of the twentieth century where only two figures are told.</summary>
    public static Moment? Decade(int? first)
    {
        if (first is not { } told)
            return null;
        var year = told < 100 ? 1900 + told : told;
        return Years(year, year + 9, Undated.Text($"{year / 10:000}"));
    }

    /// <summary>The nth, as it is counted: the 20th is that of the years from 1901.</summary>
    public static Moment? Century(int? nth) =>
        nth is { } n and > 0 and < 100 ? Years(100 * n - 99, 100 * n, Undated.Text($"{n - 1:00}")) : null;

    /// <summary>0: the last weekend begun; -1: the last that is over; 1: the next.</summary>
    public static Interval Weekend(DateOnly day, int shift)
    {
        var back = ((int)day.DayOfWeek + 1) % 7;
        var saturday = day.AddDays(
            shift > 0 ? 7 - back
            : shift < 0 && back <= 1 ? -7 - back
            : -back
        );
        return new(saturday, saturday.AddDays(1));
    }

    /// <summary>The first, middle or last third of a stretch with two ends.</summary>
    public static Interval Third(Interval whole, int part)
    {
        var (from, to) = (whole.From!.Value, whole.To!.Value);
        var third = (to.DayNumber - from.DayNumber + 1) / 3;
        return part switch
        {
            0 => new(from, from.AddDays(third - 1)),
            1 => new(from.AddDays(third), to.AddDays(-third)),
            _ => new(to.AddDays(-third + 1), to),
        };
    }
}
