using Backchannel.Languages;

namespace Backchannel.Understanding.Moments;

/// <summary>
/// What comes once in each year of its calendar: the days and months of calendars other than the Gregorian, holidays, the nth weekday of a month.
/// Without a year it is the nearest before or behind the anchor; without an anchor it stays unknown.
/// </summary>
/// <param name="anchor">The day or days that are counted from.</param>
/// <param name="goesOn">Whether what is told lies rather behind the anchor than before it.</param>
internal readonly struct Yearly(Interval anchor, bool goesOn = false)
{
    private DateOnly? Last => anchor.To ?? anchor.From;

    /// <param name="year">As <see cref="CalendarYear"/> writes it; null where none is told.</param>
    /// <param name="weekday">Monday 1 to Sunday 7, where it is told beside the day.</param>
    public Moment? Date(CalendarSystem system, int month, int? day, int? year, int? weekday, int shift)
    {
        var precision = day is null ? Precision.Month : Precision.Day;
        if (year is { } told && CalendarYear.System(told) == system)
            return Almanac.Days(system, CalendarYear.Number(told), month, day) is { } days
                ? Known(AsSeen(system, days, weekday), precision, system)
                : null;
        var found = Found(each => Almanac.Within(each, system, month, day), year, shift, precision, system);
        return found is { When.IsUnknown: false }
            ? Known(AsSeen(system, found.When, weekday), precision, system, found.Basis)
            : found;
    }

    /// <summary>A year of another calendar than the Gregorian.</summary>
    public static Moment? Year(CalendarSystem system, int year) =>
        Almanac.Days(system, year, null, null) is { } days
            ? new Yearly(default).Known(days, Precision.Year, system)
            : null;

    /// <summary>A feast of several days has the value of its first: TIMEX3 knows no stretches of days.</summary>
    public Moment? Holiday(Holiday holiday, int? year, int shift)
    {
        var found = Found(
            each => Almanac.Within(each, holiday),
            year,
            shift,
            holiday.Length == 1 ? Precision.Day : Precision.Vague,
            holiday.Calendar
        );
        return found is { When.From: { } first } ? found with { Value = Interval.Iso(first) } : found;
    }

    /// <param name="weekday">Monday 1 to Sunday 7.</param>
    public Moment? WeekdayIn(int? weekday, int month, int nth, int? year) =>
        weekday is { } day && nth is -1 or (>= 1 and <= 5)
            ? Found(
                each => Almanac.WeekdayIn(each, month, day % 7, nth) is { } found ? [Interval.Day(found)] : [],
                year,
                0,
                Precision.Day,
                CalendarSystem.Gregorian
            )
            : null;

    /// <summary>
    /// A day of the Islamic calendar is told with the weekday that it was where the text was written: one day off, the weekday knows better.
    /// </summary>
    private static Interval AsSeen(CalendarSystem system, Interval days, int? weekday)
    {
        if (system != CalendarSystem.UmmAlQura || weekday is not { } told || days is not { Days: 1, From: { } day })
            return days;
        return ((told - (int)day.DayOfWeek + 7) % 7) switch
        {
            1 => Interval.Day(day.AddDays(1)),
            6 => Interval.Day(day.AddDays(-1)),
            _ => days,
        };
    }

    /// <summary>0: the nearest; -1: the last before the anchor, -2 that of the year before; 1: the next.</summary>
    private Moment? Found(
        Func<int, IEnumerable<Interval>> within,
        int? year,
        int shift,
        Precision precision,
        CalendarSystem system
    )
    {
        if (year is { } told)
        {
            if (CalendarYear.System(told) != CalendarSystem.Gregorian)
                return null;
            // Two months of one name in a year: the one that lies in it whole. Two such days are one too many.
            var all = within(told).Where(days => precision != Precision.Month || days.To!.Value.Year == told).ToList();
            return all is [var only] ? Known(only, precision, system) : null;
        }
        if (Last is not { } last)
            return new()
            {
                Span = default,
                When = Interval.Unknown,
                Precision = precision,
                Basis = MomentBasis.Unanchored,
                Value = precision == Precision.Month ? "XXXX-XX" : "XXXX-XX-XX",
                Calendar = system,
            };
        var self = this;
        var near = Enumerable.Range(last.Year - 2, 5).SelectMany(within);
        var found = shift switch
        {
            < -1 => near.Where(days => days.From!.Value.Year == last.Year - 1),
            < 0 => near.Where(days => days.To < last).OrderByDescending(days => days.From),
            > 0 => near.Where(days => days.From > last).OrderBy(days => days.From),
            _ => near.OrderBy(days => self.Distance(days, last)),
        };
        return found.Select(days => self.Known(days, precision, system, MomentBasis.Publication)).FirstOrDefault();
    }

    /// <summary>What lies on the side that is told of less often counts as twice as far.</summary>
    private int Distance(Interval days, DateOnly from)
    {
        if (days.Contains(from))
            return 0;
        var ahead = days.From > from;
        var far = Math.Abs((ahead ? days.From : days.To)!.Value.DayNumber - from.DayNumber);
        return ahead == goesOn ? far : 2 * far;
    }

    private Moment Known(
        Interval when,
        Precision precision,
        CalendarSystem system,
        MomentBasis basis = MomentBasis.Absolute
    ) =>
        new()
        {
            Span = default,
            When = when,
            Precision = precision,
            Basis = basis,
            Anchor = basis == MomentBasis.Absolute ? default : anchor,
            Value = when.ToString(),
            Calendar = system,
        };
}
