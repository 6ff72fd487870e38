using System.Collections.Immutable;
using Backchannel.Showing;
using Backchannel.Showing.Rows;

namespace Backchannel.Web.Report;

/// <summary>One claim on the timeline: where its bar begins and ends and where its first and last saying stand, in units of the scale.</summary>
public sealed record TimelineRow(
    Claim Claim,
    double From,
    double To,
    bool OpenFrom,
    bool OpenTo,
    double? FirstSaid,
    double? LastSaid
);

/// <summary>A label under the scale.</summary>
public sealed record Tick(double At, string Text);

/// <summary>
/// Dated contacts on one scale of days. Long stretches in which nothing happened and nothing was said are folded, and shown as breaks, so
/// that three weeks of 2019 and three of 2025 can both be read.
/// </summary>
public sealed class Timeline
{
    public const double Width = 1000;

    public const int MostRows = 60;

    private const int FoldDays = 90;

    /// <summary>What "2031-03" takes on the scale.</summary>
    private const double LabelWidth = 88;

    /// <summary>Days of margin around a stretch, and what a break takes.</summary>
    private const int Margin = 4;

    private readonly List<(int First, int Last, double At)> _stretches = [];
    private readonly double _unit = 1;

    /// <param name="most">Claims that are drawn, the first of those given.</param>
    public Timeline(Archive archive, IEnumerable<Claim> claims, int most = MostRows)
    {
        ArgumentNullException.ThrowIfNull(archive);
        var dated = claims.Where(claim => claim.Type.Family == Family.Contact && !claim.When.IsUnknown).ToList();
        Undated = claims.Count(claim => claim.Type.Family == Family.Contact && claim.When.IsUnknown);
        LeftOut = Math.Max(0, dated.Count - most);
        var rows = dated
            .Take(most)
            .OrderBy(claim => claim.When.From ?? claim.When.To)
            .ThenBy(claim => claim.Id.Value, StringComparer.Ordinal)
            .ToList();
        var days = rows.SelectMany(claim => new[] { claim.When.From, claim.When.To, claim.Said.From, claim.Said.To })
            .OfType<DateOnly>()
            .Select(day => day.DayNumber)
            .Concat(rows.SelectMany(Inside))
            .Distinct()
            .Order()
            .ToList();
        if (days.Count == 0)
            return;
        var at = 0.0;
        var first = days[0];
        for (var i = 0; i < days.Count; i++)
        {
            if (i + 1 < days.Count && days[i + 1] - days[i] <= FoldDays)
                continue;
            _stretches.Add((first - Margin, days[i] + Margin, at));
            at += days[i] - first + 2 * Margin + 1;
            Breaks = Breaks.Add(at);
            at += Margin;
            if (i + 1 < days.Count)
                first = days[i + 1];
        }
        Breaks = Breaks[..^1];
        _unit = Width / (at - Margin);
        Breaks = [.. Breaks.Select(each => (each + Margin / 2.0) * _unit)];
        Rows = [.. rows.Select(Row)];
        Ticks = [.. TickDays()];
    }

    public ImmutableArray<TimelineRow> Rows { get; } = [];

    public ImmutableArray<Tick> Ticks { get; } = [];

    /// <summary>Where empty time was folded.</summary>
    public ImmutableArray<double> Breaks { get; } = [];

    public int Undated { get; }

    public int LeftOut { get; }

    /// <summary>Days inside long intervals, so that a bar is never folded away beneath itself.</summary>
    private static IEnumerable<int> Inside(Claim claim)
    {
        if (claim.When is not { From: { } from, To: { } to })
            yield break;
        for (var day = from.DayNumber; day <= to.DayNumber; day += FoldDays)
            yield return day;
    }

    private TimelineRow Row(Claim claim)
    {
        var from = claim.When.From ?? claim.When.To!.Value;
        var to = claim.When.To ?? claim.When.From!.Value;
        return new(
            claim,
            Place(from.DayNumber),
            Place(to.DayNumber + 1),
            claim.When.From is null,
            claim.When.To is null,
            claim.Said.From is { } first ? Place(first.DayNumber) : null,
            claim.Said.To is { } last && last != claim.Said.From ? Place(last.DayNumber) : null
        );
    }

    private double Place(int day)
    {
        var stretch = _stretches.FindLast(each => each.First <= day);
        return (stretch.At + Math.Min(day, stretch.Last + 1) - stretch.First) * _unit;
    }

    /// <summary>The first day of each stretch, and months or years as far as their labels do not touch.</summary>
    private IEnumerable<Tick> TickDays()
    {
        var last = double.NegativeInfinity;
        foreach (var (first, end, _) in _stretches)
        {
            var long_ = (end - first) * _unit > 2 * Width / 3 && end - first > 1500;
            for (var day = DateOnly.FromDayNumber(first + Margin); day.DayNumber <= end; )
            {
                var at = Place(day.DayNumber);
                if (at - last >= LabelWidth && at <= Width - LabelWidth)
                {
                    yield return new(
                        at,
                        Phrase.Days(Interval.Day(day))[
                            ..(
                                long_ ? 4
                                : day.Day == 1 ? 7
                                : 10
                            )
                        ]
                    );
                    last = at;
                }
                day = long_ ? new DateOnly(day.Year + 1, 1, 1) : new DateOnly(day.Year, day.Month, 1).AddMonths(1);
            }
        }
    }
}
