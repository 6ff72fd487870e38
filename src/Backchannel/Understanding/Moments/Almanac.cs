using System.Globalization;
using Backchannel.Languages;
using Globalization = System.Globalization;

namespace Backchannel.Understanding.Moments;

/// <summary>
/// The days of calendars other than the Gregorian, and of holidays. What lies outside the years for which a calendar is known is null.
/// </summary>
internal static class Almanac
{
    /// <summary>A day, or the first and last of a month or year where what is smaller is not told.</summary>
    public static Interval? Days(CalendarSystem system, int year, int? month, int? day)
    {
        if (month is not { } m)
            return FirstOf(system, year, 1) is { } first && FirstOf(system, year + 1, 1) is { } next
                ? new(first, next.AddDays(-1))
                : null;
        if (FirstOf(system, year, m) is not { } from || Length(system, year, m) is not { } length)
            return null;
        if (day is not { } d)
            return new(from, from.AddDays(length - 1));
        return d >= 1 && d <= length ? Interval.Day(from.AddDays(d - 1)) : null;
    }

    /// <summary>The year of that calendar in which a day lies; null where it is not known.</summary>
    public static int? YearOf(CalendarSystem system, DateOnly day)
    {
        var calendar = Of(system);
        var time = day.ToDateTime(default);
        return time < calendar.MinSupportedDateTime || time > calendar.MaxSupportedDateTime
            ? null
            : calendar.GetYear(time);
    }

    /// <summary>Every time that such a month or day begins in a Gregorian year: none, one, or two where lunar years are shorter.</summary>
    public static IEnumerable<Interval> Within(int year, CalendarSystem system, int month, int? day)
    {
        if (year is < 2 or > 9998 || YearOf(system, new(year, 1, 1)) is not { } first)
            yield break;
        for (var counted = first; counted <= first + 1; counted++)
        {
            if (Days(system, counted, month, day) is { From: { } from } days && from.Year == year)
                yield return days;
        }
    }

    /// <summary>Every time that a holiday begins in a Gregorian year.</summary>
    public static IEnumerable<Interval> Within(int year, Holiday holiday)
    {
        if (year is < 2 or > 9998)
            return [];
        var days = holiday.Count switch
        {
            HolidayCount.Easter => [Easter(year)],
            HolidayCount.OrthodoxEaster => [OrthodoxEaster(year)],
            HolidayCount.Weekday => WeekdayIn(year, holiday.Month, holiday.Day, holiday.Nth) is { } day ? [day] : [],
            HolidayCount.WeekdayFrom => WeekdayFrom(year, holiday.Month, holiday.Nth, holiday.Day) is { } day
                ? [day]
                : [],
            _ => Within(year, holiday.Calendar, holiday.Month, holiday.Day).Select(each => each.From!.Value),
        };
        return days.Select(day => day.AddDays(holiday.Offset))
            .Select(day => new Interval(day, day.AddDays(holiday.Length - 1)));
    }

    private static DateOnly? WeekdayFrom(int year, int month, int day, int weekday)
    {
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        var from = new DateOnly(year, month, day);
        return from.AddDays((weekday - (int)from.DayOfWeek + 7) % 7);
    }

    /// <summary>The nth such weekday (Sunday 0) of a month, from its end where n is negative; null where it has none.</summary>
    public static DateOnly? WeekdayIn(int year, int month, int weekday, int nth)
    {
        if (nth < 0)
        {
            var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-(((int)last.DayOfWeek - weekday + 7) % 7) + 7 * (nth + 1));
        }
        var first = new DateOnly(year, month, 1);
        var day = first.AddDays((weekday - (int)first.DayOfWeek + 7) % 7 + 7 * (nth - 1));
        return day.Month == month ? day : null;
    }

    private static Globalization.Calendar Of(CalendarSystem system) =>
        system switch
        {
            CalendarSystem.UmmAlQura => new UmAlQuraCalendar(),
            CalendarSystem.SolarHijri => new PersianCalendar(),
            CalendarSystem.Hebrew => new HebrewCalendar(),
            CalendarSystem.Chinese => new ChineseLunisolarCalendar(),
            _ => new GregorianCalendar(),
        };

    private static DateOnly? FirstOf(CalendarSystem system, int year, int month)
    {
        var calendar = Of(system);
        try
        {
            return DateOnly.FromDateTime(
                calendar.ToDateTime(year, Counted(calendar, system, year, month), 1, 0, 0, 0, 0)
            );
        }
        catch (ArgumentOutOfRangeException)
        {
            // The calendars throw for a year that they do not know, and tell in no other way which those are.
            return null;
        }
    }

    private static int? Length(CalendarSystem system, int year, int month)
    {
        var calendar = Of(system);
        try
        {
            return calendar.GetDaysInMonth(year, Counted(calendar, system, year, month));
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The first of the two months Adar of a Hebrew leap year; word lists call it so, and the second, or the only one, 6.</summary>
    private const int AdarOfLeapYears = 13,
        Adar = 6;

    /// <summary>The month as the framework counts it, with the month that a leap year puts in.</summary>
    private static int Counted(Globalization.Calendar calendar, CalendarSystem system, int year, int month) =>
        system switch
        {
            CalendarSystem.Hebrew when calendar.IsLeapYear(year) => month == AdarOfLeapYears ? Adar
            : month >= Adar ? month + 1
            : month,
            CalendarSystem.Hebrew when month == AdarOfLeapYears => Adar,
            CalendarSystem.Chinese when calendar.GetLeapMonth(year) is > 0 and var leap && month >= leap => month + 1,
            _ => month,
        };

    /// <summary>By the Gregorian computus in the form that Meeus gives (Astronomical Algorithms, chapter 8).</summary>
    private static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var days = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
        return new(year, days / 31, days % 31 + 1);
    }

    /// <summary>By the Julian computus (Meeus, the same chapter), whose days the Julian calendar turns into ours.</summary>
    private static DateOnly OrthodoxEaster(int year)
    {
        var d = (19 * (year % 19) + 15) % 30;
        var e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
        var days = d + e + 114;
        return DateOnly.FromDateTime(new JulianCalendar().ToDateTime(year, days / 31, days % 31 + 1, 0, 0, 0, 0));
    }
}
