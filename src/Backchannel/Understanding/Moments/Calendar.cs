using System.Globalization;

namespace Backchannel.Understanding.Moments;

/// <summary>
/// The arithmetic of relative and partial dates. Where the anchor is several days (a publication date known only as an interval), a
/// relative day covers as many. Without an anchor, what needs one stays unknown and says so.
/// </summary>
/// <param name="anchor">The day or days that are counted from.</param>
/// <param name="goesOn">Whether what is told lies rather behind the anchor than before it: a history goes on, the press looks back.</param>
internal readonly struct Calendar(Interval anchor, bool goesOn = false)
{
    private DateOnly? First => anchor.From ?? anchor.To;

    /// <summary>The anchor's year; of a winter, that in which it begins: until summer "this winter" is the one of the year before.</summary>
    public int? Year(bool ofWinter = false) => ofWinter && Last is { Month: <= 6 } ? Last?.Year - 1 : Last?.Year;

    private DateOnly? Last => anchor.To ?? anchor.From;

    private static Moment Known(
        Interval when,
        Precision precision,
        MomentBasis basis,
        string value,
        Interval anchor = default
    ) =>
        new()
        {
            Span = default,
            When = when,
            Precision = precision,
            Basis = basis,
            Anchor = anchor,
            Value = value,
        };

    private static Moment Unanchored(Precision precision, string value) =>
        Known(Interval.Unknown, precision, MomentBasis.Unanchored, value);

    private Moment Relative(Func<DateOnly, Interval> count, Precision precision, string? value = null)
    {
        if (First is not { } first || Last is not { } last)
            return Unanchored(precision, value ?? UnknownValue(precision));
        var (a, b) = (count(first), count(last));
        return Known(
            new(a.From < b.From ? a.From : b.From, a.To > b.To ? a.To : b.To),
            precision,
            MomentBasis.Publication,
            value ?? ValueOf(b.From ?? last, precision),
            anchor
        );
    }

    /// <summary>The calendar unit of that size that a day lies in, as TIMEX3 writes it.</summary>
    private static string ValueOf(DateOnly day, Precision precision) =>
        precision switch
        {
            Precision.Week => string.Create(
                CultureInfo.InvariantCulture,
                $"{ISOWeek.GetYear(day.ToDateTime(default)):0000}-W{ISOWeek.GetWeekOfYear(day.ToDateTime(default)):00}"
            ),
            Precision.Month => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            Precision.Year => day.ToString("yyyy", CultureInfo.InvariantCulture),
            _ => Interval.Iso(day),
        };

    private static string UnknownValue(Precision precision) =>
        precision switch
        {
            Precision.Week => "XXXX-WXX",
            Precision.Month => "XXXX-XX",
            Precision.Year => "XXXX",
            _ => "XXXX-XX-XX",
        };

    /// <summary>Without a year the nearest such day; shifted by -1 the last before the anchor, by 1 the first behind it.</summary>
    public Moment? Date(int? day, int? month, int? year, int shift = 0)
    {
        if (day is not { } d || month is not { } m)
            return null;
        if (year is { } y)
            return Valid(y, m, d) is { } date
                ? Known(Interval.Day(date), Precision.Day, MomentBasis.Absolute, Interval.Iso(date))
                : null;
        if (Last is not { } last)
            return d <= DateTime.DaysInMonth(2024, m)
                ? Unanchored(Precision.Day, Undated.Text($"XXXX-{m:00}-{d:00}"))
                : null;
        // No year: the nearest such day, before or after.
        var self = this;
        var nearest = Enumerable
            .Range(last.Year - 1, 3)
            .Select(candidate => Valid(candidate, m, d))
            .OfType<DateOnly>()
            .Where(candidate => shift == 0 || Math.Sign(candidate.DayNumber - last.DayNumber) == Math.Sign(shift))
            .OrderBy(candidate => self.Distance(candidate, last))
            .Cast<DateOnly?>()
            .FirstOrDefault();
        return nearest is { } found
            ? Known(Interval.Day(found), Precision.Day, MomentBasis.Publication, Interval.Iso(found), anchor)
            : null;
    }

    /// <summary>What lies on the side that is told of less often counts as twice as far.</summary>
    private int Distance(DateOnly candidate, DateOnly from)
    {
        var days = candidate.DayNumber - from.DayNumber;
        return days > 0 == goesOn ? Math.Abs(days) : 2 * Math.Abs(days);
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
            return Known(Interval.Month(y, m), Precision.Month, MomentBasis.Absolute, Undated.Text($"{y:0000}-{m:00}"));
        if (Last is not { } last)
            return Unanchored(Precision.Month, Undated.Text($"XXXX-{m:00}"));
        var middle = new DateOnly(last.Year, m, 15);
        var self = this;
        var found =
            shift < -1 ? last.Year - 1
            : shift > 0 ? (middle > last ? last.Year : last.Year + 1)
            : shift < 0 ? (middle < last && m != last.Month ? last.Year : last.Year - 1)
            : Enumerable.Range(last.Year - 1, 3).MinBy(candidate => self.Distance(new(candidate, m, 15), last));
        return Known(
            Interval.Month(found, m),
            Precision.Month,
            MomentBasis.Publication,
            Undated.Text($"{found:0000}-{m:00}"),
            anchor
        );
    }

    public Moment? Year(int? year, int shift)
    {
        if (year is { } y)
            return Known(Interval.Year(y), Precision.Year, MomentBasis.Absolute, Undated.Text($"{y:0000}"));
        return Relative(day => Interval.Year(day.Year + shift), Precision.Year);
    }

    public Moment? DayOfThisMonth(int? day, int? month, int? year, int shift)
    {
        // "the first of May"
        if (month is not null)
            return Date(day ?? 1, month, year, shift);
        // The turn of a month is its first day.
        var d = day ?? 1;
        if (Last is not { } last)
            return Unanchored(Precision.Day, Undated.Text($"XXXX-XX-{d:00}"));
        var shifted = last.AddMonths(shift);
        return Valid(shifted.Year, shifted.Month, d) is { } date
            ? Known(Interval.Day(date), Precision.Day, MomentBasis.Publication, Interval.Iso(date), anchor)
            : null;
    }

    /// <summary>
    /// 0: the nearest past one, the anchor itself included; 1: the next; 2: the nearest to come, the anchor itself included; -1: the one before the
    /// anchor's day.
    /// </summary>
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
                        2 => day.AddDays(back == 0 ? 0 : 7 - back),
                        > 0 => day.AddDays(back == 0 ? 7 : 7 - back),
                        < 0 => day.AddDays(back == 0 ? -7 : -back),
                        _ => day.AddDays(-back),
                    }
                );
            },
            Precision.Day
        );
    }

    /// <summary>As <see cref="Periods.Weekend"/> counts them.</summary>
    public Moment Weekend(int shift)
    {
        var weekend = Relative(day => Periods.Weekend(day, shift), Precision.Week);
        return weekend with { Value = weekend.Value + "-WE" };
    }

    /// <summary>That day of the week that lies so many calendar weeks from the anchor's; weeks begin on Monday.</summary>
    public Moment? WeekdayOf(int? weekday, int weeks)
    {
        if (weekday is not { } wanted)
            return null;
        return Relative(day => Interval.Day(Monday(day, weeks).AddDays(wanted - 1)), Precision.Day);
    }

    private static DateOnly Monday(DateOnly day, int weeks) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7) + 7 * weeks);

    public Moment? Days(int? offset) =>
        offset is { } days ? Relative(day => Interval.Day(day.AddDays(days)), Precision.Day) : null;

    /// <summary>The calendar unit that holds the anchor, shifted: last week, this month, next year. Weeks begin on Monday.</summary>
    public Moment? Unit(string? unit, int shift) =>
        unit switch
        {
            "day" => Days(shift),
            "week" => Relative(day => new(Monday(day, shift), Monday(day, shift).AddDays(6)), Precision.Week),
            "month" => Relative(
                day =>
                {
                    var month = day.AddMonths(shift);
                    return Interval.Month(month.Year, month.Month);
                },
                Precision.Month
            ),
            "year" => Relative(day => Interval.Year(day.Year + shift), Precision.Year),
            "decade" => Last is { } last
                ? Periods.Decade(last.Year / 10 * 10 + 10 * shift)
                : Unanchored(Precision.Vague, "XXX"),
            "quarter" => Last is { } last
                ? QuarterAt(last.Year * 4 + (last.Month - 1) / 3 + shift)
                : Unanchored(Precision.Vague, "XXXX-QX"),
            "century" => Last is { } last
                ? Periods.Century(last.Year / 100 + 1 + shift)
                : Unanchored(Precision.Vague, "XX"),
            "weekend" => Relative(
                day => new(Monday(day, shift).AddDays(5), Monday(day, shift).AddDays(6)),
                Precision.Week
            )
                is var weekend
                ? weekend with
                {
                    Value = weekend.Value + "-WE",
                }
                : null,
            "hour" or "minute" or "second" => Undated.Of(
                MomentKind.Duration,
                Undated.Text($"PT1{char.ToUpperInvariant(unit[0])}")
            ),
            _ => null,
        };

    public Moment? Quarter(int? nth, int? year) =>
        nth is not (>= 1 and <= 4) ? null
        : (year ?? Last?.Year) is { } y ? QuarterAt(y * 4 + nth.Value - 1)
        : Unanchored(Precision.Vague, Undated.Text($"XXXX-Q{nth}"));

    /// <summary>A quarter by its count since the year 0.</summary>
    private Moment? QuarterAt(int count)
    {
        var from = new DateOnly(count / 4, count % 4 * 3 + 1, 1);
        return Known(
            new(from, from.AddMonths(3).AddDays(-1)),
            Precision.Vague,
            MomentBasis.Publication,
            Undated.Text($"{from.Year:0000}-Q{count % 4 + 1}"),
            anchor
        );
    }

    public Moment? Half(int? nth, int? year)
    {
        if (nth is not (1 or 2))
            return null;
        if ((year ?? Last?.Year) is not { } y)
            return Unanchored(Precision.Vague, Undated.Text($"XXXX-H{nth}"));
        var from = new DateOnly(y, nth == 1 ? 1 : 7, 1);
        return Known(
            new(from, from.AddMonths(6).AddDays(-1)),
            Precision.Vague,
            year is null ? MomentBasis.Publication : MomentBasis.Absolute,
            Undated.Text($"{y:0000}-H{nth}"),
            anchor
        );
    }

    /// <summary>A number of units before or after the anchor: "three weeks ago". As sharp as its unit.</summary>
    public Moment? Shifted(string? unit, int count)
    {
        if (unit is null || Math.Abs(count) > 400)
            return null;
        if (count == 0 || unit is "hour" or "minute" or "second" or "quarter" or "weekend" or "century")
            return Undated.Duration(unit, Math.Abs(count));
        return unit switch
        {
            "day" => Days(count),
            "week" => Relative(
                day => new(day.AddDays(7 * count - 3), day.AddDays(7 * count + 3)),
                Precision.Week,
                Last is { } last ? ValueOf(last.AddDays(7 * count), Precision.Week) : null
            ),
            "month" => Relative(
                day =>
                {
                    var month = day.AddMonths(count);
                    return Interval.Month(month.Year, month.Month);
                },
                Precision.Month
            ),
            "year" => Relative(day => Interval.Year(day.Year + count), Precision.Year),
            _ => Relative(
                day => Interval.Year(day.Year + 10 * count),
                Precision.Vague,
                Undated.Amount(unit, Math.Abs(count))
            ),
        };
    }

    /// <summary>A stretch up to or from the anchor: "the last three months"; without a number, a vague four units.</summary>
    public Moment? Stretch(string? unit, int? number, bool past)
    {
        // "recently": no unit that could be counted.
        if (unit is null)
            return Undated.Reference(past ? -1 : 1);
        if (number > 400)
            return null;
        if (unit is "hour" or "minute" or "second" or "quarter" or "weekend" or "century")
            return Undated.Duration(unit, number);
        if (number == 0)
            number = null;
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
            Precision.Vague,
            Undated.Amount(unit, number)
        );
    }

    public Moment? Part(int? part, int? month, int? year, string? unit, int shift)
    {
        if (part is not { } p)
            return null;
        var whole =
            month is not null ? Month(month, year, shift)
            : year is not null ? Year(year, 0)
            : Unit(unit, shift);
        return whole is null || whole.When.Days is null
            ? whole
            : whole with
            {
                When = Periods.Third(whole.When, p),
                Precision = Precision.Vague,
            };
    }

    /// <summary>Seasons of the north, by whole months, winter from December: the last begun; shifted by -1 the last that is over, by 1 the next.</summary>
    public Moment? Season(int? season, int? year, int shift)
    {
        if (season is not { } s)
            return null;
        if (year is null && Last is null)
            return Unanchored(Precision.Season, "XXXX-" + SeasonCodes[s]);
        var start = new DateOnly(year ?? Last!.Value.Year + 1, 3 + 3 * s, 1);
        while (
            year is null
            && (
                shift > 0 ? start.AddYears(-1)
                : shift < 0 ? start.AddMonths(3)
                : start
            ) > Last
        )
            start = start.AddYears(-1);
        return Known(
            new(start, start.AddMonths(3).AddDays(-1)),
            Precision.Season,
            year is null ? MomentBasis.Publication : MomentBasis.Absolute,
            Undated.Text($"{start.Year:0000}-{SeasonCodes[s]}"),
            year is null ? anchor : default
        );
    }

    private static readonly string[] SeasonCodes = ["SP", "SU", "FA", "WI"];

    private static DateOnly? Valid(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
}
