namespace Backchannel.Understanding.Moments;

/// <summary>
/// When a document without a date was written, by its own words alone. "Today, 25 November 2031" says the day. What it tells as past says from when on: a
/// date with its year, and a day with its weekday, which only some years have. That the press names no old day without its year bounds nothing by itself.
/// </summary>
internal static class Written
{
    /// <summary>Null where nothing bounds it.</summary>
    public static Dating? On(Document document, Findings findings)
    {
        Dating? dating = null;
        foreach (var moment in findings.Moments)
        {
            if (
                moment is { Basis: MomentBasis.Absolute, Told.DaysFrom: { } days, When.From: { } day }
                && !IsQuoted(moment)
            )
                dating = Both(
                    dating,
                    new()
                    {
                        When = Interval.Day(day.AddDays(-days)),
                        Reason = $"it tells {Words(moment)} as {Away(days)}",
                        Evidence = [moment.Span],
                    }
                );
        }
        var past = Past(findings).ToList();
        if (
            past.Where(moment => moment is { Basis: MomentBasis.Absolute, Precision: Precision.Day, When.Days: 1 })
                .MaxBy(moment => moment.When.To)
            is not { } latest
        )
            return dating;
        var from = latest.When.To!.Value;
        dating = Both(
            dating,
            new()
            {
                When = new(from, null),
                Reason = $"it tells {Words(latest)} as past",
                Evidence = [latest.Span],
            }
        );
        foreach (
            var moment in past.Where(moment =>
                moment is { Basis: MomentBasis.Unanchored, Told: { Month: not null, Weekday: not null } }
            )
        )
        {
            if (FirstSince(moment.Told!, from) is { } first && first > from)
                dating = Both(
                    dating,
                    new()
                    {
                        When = new(first, null),
                        Reason =
                            $"it tells {Words(moment)} as past, a day that was first such a weekday within a year of then on {Interval.Iso(first)}",
                        Evidence = [moment.Span],
                    }
                );
        }
        return dating;

        string Words(Moment moment) => $"“{moment.Span.Of(document.Text).ReplaceLineEndings(" ")}”";

        // What somebody said then is of then.
        bool IsQuoted(Moment moment) =>
            findings.Statements.Any(statement =>
                statement.Evidence.Overlaps(moment.Span)
                && statement.Voices.Any(voice => voice.Role is VoiceRole.Speaker or VoiceRole.Source)
                && findings.Contents[statement.Content].Span.Overlaps(moment.Span)
            );
    }

    private static Dating Both(Dating? one, Dating other) => one is null ? other : one.And(other);

    /// <summary>What was counted from the inferred day as if it had been given.</summary>
    public static Findings Inferred(Findings findings) =>
        findings with
        {
            Moments =
            [
                .. findings.Moments.Select(moment =>
                    moment.Basis == MomentBasis.Publication ? moment with { Basis = MomentBasis.Inferred } : moment
                ),
            ],
        };

    /// <summary>The times of what has happened, or was tried, and of what was said.</summary>
    private static IEnumerable<Moment> Past(Findings findings) =>
        findings
            .Contents.Where(content =>
                content is { Status: Status.Held or Status.Attempted, Polarity: Polarity.Affirmed }
            )
            .Select(content => content.Moment)
            .Concat(findings.Statements.Select(statement => statement.Said))
            .OfType<int>()
            .Distinct()
            .Select(index => findings.Moments[index]);

    /// <summary>A day without a year is told within a year of it.</summary>
    private const int DaysWithoutYear = 366;

    /// <summary>No weekday waits longer for its day of the month than from one 29 February over a century to the next.</summary>
    private const int MostYears = 41;

    /// <summary>The first day of that kind of which somebody may still tell, without its year, on that day or later.</summary>
    private static DateOnly? FirstSince(DayTold told, DateOnly from)
    {
        for (var year = from.Year - 1; year <= Math.Min(9999, from.Year + MostYears); year++)
        {
            if (
                told is { Month: { } month, Day: { } day }
                && day <= DateTime.DaysInMonth(year, month)
                && new DateOnly(year, month, day) is var date
                && date.DayOfWeek == told.Weekday
                && date.AddDays(DaysWithoutYear) >= from
            )
                return date;
        }
        return null;
    }

    private static string Away(int days) =>
        days switch
        {
            0 => "today",
            -1 => "yesterday",
            1 => "tomorrow",
            < 0 => Undated.Text($"{-days} days ago"),
            _ => Undated.Text($"{days} days ahead"),
        };
}
