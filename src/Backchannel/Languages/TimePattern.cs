using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Backchannel.Languages;

/// <summary>The kinds of words that times are made of; the names are the section names of a pack's time.txt.</summary>
internal enum TimeSlot
{
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

    /// <summary>A word that opens the interval of the time behind it: from, to, before, after.</summary>
    Open,

    // Read from digits, not from lists.
    Day,
    Year,
    Digits,

    /// <summary>A day without the ending of an ordinal, or an hour: 0 to 31.</summary>
    Hour,

    /// <summary>Hours and minutes: 17:35, 17.35, 17h35; the value is minutes since midnight.</summary>
    Clock,

    /// <summary>
    /// A whole date in figures, with four for the year: 15.05.2019, 15/5/2019, 2019/5/15; the value is 20190515. Day before month; where that may as
    /// well be the other way, as in English, only what cannot. The year may stand first.
    /// </summary>
    Figures,

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

    /// <summary>Words like those of a time that are none: "52 years old".</summary>
    None,
}

/// <param name="Around">Only read beside the time, no part of it: written in parentheses.</param>
internal sealed record TimeElement(TimeSlot? Slot, FrozenSet<string> Forms, bool Optional, bool Around);

/// <param name="Unit">The unit, or the part of the day, that the meaning itself names: "daily" is a set of days.</param>
internal sealed record TimePattern(
    ImmutableArray<TimeElement> Elements,
    TimeMeaning Meaning,
    int Shift,
    string? Unit,
    string Source
);
