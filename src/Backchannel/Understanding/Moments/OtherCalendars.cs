using Backchannel.Languages;

namespace Backchannel.Understanding.Moments;

/// <summary>What patterns mean where their month or year is of another calendar than the Gregorian.</summary>
internal static class OtherCalendars
{
    public static Moment? InFigures((int Year, int Month, int Day) told, Calendar calendar, Yearly yearly) =>
        CalendarYear.System(told.Year) is not CalendarSystem.Gregorian and var system
            ? yearly.Date(system, told.Month, told.Day, told.Year, null, 0)
            : calendar.Date(told.Day, told.Month, told.Year);

    /// <summary>What patterns mean where their month is of another calendar; null for what is not said of those.</summary>
    public static Moment? Moment(
        TimePattern pattern,
        CalendarSystem system,
        Func<TimeSlot, int, int?> of,
        Yearly yearly
    )
    {
        int? Number(TimeSlot slot, int nth) => of(slot, nth) is { } value ? CalendarMonth.Number(value) : null;
        var month = Number(TimeSlot.Month, 0)!.Value;
        var year = of(TimeSlot.Year, 0);
        Moment? Day(int ofMonth, int? day) =>
            yearly.Date(system, ofMonth, day, year, of(TimeSlot.Weekday, 0), pattern.Shift);
        switch (pattern.Meaning)
        {
            case TimeMeaning.Date:
                return (Number(TimeSlot.Day, 0) ?? Number(TimeSlot.DayName, 0)) is { } day ? Day(month, day) : null;
            case TimeMeaning.MonthDay:
                return Day(month, Number(TimeSlot.Day, 0) ?? of(TimeSlot.Ordinal, 0) ?? of(TimeSlot.Nth, 0) ?? 1);
            case TimeMeaning.Month:
                return Day(month, null);
            case TimeMeaning.Part
                when of(TimeSlot.Part, 0) is { } part && Day(month, null) is { When.IsUnknown: false } whole:
                return whole with { When = Periods.Third(whole.When, part), Precision = Precision.Vague };
            case TimeMeaning.Range:
                return
                    Day(month, Number(TimeSlot.Day, 0)) is { } first
                    && Day(Number(TimeSlot.Month, 1) ?? month, Number(TimeSlot.Day, 1)) is { } last
                    && first.When.From <= last.When.To
                    ? first with
                    {
                        When = new(first.When.From, last.When.To),
                        Value = new Interval(first.When.From, last.When.To).ToString(),
                    }
                    : null;
            default:
                return null;
        }
    }
}
