using System.Globalization;
using System.Text.RegularExpressions;

namespace Backchannel.Languages;

/// <summary>What a holiday is counted from.</summary>
internal enum HolidayCount
{
    /// <summary>A day of a month of some calendar.</summary>
    Date,

    /// <summary>Easter of the western churches.</summary>
    Easter,

    /// <summary>Easter of the orthodox churches.</summary>
    OrthodoxEaster,

    /// <summary>The nth weekday of a Gregorian month, from its end where n is negative.</summary>
    Weekday,

    /// <summary>The first such weekday on a Gregorian day or behind it.</summary>
    WeekdayFrom,
}

/// <summary>
/// When a holiday is, in any year. Written <c>12-25</c>, <c>hijri 10-1 for 3</c>, <c>chinese 1-1 -1</c> (the day before), <c>easter -2</c>,
/// <c>orthodox 0</c>, <c>thursday 4 of 11</c>, <c>monday -1 of 5</c>, <c>sunday from 11-27</c>.
/// </summary>
/// <param name="Nth">Which of the weekdays of the month, or the day that the weekday is sought from.</param>
/// <param name="Offset">Days behind what it is counted from.</param>
/// <param name="Length">Days that it lasts.</param>
internal sealed partial record Holiday(
    HolidayCount Count,
    CalendarSystem Calendar,
    int Month,
    int Day,
    int Nth,
    int Offset,
    int Length
)
{
    /// <summary>The names by which word lists call the calendars.</summary>
    public static readonly string[] Calendars = ["gregorian", "hijri", "persian", "hebrew", "chinese"];

    private static readonly string[] Weekdays =
    [
        "sunday",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
    ];

    /// <summary>Null where the text is no such rule.</summary>
    public static Holiday? Parse(string text)
    {
        var match = Rule().Match(text);
        if (!match.Success)
            return null;
        int Of(string group, int otherwise) =>
            match.Groups[group] is { Success: true } found
                ? int.Parse(found.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
                : otherwise;
        var weekday = Array.IndexOf(Weekdays, match.Groups["weekday"].Value);
        return new(
            match.Groups["easter"].Value switch
            {
                "easter" => HolidayCount.Easter,
                "orthodox" => HolidayCount.OrthodoxEaster,
                _ when weekday < 0 => HolidayCount.Date,
                _ => match.Groups["from"].Success ? HolidayCount.WeekdayFrom : HolidayCount.Weekday,
            },
            (CalendarSystem)Math.Max(0, Array.IndexOf(Calendars, match.Groups["calendar"].Value)),
            Of("month", 0),
            weekday >= 0 ? weekday : Of("day", 0),
            Of("nth", Of("from", 0)),
            Of("offset", 0),
            Of("length", 1)
        );
    }

    [GeneratedRegex(
        @"^(?:(?<easter>easter|orthodox)(?: (?<offset>-?\d+))?|(?<weekday>\w+day) (?:(?<nth>-?[1-5]) of (?<month>\d+)|from (?<month>\d+)-(?<from>\d+))(?: (?<offset>-?\d+))?|(?:(?<calendar>hijri|persian|hebrew|chinese) )?(?<month>\d+)-(?<day>\d+)(?: (?<offset>-?\d+))?)(?: for (?<length>\d+))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Rule();
}
