using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Backchannel.Linking.Datings;

/// <summary>
/// When documents without a date were written, by what dated ones of the same story tell: "on Tuesday" there is a day here, "yesterday" the day after it.
/// Whoever was dated so dates nobody else.
/// </summary>
internal static class SiblingDates
{
    /// <summary>The readings with what could be inferred; the very same array where that is nothing.</summary>
    public static ImmutableArray<DocumentReading> Infer(ImmutableArray<DocumentReading> readings, Changes changes)
    {
        if (readings.All(IsDated))
            return readings;
        var byId = readings.ToFrozenDictionary(reading => reading.Document.Id);
        var found = new Dictionary<DocumentId, List<Dating>>();
        foreach (var (document, dating) in ByClaims(byId, changes).Concat(ByCopies(byId, changes)))
        {
            if (!found.TryGetValue(document, out var list))
                found[document] = list = [];
            if (!list.Contains(dating))
                list.Add(dating);
        }
        if (found.Count == 0)
            return readings;
        return
        [
            .. readings.Select(reading =>
                found.TryGetValue(reading.Document.Id, out var all) ? Dated(reading, all) : reading
            ),
        ];
    }

    private static bool IsDated(DocumentReading reading) =>
        !reading.Document.Published.IsUnknown || reading.Findings.Dating is { When.Days: 1 };

    private static DocumentReading Dated(DocumentReading reading, List<Dating> bounds)
    {
        var own = reading.Findings.Dating;
        var all = bounds
            .OrderBy(dating => dating.Reason, StringComparer.Ordinal)
            .DistinctBy(dating => (dating.When, dating.Reason))
            .Aggregate(own, (so, dating) => so is null ? dating : so.And(dating))!;
        var findings = reading.Findings with { Dating = all };
        return reading with { Findings = all.When is { Days: 1, From: { } day } ? Counted(findings, day) : findings };
    }

    /// <summary>Days told in words that are counted from the day of writing.</summary>
    private static Findings Counted(Findings findings, DateOnly written)
    {
        var ahead = findings
            .Contents.Where(content => content.Status is Status.Planned or Status.Proposed)
            .Select(content => content.Moment)
            .OfType<int>()
            .ToHashSet();
        return findings with
        {
            Moments =
            [
                .. findings.Moments.Select(
                    (moment, index) =>
                        moment is { Basis: MomentBasis.Unanchored, Told: { } told }
                        && DayOf(told, written, ahead.Contains(index)) is { } day
                            ? moment with
                            {
                                When = Interval.Day(day),
                                Basis = MomentBasis.Inferred,
                                Anchor = Interval.Day(written),
                                Value = Interval.Iso(day),
                            }
                            : moment
                ),
            ],
        };
    }

    private static DateOnly? DayOf(DayTold told, DateOnly written, bool ahead)
    {
        DateOnly? day = null;
        if (told.DaysFrom is { } days)
            day = written.AddDays(days);
        else if (told is { Month: { } month, Day: { } number })
            day = Enumerable
                .Range(written.Year - 1, 3)
                .Where(year => number <= DateTime.DaysInMonth(year, month))
                .Select(year => new DateOnly(year, month, number))
                .Where(date => told.Weekday is null || date.DayOfWeek == told.Weekday)
                .Cast<DateOnly?>()
                .MinBy(date => Math.Abs(date!.Value.DayNumber - written.DayNumber));
        else if (told.Weekday is { } weekday)
        {
            var back = ((int)written.DayOfWeek - (int)weekday + 7) % 7;
            day = written.AddDays(ahead && back > 0 ? 7 - back : -back);
        }
        return day is { } found && (told.Weekday is null || told.Weekday == found.DayOfWeek) ? day : null;
    }

    /// <summary>One contact as one document tells it, with whoever is named as in contact, two at least, in one order.</summary>
    private sealed record Telling(Claim Claim, DocumentReading Reading, Content Content, string Who, ActorId? Place)
    {
        public Moment Moment => Reading.Findings.Moments[Content.Moment!.Value];
    }

    /// <summary>
    /// What dated documents tell of a contact dates the undated ones, where all name the same in contact and the same place. Dated twice, differently, or
    /// told of another contact of the same people: which of these is meant is not known.
    /// </summary>
    private static IEnumerable<(DocumentId, Dating)> ByClaims(
        FrozenDictionary<DocumentId, DocumentReading> byId,
        Changes changes
    )
    {
        var tellings = Tellings(byId, changes).ToList();
        var witnesses = tellings
            .Where(each => !each.Reading.Document.Published.IsUnknown && Known(each.Moment) is not null)
            .ToLookup(each => each.Who, StringComparer.Ordinal);
        foreach (var telling in tellings)
        {
            if (
                IsDated(telling.Reading)
                || telling is not { Place: { } place, Moment: { Basis: MomentBasis.Unanchored, Told: not null } moment }
            )
                continue;
            var same = witnesses[telling.Who]
                .Where(each => each.Place is null ? each.Claim.Id != telling.Claim.Id : each.Place == place)
                .ToList();
            if (same.Count == 0 || Known(same[0].Moment) is not { } day)
                continue;
            if (same.Exists(each => Known(each.Moment) != day || each.Claim.Id != telling.Claim.Id))
                continue;
            yield return (
                telling.Reading.Document.Id,
                Bound(
                    telling.Reading,
                    moment,
                    day,
                    telling.Content.Status switch
                    {
                        Status.Held or Status.Attempted => false,
                        Status.Planned or Status.Proposed => true,
                        _ => null,
                    },
                    $"{same[0].Reading.Document.Path} tells the same of {Interval.Iso(day)}"
                )
            );
        }
    }

    /// <summary>Every contact with words of time and two who are named, once for each content.</summary>
    private static IEnumerable<Telling> Tellings(FrozenDictionary<DocumentId, DocumentReading> byId, Changes changes)
    {
        var claims = changes.Claims.ToDictionary(claim => claim.Id);
        foreach (var reading in byId.Values.OrderBy(reading => reading.Document.Path, StringComparer.Ordinal))
        {
            var seen = new HashSet<int>();
            for (var s = 0; s < reading.Findings.Statements.Length; s++)
            {
                var index = reading.Findings.Statements[s].Content;
                if (
                    reading.Findings.Contents[index] is not { Type.Family: Family.Contact, Moment: not null } content
                    || !changes.ClaimOf.TryGetValue(reading.StatementId(s), out var claim)
                    || !seen.Add(index)
                )
                    continue;
                ActorId Actor(Participant participant) => changes.ActorOf[new(reading.Document.Id, participant.Figure)];
                var who = content
                    .Participants.Where(participant =>
                        participant.Role is Role.Party or Role.Visitor or Role.Host
                        && reading.Findings.Figures[participant.Figure].IsNamed
                    )
                    .Select(participant => Actor(participant).Value)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .ToList();
                if (who.Count >= 2)
                    yield return new(
                        claims[claim],
                        reading,
                        content,
                        string.Join('|', who),
                        content.Place is { } place ? Actor(place) : null
                    );
            }
        }
    }

    /// <summary>A day that a dated document gives, or counts from its own; not one counted from another date that it tells.</summary>
    private static DateOnly? Known(Moment moment) =>
        moment
            is {
                Precision: Precision.Day,
                When: { Days: 1, From: { } day },
                Basis: MomentBasis.Absolute or MomentBasis.Publication or MomentBasis.Judgement
            }
            ? day
            : null;

    /// <summary>Less than this in common is a quotation or the furniture of a page, whose "today" is nobody's.</summary>
    private const double LeastShare = 0.5;

    /// <summary>Sentences that a dated document has word for word: what their times are there, they are here.</summary>
    private static IEnumerable<(DocumentId, Dating)> ByCopies(
        FrozenDictionary<DocumentId, DocumentReading> byId,
        Changes changes
    )
    {
        foreach (var copy in changes.Copies.Where(copy => copy.Share >= LeastShare))
        {
            foreach (var (undated, dated) in new[] { (copy.Document, copy.Of), (copy.Of, copy.Document) })
            {
                var (reading, witness) = (byId[undated], byId[dated]);
                if (IsDated(reading) || witness.Document.Published is not { Days: 1, From: { } published })
                    continue;
                var times = SentencesOf(witness)
                    .GroupBy(each => each.Text, StringComparer.Ordinal)
                    .ToDictionary(each => each.Key, each => each.First().Times, StringComparer.Ordinal);
                foreach (var (text, own) in SentencesOf(reading))
                {
                    if (!times.TryGetValue(text, out var theirs))
                        continue;
                    foreach (var (at, moment) in own)
                    {
                        if (
                            moment is { Basis: MomentBasis.Unanchored, Told: not null }
                            && theirs.FirstOrDefault(each => each.At == at).Moment is { } known
                            && Known(known) is { } day
                        )
                            yield return (
                                undated,
                                Bound(
                                    reading,
                                    moment,
                                    day,
                                    day > published,
                                    $"{witness.Document.Path} has the same sentence of {Interval.Iso(day)}"
                                )
                            );
                    }
                }
            }
        }
    }

    private static IEnumerable<(string Text, List<(int At, Moment Moment)> Times)> SentencesOf(DocumentReading reading)
    {
        foreach (var sentence in reading.Findings.Sentences)
        {
            var times = reading
                .Findings.Moments.Where(moment => sentence.Contains(moment.Span))
                .Select(moment => (moment.Span.Start - sentence.Start, moment))
                .ToList();
            if (times.Count > 0)
                yield return (sentence.Of(reading.Document.Text), times);
        }
    }

    /// <summary>A day without a year is told within a year of it.</summary>
    private const int DaysWithoutYear = 366;

    /// <summary>The days on which somebody may have written these words of that day.</summary>
    /// <param name="ahead">Whether it lay ahead; null where that is not told.</param>
    private static Dating Bound(DocumentReading reading, Moment moment, DateOnly day, bool? ahead, string witness)
    {
        var told = moment.Told!;
        var agrees =
            (told.Weekday is null || told.Weekday == day.DayOfWeek)
            && (told is not { Month: { } month, Day: { } number } || (month, number) == (day.Month, day.Day));
        var reach = told.Month is null ? 6 : DaysWithoutYear;
        var reason = $"it says “{moment.Span.Of(reading.Document.Text).ReplaceLineEndings(" ")}” where {witness}";
        return new()
        {
            When =
                !agrees ? Interval.Unknown
                : told.DaysFrom is { } days ? Interval.Day(day.AddDays(-days))
                : new(ahead == false ? day : day.AddDays(-reach), ahead == true ? day : day.AddDays(reach)),
            Reason = agrees ? reason : $"contradicts itself: {reason}, a {day.DayOfWeek}",
            Evidence = [moment.Span],
        };
    }
}
