using Backchannel.Languages;

namespace Backchannel.Understanding.Moments;

/// <summary>What words tell of a day, before anything is counted.</summary>
internal static class TellingDays
{
    /// <summary>What is told of a day that needs the day of writing; also "today, 25 November 2031", which tells it.</summary>
    public static DayTold? Of(TimePattern pattern, Capture[] captures, Moment resolved)
    {
        int? Value(TimeSlot slot)
        {
            foreach (var capture in captures)
            {
                if (capture.Slot == slot)
                    return capture.Value;
            }
            return null;
        }
        var isWhole = resolved is { Basis: MomentBasis.Absolute, When.Days: 1 };
        if (
            resolved.Precision != Precision.Day
            || resolved.Calendar != CalendarSystem.Gregorian
            || resolved.Basis != MomentBasis.Unanchored && !isWhole
        )
            return null;
        DayOfWeek? weekday = Value(TimeSlot.Weekday) is { } told ? (DayOfWeek)(told % 7) : null;
        return pattern.Meaning switch
        {
            TimeMeaning.Dayword => new(Value(TimeSlot.Dayword), weekday, null, null),
            TimeMeaning.Same => new(0, weekday, null, null),
            TimeMeaning.Date when isWhole => Value(TimeSlot.Dayword) is { } days
                ? new(days, weekday, null, null)
                : null,
            TimeMeaning.Date when Value(TimeSlot.Day) is { } day && Value(TimeSlot.Month) is { } month => new(
                Value(TimeSlot.Dayword),
                weekday,
                month,
                day
            ),
            TimeMeaning.Weekday when pattern.Shift == 0 && Value(TimeSlot.Day) is null => new(
                null,
                weekday,
                null,
                null
            ),
            _ => null,
        };
    }
}
