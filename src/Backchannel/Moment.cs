namespace Backchannel;

public enum Precision
{
    Unknown,
    Day,
    Week,
    Month,
    Season,
    Year,

    /// <summary>Several of a unit, without sharp ends: "recent weeks".</summary>
    Vague,
}

/// <summary>What kind of time an expression speaks of.</summary>
public enum MomentKind
{
    /// <summary>A day or longer, at a place on the calendar: "12 May", "last week", "the third quarter".</summary>
    Date,

    /// <summary>A part of a day, or an hour: "Friday evening", "5 p.m.".</summary>
    Time,

    /// <summary>How long: "three hours", "two-year". Dates nothing.</summary>
    Duration,

    /// <summary>How often: "every Thursday". Dates nothing.</summary>
    Set,

    /// <summary>The present, past or future as such: "now", "recently", "soon". Dates nothing to the day.</summary>
    Reference,
}

/// <summary>A calendar that days are counted by.</summary>
public enum CalendarSystem
{
    Gregorian,

    /// <summary>
    /// The Islamic calendar as Saudi Arabia publishes it, from 1900 to 2077. Elsewhere a month may begin a day earlier or later, by who saw the moon.
    /// </summary>
    UmmAlQura,

    /// <summary>The solar calendar of Iran, for long also of Afghanistan.</summary>
    SolarHijri,
    Hebrew,

    /// <summary>The Chinese lunar months; its years are named by the Gregorian year in which they begin.</summary>
    Chinese,
}

/// <summary>What a moment rests on.</summary>
public enum MomentBasis
{
    /// <summary>The text gives the whole date.</summary>
    Absolute,

    /// <summary>Counted from the day of publication that a header or manifest gives.</summary>
    Publication,

    /// <summary>Counted from another moment of the text.</summary>
    Text,

    /// <summary>An analyst says so.</summary>
    Judgement,

    /// <summary>Relative, and nothing to count from: it stays unresolved and says so.</summary>
    Unanchored,

    /// <summary>Counted from the one day on which a document without a date can have been written.</summary>
    Inferred,
}

/// <summary>What words tell of a day though the day of writing be unknown: "yesterday", "Tuesday", "Tuesday, 25 November".</summary>
/// <param name="DaysFrom">How many days it lies behind the day of writing: "yesterday" is -1.</param>
/// <param name="Month">With <paramref name="Day"/>, of any year.</param>
public sealed record DayTold(int? DaysFrom, DayOfWeek? Weekday, int? Month, int? Day);

/// <summary>
/// A time as the text gives it: the days it may cover, with what precision, and on what they rest. Never a guess: a relative expression in
/// an undated article keeps an unknown <see cref="When"/>.
/// </summary>
public sealed record Moment
{
    public required Span Span { get; init; }

    /// <summary>The words of the time itself: <see cref="Span"/> without what opens it ("since", "in").</summary>
    public Span Core { get; init; }

    public MomentKind Kind { get; init; }

    /// <summary>
    /// As TIMEX3 writes it, for comparing with other programs: <c>2019-08-20</c>, <c>2019-W33</c>, <c>1989-Q3</c>, <c>P3M</c>, <c>PRESENT_REF</c>, X where
    /// something is unknown; days <c>a/b</c> for a month or year of another calendar.
    /// </summary>
    public string Value { get; init; } = "";

    public required Interval When { get; init; }

    public required Precision Precision { get; init; }

    public required MomentBasis Basis { get; init; }

    /// <summary>The day it is counted from, for relative expressions that could be resolved.</summary>
    public Interval Anchor { get; init; }

    /// <summary>
    /// The calendar by which <see cref="When"/> was counted from the words; Gregorian too where a text gives the day in both. By <see
    /// cref="CalendarSystem.UmmAlQura"/> another country's day may be the one before or after.
    /// </summary>
    public CalendarSystem Calendar { get; init; }

    /// <summary>A weekday alone: the nearest past one, unless what it dates lies ahead.</summary>
    public bool IsBareWeekday { get; init; }

    /// <summary>What the words tell of a day that is counted from the day of writing, where that is not given; null for others.</summary>
    public DayTold? Told { get; init; }

    /// <summary>The pack line that recognised it.</summary>
    public string Why { get; init; } = "";
}
