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

    /// <summary>What one dated content of a claim says of the undated ones of that claim.</summary>
    private static IEnumerable<(DocumentId, Dating)> ByClaims(
        FrozenDictionary<DocumentId, DocumentReading> byId,
        Changes changes
    )
    {
        var contents = Contents(byId, changes).ToLookup(each => each.Claim.Id);
        var days = changes.Claims.ToDictionary(
            claim => claim.Id,
            claim =>
                contents[claim.Id]
                    .Where(each => !each.Reading.Document.Published.IsUnknown)
                    .Select(each => (each.Reading, Day: Known(each.Reading, each.Content)))
                    .Where(each => each.Day is not null)
                    .ToList()
        );
        var rivals = changes.Claims.Where(claim => days[claim.Id].Count > 0).ToLookup(claim => claim.Type.Family);
        var storyOf = changes
            .Stories.SelectMany(story => story.Documents.Select(document => (document, story.Id)))
            .ToFrozenDictionary(pair => pair.document, pair => pair.Id);
        foreach (var claim in changes.Claims)
        {
            var waiting = contents[claim.Id]
                .Where(each => !IsDated(each.Reading) && Waits(each.Reading, each.Content))
                .ToList();
            // Dated twice, differently, or told of another day by the same people: which of these is meant is not known.
            if (
                waiting.Count == 0
                || days[claim.Id] is not [var (witness, day), ..]
                || days[claim.Id].Exists(each => each.Day != day)
                || rivals[claim.Type.Family]
                    .Any(other =>
                        other.Id != claim.Id && IsSame(claim, other) && days[other.Id].Exists(each => each.Day != day)
                    )
            )
                continue;
            foreach (var (_, reading, content) in waiting)
            {
                // The same two may have met in another year: only what belongs together otherwise dates each other.
                if (!days[claim.Id].Exists(each => storyOf[each.Reading.Document.Id] == storyOf[reading.Document.Id]))
                    continue;
                yield return (
                    reading.Document.Id,
                    Bound(
                        reading,
                        reading.Findings.Moments[content.Moment!.Value],
                        day!.Value,
                        content.Status switch
                        {
                            Status.Held or Status.Attempted => false,
                            Status.Planned or Status.Proposed => true,
                            _ => null,
                        },
                        $"{witness.Document.Path} tells the same of {Interval.Iso(day.Value)}"
                    )
                );
            }
        }
    }

    /// <summary>Whether it tells of a day that only the day of writing would date.</summary>
    private static bool Waits(DocumentReading reading, Content content) =>
        content.Moment is { } index
        && reading.Findings.Moments[index] is { Basis: MomentBasis.Unanchored, Told: not null };

    private static IEnumerable<(Claim Claim, DocumentReading Reading, Content Content)> Contents(
        FrozenDictionary<DocumentId, DocumentReading> byId,
        Changes changes
    )
    {
        var claims = changes.Claims.ToDictionary(claim => claim.Id);
        foreach (var reading in byId.Values.OrderBy(reading => reading.Document.Path, StringComparer.Ordinal))
        {
            for (var s = 0; s < reading.Findings.Statements.Length; s++)
            {
                if (changes.ClaimOf.TryGetValue(reading.StatementId(s), out var claim))
                {
                    var content = reading.Findings.Contents[reading.Findings.Statements[s].Content];
                    if (content.Type is not null)
                        yield return (claims[claim], reading, content);
                }
            }
        }
    }

    private static DateOnly? Known(DocumentReading reading, Content content) =>
        content.Moment is { } index ? Known(reading.Findings.Moments[index]) : null;

    private static DateOnly? Known(Moment moment) =>
        moment
            is {
                Precision: Precision.Day,
                When: { Days: 1, From: { } day },
                Basis: not (MomentBasis.Inferred or MomentBasis.Unanchored)
            }
            ? day
            : null;

    /// <summary>Whether the participants of one claim all take part in the other.</summary>
    private static bool IsSame(Claim a, Claim b)
    {
        var (fewer, more) = a.Participants.Length <= b.Participants.Length ? (a, b) : (b, a);
        return fewer.Participants.All(one => more.Participants.Any(other => other.Actor == one.Actor));
    }

    /// <summary>Sentences that a dated document has word for word: what their times are there, they are here.</summary>
    private static IEnumerable<(DocumentId, Dating)> ByCopies(
        FrozenDictionary<DocumentId, DocumentReading> byId,
        Changes changes
    )
    {
        foreach (var copy in changes.Copies)
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
