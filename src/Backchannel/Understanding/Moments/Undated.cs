using System.Globalization;

namespace Backchannel.Understanding.Moments;

/// <summary>
/// Times that lie at no place on the calendar: how long, how often, "now" as such; and what part of a day or hour adds to a day. Only their TIMEX3 value
/// is known.
/// </summary>
internal static class Undated
{
    public static Moment Of(MomentKind kind, string value) =>
        new()
        {
            Span = default,
            When = Interval.Unknown,
            Precision = Precision.Unknown,
            Basis = MomentBasis.Absolute,
            Kind = kind,
            Value = value,
        };

    public static string Amount(string unit, int? number)
    {
        var (letter, time, factor) = unit switch
        {
            "quarter" => ("Q", "", 1),
            "decade" => ("Y", "", 10),
            "century" => ("Y", "", 100),
            "weekend" => ("D", "", 2),
            "hour" or "minute" or "second" => (unit[..1].ToUpperInvariant(), "T", 1),
            _ => (unit[..1].ToUpperInvariant(), "", 1),
        };
        return number is null or 0
            ? unit switch
            {
                "decade" => "PXE",
                "century" => "PXC",
                _ => $"P{time}X{letter}",
            }
            : Text($"P{time}{number * factor}{letter}");
    }

    public static Moment? Duration(string? unit, int? number) =>
        unit is null ? null : Of(MomentKind.Duration, Amount(unit, number));

    /// <summary>Each unit, each so many, each such weekday or part of the day.</summary>
    public static Moment? Set(string? unit, int? number, int? weekday, int? daypart, int? month) =>
        unit is not null ? Of(MomentKind.Set, Amount(unit, number ?? 1))
        : weekday is { } day ? Of(MomentKind.Set, Text($"XXXX-WXX-{day}"))
        : month is { } m ? Of(MomentKind.Set, Text($"XXXX-{m:00}"))
        : daypart is { } part ? Of(MomentKind.Set, "XXXX-XX-XXT" + DaypartCodes[part])
        : null;

    public static Moment Reference(int direction) =>
        Of(
            MomentKind.Reference,
            direction < 0 ? "PAST_REF"
                : direction > 0 ? "FUTURE_REF"
                : "PRESENT_REF"
        );

    private static readonly string[] DaypartCodes = ["MO", "MI", "AF", "EV", "NI"];

    /// <summary>The day with the part of it that is told; in its own right, or as part of a day told otherwise.</summary>
    public static Moment InPart(Moment day, int part) =>
        day with
        {
            Kind = MomentKind.Time,
            Value = day.Value + "T" + DaypartCodes[part],
        };

    /// <summary>The day with a time of the clock on it, in minutes since midnight.</summary>
    public static Moment AtTime(Moment day, int minutes) =>
        day with
        {
            Kind = MomentKind.Time,
            Value = Text($"{day.Value}T{minutes / 60:00}:{minutes % 60:00}"),
        };

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
