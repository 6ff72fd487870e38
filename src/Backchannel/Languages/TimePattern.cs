using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Backchannel.Languages;

/// <summary>The kinds of words that times are made of; the names are the section names of a pack's time.txt.</summary>
internal enum TimeSlot
{
    /// <summary>A month of any calendar; the section says of which. Read as <see cref="CalendarMonth"/> writes it.</summary>
    Month,
    Weekday,

    /// <summary>Days counted from the anchor: "yesterday" is -1.</summary>
    Dayword,

    /// <summary>day, week, month, quarter, year, decade, century; second, minute, hour; weekend.</summary>
    Unit,

    /// <summary>How many; 0 for a few, as "several".</summary>
    Number,

    /// <summary>Which in a row, in words: "third" is 3.</summary>
    Ordinal,

    /// <summary>morning, noon, afternoon, evening, night.</summary>
    Daypart,

    /// <summary>A decade: its first year, or the last two figures of it; a word that begins with - is the ending of digits ("1990s").</summary>
    Decade,
    Season,

    /// <summary>early, mid, late.</summary>
    Part,

    /// <summary>Minutes that words add to an hour or take from it: "half past" is 30, "a quarter to" -15.</summary>
    Minutes,

    /// <summary>A day that has a date in each year; the value is its place among the rules of the lexicon.</summary>
    Holiday,

    /// <summary>A mark of how years are counted, before or behind one: AH, هـ, 民國.</summary>
    Era,

    /// <summary>What joins a day told in two calendars: الموافق, "corresponding to".</summary>
    Equals,

    /// <summary>A day of the month by the name that a calendar gives it (初五), as <see cref="CalendarMonth"/> writes it.</summary>
    DayName,

    /// <summary>A word that opens the interval of the time behind it: from, to, before, after.</summary>
    Open,

    // Read from digits, not from lists.
    Day,

    /// <summary>A year of any calendar, as <see cref="CalendarYear"/> writes it.</summary>
    Year,
    Digits,

    /// <summary>A day without the ending of an ordinal, or an hour: 0 to 31.</summary>
    Hour,

    /// <summary>Hours and minutes: 17:35, 17.35, 17h35; the value is minutes since midnight.</summary>
    Clock,

    /// <summary>
    /// A whole date in figures, with four for the year, of any calendar that an era names: 15.05.2019, 15/5/2019, 2019/5/15, 1/9/1445هـ; the value as
    /// <see cref="CalendarDay"/> writes it. Day before month; where that may as well be the other way, as in English, only what cannot.
    /// </summary>
    Figures,

    /// <summary>
    /// A day and month in figures, apart by a slash: 29/2; the value is 100 times the month and the day. Read in the order of <see cref="Figures"/>; what
    /// may as well be a fraction, as 2/3, is none.
    /// </summary>
    DayFigures,

    /// <summary>The same apart by a point, day before month: 14.05. Elsewhere that is a decimal number, so that only some languages' patterns ask for it.</summary>
    DayPoints,

    /// <summary>Two figures or more before an ending of ordinals: "20th", "XX" in words of the pack.</summary>
    Nth,
}

/// <summary>What a time pattern means; a closed set, each with its arithmetic in Moments.</summary>
internal enum TimeMeaning
{
    Date,
    Range,
    Month,
    Year,
    MonthDay,
    Weekday,

    /// <summary>A weekday of the calendar week so many weeks from the anchor's.</summary>
    WeekdayOf,

    /// <summary>The nth such weekday of a month, or the last where the shift is -1.</summary>
    WeekdayIn,
    Holiday,
    Dayword,
    Unit,
    Ago,
    Ahead,
    Past,
    Coming,
    Part,
    Season,
    Same,

    /// <summary>How long: a number of units.</summary>
    Duration,

    /// <summary>How often: each unit, or each number of units.</summary>
    Set,

    /// <summary>The past, present or future as such, by the shift.</summary>
    Reference,
    Quarter,
    Half,
    Decade,
    Century,

    /// <summary>An hour of a day; the shift is added to it (12 for p.m.).</summary>
    Time,

    /// <summary>A part of the anchor's day, shifted by days.</summary>
    Daypart,

    /// <summary>The night before a weekday or day of a month: "the night to Saturday".</summary>
    Eve,

    /// <summary>Words like those of a time that are none: "52 years old".</summary>
    None,
}

/// <param name="Around">Only read beside the time, no part of it: written in parentheses.</param>
/// <param name="Joined">Whether the next one is written as one word with it.</param>
internal sealed record TimeElement(
    TimeSlot? Slot,
    FrozenSet<string> Forms,
    bool Optional,
    bool Around,
    bool Joined = false
);

/// <param name="Unit">The unit, or the part of the day, that the meaning itself names: "daily" is a set of days.</param>
internal sealed record TimePattern(
    ImmutableArray<TimeElement> Elements,
    TimeMeaning Meaning,
    int Shift,
    string? Unit,
    string Source
);

/// <summary>A month or a day of the month with its calendar in one number.</summary>
internal static class CalendarMonth
{
    private const int Calendar = 100,
        Weak = 10_000;

    /// <param name="weak">Whether the word means other things too, so that it is a month only beside a day or year.</param>
    public static int Of(CalendarSystem calendar, int number, bool weak) =>
        (int)calendar * Calendar + number + (weak ? Weak : 0);

    public static CalendarSystem System(int value) => (CalendarSystem)(value % Weak / Calendar);

    public static int Number(int value) => value % Calendar;

    public static bool IsWeak(int value) => value >= Weak;
}

/// <summary>A year with its calendar in one number.</summary>
internal static class CalendarYear
{
    private const int Calendar = 10_000;

    public static int Of(CalendarSystem calendar, int year) => (int)calendar * Calendar + year;

    /// <summary>The years that a bare number of four figures may mean; those of no two calendars overlap.</summary>
    public static (int First, int Last) Told(CalendarSystem calendar) =>
        calendar switch
        {
            CalendarSystem.UmmAlQura => (1318, 1500),
            CalendarSystem.SolarHijri => (1200, 1500),
            CalendarSystem.Hebrew => (5500, 5999),
            _ => (1700, 2199),
        };

    public static CalendarSystem System(int value) => (CalendarSystem)(value / Calendar);

    public static int Number(int value) => value % Calendar;
}

/// <summary>A day with its month and year, of a calendar, in one number.</summary>
internal static class CalendarDay
{
    private const int Month = 100,
        Year = 10_000;

    /// <param name="year">As <see cref="CalendarYear"/> writes it.</param>
    public static int Of(int year, int month, int day) => year * Year + month * Month + day;

    public static (int Year, int Month, int Day) Parts(int value) => (value / Year, value / Month % 100, value % Month);
}
