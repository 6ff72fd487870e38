using Backchannel.Languages;

namespace Backchannel.Understanding.Moments;

/// <summary>Which days a pattern means, by what its slots were found to be.</summary>
internal static class Resolution
{
    public static Moment? Of(
        TimePattern pattern,
        Capture[] captures,
        Interval published,
        Narrative narrative,
        TimeLexicon times
    )
    {
        // "In August 1920 ... On 16 August": of the year that the text tells of.
        if (
            narrative.Day is { } told
            && pattern
                is {
                    Shift: 0,
                    Unit: null,
                    Meaning: TimeMeaning.Date
                        or TimeMeaning.Month
                        or TimeMeaning.Range
                        or TimeMeaning.Part
                        or TimeMeaning.Season
                        or TimeMeaning.Holiday
                        or TimeMeaning.WeekdayIn
                }
            && !Array.Exists(
                captures,
                capture => capture.Slot is TimeSlot.Year or TimeSlot.Unit or TimeSlot.Weekday or TimeSlot.Dayword
            )
        )
        {
            var inHistory = narrative.IsYear
                ? Resolve(
                    pattern,
                    [.. captures, new(TimeSlot.Year, told.Year, -1, -1)],
                    new Calendar(published),
                    new Yearly(published),
                    times
                )
                : Resolve(
                    pattern,
                    captures,
                    new Calendar(Interval.Day(told), goesOn: true),
                    new Yearly(Interval.Day(told), goesOn: true),
                    times
                );
            return inHistory is null ? null : inHistory with { Basis = MomentBasis.Text, Anchor = Interval.Day(told) };
        }
        return Resolve(pattern, captures, new Calendar(published), new Yearly(published), times);
    }

    private static Moment? Resolve(
        TimePattern pattern,
        Capture[] captures,
        Calendar calendar,
        Yearly yearly,
        TimeLexicon times
    )
    {
        int? Value(TimeSlot slot, int nth)
        {
            foreach (var capture in captures)
            {
                if (capture.Slot == slot && nth-- == 0)
                    return capture.Value;
            }
            return null;
        }
        int? Of(TimeSlot slot, int nth = 0) => Value(slot, nth);
        var number = Of(TimeSlot.Number) ?? Of(TimeSlot.Digits);
        var unit = pattern.Unit ?? (Of(TimeSlot.Unit) is { } u ? TimeLexicon.Units[u] : null);
        // "May of last year", "this September".
        var ofYear = pattern.Meaning switch
        {
            TimeMeaning.Date or TimeMeaning.Month or TimeMeaning.MonthDay => true,
            TimeMeaning.Season or TimeMeaning.Quarter or TimeMeaning.Half => true,
            TimeMeaning.Part => Of(TimeSlot.Month) is not null,
            _ => false,
        };
        var year =
            Of(TimeSlot.Year)
            ?? (
                ofYear && pattern.Unit == "year"
                    ? calendar.Year(Of(TimeSlot.Season) is { } season && TimeLexicon.Seasons[season] is "winter")
                        + pattern.Shift
                    : null
            );
        var nth = Of(TimeSlot.Ordinal) ?? Of(TimeSlot.Nth);
        // How many, where one word says both: a dual.
        int? named = pattern is { Unit: not null, Shift: > 0 } ? pattern.Shift : null;
        if (
            Of(TimeSlot.Month) is { } month
            && CalendarMonth.System(month) is not CalendarSystem.Gregorian and var system
        )
            return OtherCalendars.Moment(pattern, system, Value, yearly);
        if (year is { } counted && CalendarYear.System(counted) is not CalendarSystem.Gregorian and var years)
            return pattern.Meaning == TimeMeaning.Year ? Yearly.Year(years, CalendarYear.Number(counted)) : null;
        var day = pattern.Meaning switch
        {
            TimeMeaning.Date when (Of(TimeSlot.DayFigures) ?? Of(TimeSlot.DayPoints)) is { } figures => calendar.Date(
                figures % 100,
                figures / 100,
                year
            ),
            TimeMeaning.Date when Of(TimeSlot.Figures) is { } figures => OtherCalendars.InFigures(
                CalendarDay.Parts(figures),
                calendar,
                yearly
            ),
            TimeMeaning.Date => calendar.Date(
                Of(TimeSlot.Day),
                Of(TimeSlot.Month) ?? (year is null ? null : Of(TimeSlot.Digits)),
                year,
                pattern.Shift
            ),
            TimeMeaning.Range => calendar.Range(
                Of(TimeSlot.Day),
                Of(TimeSlot.Month),
                Of(TimeSlot.Day, 1),
                Of(TimeSlot.Month, 1),
                year
            ),
            TimeMeaning.Month => calendar.Month(Of(TimeSlot.Month), year, pattern.Shift),
            TimeMeaning.Year => calendar.Year(year, pattern.Shift),
            TimeMeaning.MonthDay => calendar.DayOfThisMonth(
                Of(TimeSlot.Day) ?? nth,
                Of(TimeSlot.Month),
                year,
                pattern.Shift
            ),
            TimeMeaning.Weekday when pattern.Unit == "weekend" => calendar.Weekend(pattern.Shift),
            TimeMeaning.Weekday => calendar.Weekday(Of(TimeSlot.Weekday), pattern.Shift),
            TimeMeaning.WeekdayOf => calendar.WeekdayOf(Of(TimeSlot.Weekday), pattern.Shift),
            TimeMeaning.WeekdayIn when Of(TimeSlot.Month) is { } within => yearly.WeekdayIn(
                Of(TimeSlot.Weekday),
                within,
                nth ?? pattern.Shift,
                year
            ),
            TimeMeaning.Holiday when Of(TimeSlot.Holiday) is { } holiday => yearly.Holiday(
                times.Holidays[holiday],
                year,
                pattern.Shift
            ),
            TimeMeaning.Dayword => calendar.Days(Of(TimeSlot.Dayword)),
            TimeMeaning.Unit => calendar.Unit(unit, pattern.Shift),
            TimeMeaning.Ago => calendar.Shifted(unit, -(number ?? named ?? 1)),
            TimeMeaning.Ahead => calendar.Shifted(unit, number ?? named ?? 1),
            TimeMeaning.Past => calendar.Stretch(unit, number ?? named, past: true),
            TimeMeaning.Coming => calendar.Stretch(unit, number ?? named, past: false),
            TimeMeaning.Part => calendar.Part(Of(TimeSlot.Part), Of(TimeSlot.Month), year, unit, pattern.Shift),
            TimeMeaning.Season => calendar.Season(Of(TimeSlot.Season), year, pattern.Shift),
            TimeMeaning.Same => calendar.Days(0),
            // A unit that the meaning itself names is one: "the fiscal year".
            TimeMeaning.Duration => Undated.Duration(
                unit,
                number ?? (pattern.Unit is null ? null : Math.Max(1, pattern.Shift))
            ),
            TimeMeaning.Set => Undated.Set(
                unit,
                number ?? named,
                Of(TimeSlot.Weekday),
                Of(TimeSlot.Daypart),
                Of(TimeSlot.Month)
            ),
            TimeMeaning.Reference => Undated.Reference(pattern.Shift),
            TimeMeaning.Quarter => calendar.Quarter(
                nth ?? (pattern is { Unit: null, Shift: > 0 } ? pattern.Shift : null),
                year
            ),
            TimeMeaning.Eve => (
                Of(TimeSlot.Weekday) is { } morrow && Of(TimeSlot.Day) is null
                    ? calendar.Weekday(morrow, pattern.Shift)
                    : calendar.Date(Of(TimeSlot.Day), Of(TimeSlot.Month), year)
            ),
            TimeMeaning.Half => calendar.Half(nth ?? pattern.Shift, year),
            TimeMeaning.Decade => Periods.Decade(Of(TimeSlot.Decade)),
            TimeMeaning.Century => Periods.Century(nth),
            TimeMeaning.Time => (
                Of(TimeSlot.Month) is not null ? calendar.Date(Of(TimeSlot.Day), Of(TimeSlot.Month), year)
                : Of(TimeSlot.Weekday) is { } weekday ? calendar.Weekday(weekday, 0)
                : calendar.Days(Of(TimeSlot.Dayword) ?? 0)
            ),
            TimeMeaning.Daypart => calendar.Days(pattern.Shift),
            _ => throw new InvalidOperationException($"No arithmetic for {pattern.Meaning}."),
        };
        if (day is not { Kind: MomentKind.Date })
            return day;
        if (pattern.Meaning == TimeMeaning.Eve)
            return day.When is { Days: 1, From: { } next }
                ? Undated.InPart(
                    day with
                    {
                        When = Interval.Day(next.AddDays(-1)),
                        Value = Interval.Iso(next.AddDays(-1)),
                    },
                    Array.IndexOf(TimeLexicon.Dayparts, "night")
                )
                : day;
        var hour =
            Of(TimeSlot.Hour) ?? (pattern.Meaning == TimeMeaning.Time ? Of(TimeSlot.Number) ?? nth ?? named : null);
        if ((Of(TimeSlot.Clock) ?? 60 * hour) is { } minutes)
        {
            // "Last night at two" is of the morning that follows.
            if (
                Of(TimeSlot.Daypart) is { } hours
                && TimeLexicon.Dayparts[hours] is "night"
                && minutes < 6 * 60
                && (Of(TimeSlot.Dayword) ?? Of(TimeSlot.Weekday)) is not null
                && day.When is { Days: 1, From: { } evening }
            )
                day = day with { When = Interval.Day(evening.AddDays(1)), Value = Interval.Iso(evening.AddDays(1)) };
            // Noon is 12 p.m., and midnight 12 a.m.
            var late = Of(TimeSlot.Daypart) is { } at && TimeLexicon.Dayparts[at] is "afternoon" or "evening";
            var clock = pattern is { Unit: null, Shift: 12 } || late && minutes < 720 ? minutes % 720 + 720 : minutes;
            return Undated.AtTime(day, Math.Max(0, clock + (Of(TimeSlot.Minutes) ?? 0)));
        }
        var told = pattern is { Meaning: TimeMeaning.Daypart, Unit: { } name }
            ? Array.IndexOf(TimeLexicon.Dayparts, name)
            : -1;
        return (Of(TimeSlot.Daypart) ?? (told < 0 ? null : told)) is { } part ? Undated.InPart(day, part) : day;
    }
}
