namespace Backchannel.Understanding.Moments;

/// <summary>
/// The arithmetic of relative and partial dates. Where the anchor is several days (a publication date known only as an interval), a
/// relative day covers as many. Without an anchor, what needs one stays unknown and says so.
/// </summary>
internal readonly struct Calendar(Interval anchor)
{
    private DateOnly? First => anchor.From ?? anchor.To;

    private DateOnly? Last => anchor.To ?? anchor.From;

    private static Moment Known(Interval when, Precision precision, MomentBasis basis, Interval anchor = default) =>
        new()
        {
            Span = default,
            When = when,
            Precision = precision,
            Basis = basis,
            Anchor = anchor,
        };

    private static Moment Unanchored(Precision precision) => Known(Interval.Unknown, precision, MomentBasis.Unanchored);

    private Moment Relative(Func<DateOnly, Interval> count, Precision precision)
    {
        if (First is not { } first || Last is not { } last)
            return Unanchored(precision);
        var (a, b) = (count(first), count(last));
        return Known(
            new(a.From < b.From ? a.From : b.From, a.To > b.To ? a.To : b.To),
            precision,
            MomentBasis.Publication,
            anchor
        );
    }

    public Moment? Date(int? day, int? month, int? year)
    {
        if (day is not { } d || month is not { } m)
            return null;
        if (year is { } y)
            return Valid(y, m, d) is { } date ? Known(Interval.Day(date), Precision.Day, MomentBasis.Absolute) : null;
        if (Last is not { } last)
            return d <= DateTime.DaysInMonth(2024, m) ? Unanchored(Precision.Day) : null;
        // No year: the nearest such day, before or after.
        var nearest = Enumerable
            .Range(last.Year - 1, 3)
            .Select(candidate => Valid(candidate, m, d))
            .OfType<DateOnly>()
            .OrderBy(candidate => Math.Abs(candidate.DayNumber - last.DayNumber))
            .Cast<DateOnly?>()
            .FirstOrDefault();
        return nearest is { } found ? Known(Interval.Day(found), Precision.Day, MomentBasis.Publication, anchor) : null;
    }

    public Moment? Range(int? day, int? month, int? day2, int? month2, int? year)
    {
        if (Date(day, month ?? month2, year) is not { } first || Date(day2, month2 ?? month, year) is not { } last)
            return null;
        return first.When.From <= last.When.To ? first with { When = new(first.When.From, last.When.To) } : first;
    }

    public Moment? Month(int? month, int? year, int shift)
    {
        if (month is not { } m)
            return null;
        if (year is { } y)
            return Known(Interval.Month(y, m), Precision.Month, MomentBasis.Absolute);
        if (Last is not { } last)
            return Unanchored(Precision.Month);
        var middle = new DateOnly(last.Year, m, 15);
        var found =
            shift > 0 ? (middle > last ? last.Year : last.Year + 1)
            : shift < 0 ? (middle < last && m != last.Month ? last.Year : last.Year - 1)
            : Enumerable
                .Range(last.Year - 1, 3)
                .MinBy(candidate => Math.Abs(new DateOnly(candidate, m, 15).DayNumber - last.DayNumber));
        return Known(Interval.Month(found, m), Precision.Month, MomentBasis.Publication, anchor);
    }

    public Moment? Year(int? year, int shift)
    {
        if (year is { } y)
            return Known(Interval.Year(y), Precision.Year, MomentBasis.Absolute);
        return Relative(day => Interval.Year(day.Year + shift), Precision.Year);
    }

    public Moment? DayOfThisMonth(int? day, int shift)
    {
        if (day is not { } d)
            return null;
        if (Last is not { } last)
            return Unanchored(Precision.Day);
        var month = last.AddMonths(shift);
        return Valid(month.Year, month.Month, d) is { } date
            ? Known(Interval.Day(date), Precision.Day, MomentBasis.Publication, anchor)
            : null;
    }

    /// <summary>0: the nearest past one, the anchor itself included; 1: the next; -1: the one before the anchor's day.</summary>
    public Moment? Weekday(int? weekday, int shift)
    {
        if (weekday is not { } wanted)
            return null;
        return Relative(
            day =>
            {
                var back = ((int)day.DayOfWeek - wanted % 7 + 7) % 7;
                return Interval.Day(
                    shift switch
                    {
                        > 0 => day.AddDays(back == 0 ? 7 : 7 - back),
                        < 0 => day.AddDays(back == 0 ? -7 : -back),
                        _ => day.AddDays(-back),
                    }
                );
            },
            Precision.Day
        );
    }

    /// <summary>That day of the week that lies so many calendar weeks from the anchor's; weeks begin on Monday.</summary>
    public Moment? WeekdayOf(int? weekday, int weeks)
    {
        if (weekday is not { } wanted)
            return null;
        return Relative(
            day => Interval.Day(day.AddDays(-(((int)day.DayOfWeek + 6) % 7) + 7 * weeks + wanted - 1)),
            Precision.Day
        );
    }

    public Moment? Days(int? offset) =>
        offset is { } days ? Relative(day => Interval.Day(day.AddDays(days)), Precision.Day) : null;

    /// <summary>The calendar unit that holds the anchor, shifted: last week, this month, next year. Weeks begin on Monday.</summary>
    public Moment? Unit(string? unit, int shift) =>
        unit switch
        {
            "day" => Days(shift),
            "week" => Relative(
                day =>
                {
                    var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7) + 7 * shift);
                    return new(monday, monday.AddDays(6));
                },
                Precision.Week
            ),
            "month" => Relative(
                day =>
                {
                    var month = day.AddMonths(shift);
                    return Interval.Month(month.Year, month.Month);
                },
                Precision.Month
            ),
            "year" => Relative(day => Interval.Year(day.Year + shift), Precision.Year),
            "decade" => Relative(
                day =>
                    new(new(day.Year / 10 * 10 + 10 * shift, 1, 1), new(day.Year / 10 * 10 + 10 * shift + 9, 12, 31)),
                Precision.Vague
            ),
            _ => null,
        };

    /// <summary>A number of units before or after the anchor: "three weeks ago". As sharp as its unit.</summary>
    public Moment? Shifted(string? unit, int count)
    {
        if (unit is null || Math.Abs(count) > 400)
            return null;
        return unit switch
        {
            "day" => Days(count),
            "week" => Relative(day => new(day.AddDays(7 * count - 3), day.AddDays(7 * count + 3)), Precision.Week),
            "month" => Relative(
                day =>
                {
                    var month = day.AddMonths(count);
                    return Interval.Month(month.Year, month.Month);
                },
                Precision.Month
            ),
            "year" => Relative(day => Interval.Year(day.Year + count), Precision.Year),
            _ => Relative(day => Interval.Year(day.Year + 10 * count), Precision.Vague),
        };
    }

    /// <summary>A stretch up to or from the anchor: "the last three months"; without a number, a vague four units.</summary>
    public Moment? Stretch(string? unit, int? number, bool past)
    {
        if (unit is null || number > 400)
            return null;
        var sign = past ? -1 : 1;
        var count = number ?? 4;
        return Relative(
            day =>
            {
                var far = unit switch
                {
                    "day" => day.AddDays(sign * (number ?? 7)),
                    "week" => day.AddDays(sign * 7 * count),
                    "month" => day.AddMonths(sign * count),
                    "year" => day.AddYears(sign * count),
                    _ => day.AddYears(sign * 10 * count),
                };
                return past ? new(far, day) : new(day, far);
            },
            Precision.Vague
        );
    }

    public Moment? Part(int? part, int? month, int? year, string? unit, int shift)
    {
        if (part is not { } p)
            return null;
        var whole =
            month is not null ? Month(month, year, 0)
            : year is not null ? Year(year, 0)
            : Unit(unit, shift);
        if (whole is null || whole.When is not { From: { } from, To: { } to })
            return whole;
        var third = (to.DayNumber - from.DayNumber + 1) / 3;
        var when = p switch
        {
            0 => new Interval(from, from.AddDays(third - 1)),
            1 => new Interval(from.AddDays(third), to.AddDays(-third)),
            _ => new Interval(to.AddDays(-third + 1), to),
        };
        return whole with { When = when, Precision = Precision.Vague };
    }

    /// <summary>Seasons of the northern half of the world, by whole months; winter begins in December.</summary>
    public Moment? Season(int? season, int? year, int shift)
    {
        if (season is not { } s)
            return null;
        if (year is null && Last is null)
            return Unanchored(Precision.Season);
        var y = year ?? Last!.Value.Year + shift;
        var start = s == 3 ? new DateOnly(y, 12, 1) : new DateOnly(y, 3 + 3 * s, 1);
        if (year is null && shift == 0 && Last is { } last && start > last)
            start = start.AddYears(-1);
        return Known(
            new(start, start.AddMonths(3).AddDays(-1)),
            Precision.Season,
            year is null ? MomentBasis.Publication : MomentBasis.Absolute,
            year is null ? anchor : default
        );
    }

    private static DateOnly? Valid(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
}
