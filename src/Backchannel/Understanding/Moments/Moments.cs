using Backchannel.Languages;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Understanding.Moments;

/// <summary>Finds times in a sentence and says which days they may cover.</summary>
internal static class Moments
{
    /// <summary>What one element of a pattern was found to be, and where; words have no slot.</summary>
    private readonly record struct Capture(TimeSlot? Slot, int Value, int First, int Last);

    /// <summary>Moments of one sentence in order; they do not overlap.</summary>
    public static List<Moment> Find(
        ReadOnlySpan<Token> tokens,
        ReadOnlySpan<string> written,
        Interval published,
        Narrative narrative,
        LanguagePack pack
    )
    {
        narrative.NextSentence();
        var found = new List<Moment>();
        var captures = new List<Capture>();
        var (forms, tokenOf) = Parts(written, pack.Times);
        // Behind the last time.
        var told = 0;
        for (var i = 0; i < forms.Length; i++)
        {
            var (best, length, won) = (default(TimePattern), 0, default(Capture[]));
            foreach (var pattern in pack.Times.Starting(forms, i))
            {
                captures.Clear();
                var end = Match(pattern, 0, i, forms, pack.Times, captures);
                if (end - i > length)
                    (best, length, won) = (pattern, end - i, [.. captures]);
            }
            if (best is null)
                continue;
            var core = won!.Length == 0 ? (First: i, Last: i + length - 1) : (won[0].First, won[^1].Last);
            // "of Sept. 30": what begins behind the words around a time may reach further.
            if (core.First > i && Longest(core.First) > i + length - core.First)
            {
                i = core.First - 1;
                continue;
            }
            if (best.Meaning == TimeMeaning.None)
                i += length - 1;
            if (
                best.Meaning == TimeMeaning.None
                || Resolve(best, won, published, narrative, pack.Times) is not { } resolved
            )
                continue;
            var start = tokenOf[i];
            // "before three days" is three days ago in many languages: there the word opens nothing.
            if (best.Meaning is not TimeMeaning.Ago)
            {
                if (
                    pack.Times.Read(TimeSlot.Open, forms, i, out var inside, out var insideLength)
                    && insideLength < length
                )
                    resolved = Opened(resolved, inside);
                else if (Opening(forms, i, pack, out var open, out var openLength))
                {
                    resolved = Opened(resolved, open);
                    start = tokenOf[i - openLength];
                }
            }
            narrative.Tell(resolved, published);
            resolved = resolved with
            {
                Core = tokens[tokenOf[core.First]].Span.Cover(tokens[tokenOf[core.Last]].Span),
                Span = tokens[start].Span.Cover(tokens[tokenOf[i + length - 1]].Span),
                IsBareWeekday = best is { Meaning: TimeMeaning.Weekday, Shift: 0 } && resolved.When.Days == 1,
                Told = ToldOf(best, won, resolved),
                Why = best.Source,
            };
            if (found is [.., var before] && IsTold(forms, told, i, pack.Times) && Twice(before, resolved) is { } one)
                found[^1] = one;
            else if (
                found is [.., { Told.DaysFrom: { } from }]
                && resolved is { Basis: MomentBasis.Absolute, When.Days: 1 }
                && IsTold(forms, told, i, pack.Times)
            )
                // "Yesterday, 24 November 2031" tells when it was written.
                found.Add(resolved with { Told = new(from, null, null, null) });
            else
                found.Add(resolved);
            i += length - 1;
            told = i + 1;
        }
        return found;

        int Longest(int from)
        {
            var longest = 0;
            foreach (var pattern in pack.Times.Starting(forms, from))
            {
                captures.Clear();
                longest = Math.Max(longest, Match(pattern, 0, from, forms, pack.Times, captures) - from);
            }
            return longest;
        }
    }

    /// <summary>What is told of a day that needs the day of writing; also "today, 25 November 2031", which tells it.</summary>
    private static DayTold? ToldOf(TimePattern pattern, Capture[] captures, Moment resolved)
    {
        int? Of(TimeSlot slot)
        {
            foreach (var capture in captures)
            {
                if (capture.Slot == slot)
                    return capture.Value;
            }
            return null;
        }
        var isWhole = resolved is { Basis: MomentBasis.Absolute, When.Days: 1 };
        if (
            resolved.Precision != Precision.Day
            || resolved.Calendar != CalendarSystem.Gregorian
            || resolved.Basis != MomentBasis.Unanchored && !isWhole
        )
            return null;
        DayOfWeek? weekday = Of(TimeSlot.Weekday) is { } told ? (DayOfWeek)(told % 7) : null;
        return pattern.Meaning switch
        {
            TimeMeaning.Dayword => new(Of(TimeSlot.Dayword), weekday, null, null),
            TimeMeaning.Same => new(0, weekday, null, null),
            TimeMeaning.Date when isWhole => Of(TimeSlot.Dayword) is { } days ? new(days, weekday, null, null) : null,
            TimeMeaning.Date when Of(TimeSlot.Day) is { } day && Of(TimeSlot.Month) is { } month => new(
                Of(TimeSlot.Dayword),
                weekday,
                month,
                day
            ),
            TimeMeaning.Weekday when pattern.Shift == 0 && Of(TimeSlot.Day) is null => new(null, weekday, null, null),
            _ => null,
        };
    }

    /// <summary>Whether nothing stands between two times but marks and words that say they are one day: "(", "الموافق".</summary>
    private static bool IsTold(ReadOnlySpan<string> forms, int from, int to, TimeLexicon times)
    {
        for (var i = from; i < to; )
        {
            if (times.Read(TimeSlot.Equals, forms, i, out _, out var length))
                i += length;
            else if (forms[i] is "(" or "/" or "-" or "," or "،" or "（" or "、")
                i++;
            else
                return false;
        }
        return true;
    }

    /// <summary>
    /// One day told in two calendars, as one moment with the Gregorian day; null where it is not. The other calendar's may be a day off, and
    /// where it has no year, the one that has decides.
    /// </summary>
    private static Moment? Twice(Moment first, Moment second)
    {
        if (
            first.Calendar == second.Calendar
            || first.Calendar != CalendarSystem.Gregorian && second.Calendar != CalendarSystem.Gregorian
            || first.Precision != second.Precision
            || first.Precision is not (Precision.Day or Precision.Month or Precision.Year)
        )
            return null;
        var (ours, other) = first.Calendar == CalendarSystem.Gregorian ? (first, second) : (second, first);
        // "1 رمضان 1445 الموافق 11 مارس": the year of the one dates the other.
        var (firm, loose) =
            ours.Basis != MomentBasis.Absolute && other.Basis == MomentBasis.Absolute ? (other, ours) : (ours, other);
        if (
            loose is { When: { From: { } a, To: { } b }, Basis: MomentBasis.Absolute }
            && firm is { When: { From: { } c, To: { } d } }
            && (a > d.AddDays(DaysOff(firm.Precision)) || c > b.AddDays(DaysOff(firm.Precision)))
        )
            return null;
        return firm with
        {
            Span = first.Span.Cover(second.Span),
            Core = first.Core.Cover(second.Core),
            IsBareWeekday = false,
            Why = $"{first.Why}, {second.Why}",
        };
    }

    /// <summary>
    /// By how many days the same time may differ in two calendars: a day by who saw the moon or when it ends, at most two; months and years need
    /// only overlap.
    /// </summary>
    private static int DaysOff(Precision precision) => precision == Precision.Day ? 2 : 0;

    /// <summary>The words, those with hyphens in their parts where these are words of time ("two-year"), and the token each belongs to.</summary>
    private static (string[] Forms, int[] TokenOf) Parts(ReadOnlySpan<string> written, TimeLexicon times)
    {
        var forms = new List<string>(written.Length);
        var tokenOf = new List<int>(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            var parts = written[i].Contains('-', StringComparison.Ordinal) ? written[i].Split('-') : [];
            if (
                parts.Length is 2 or 3
                && !times.HasWord(written[i])
                && !times.Read(TimeSlot.Decade, written, i, out _, out _)
                && Array.TrueForAll(parts, part => part.Length > 0 && (char.IsAsciiDigit(part[0]) || times.Knows(part)))
            )
            {
                for (var p = 0; p < parts.Length; p++)
                {
                    if (p > 0)
                    {
                        forms.Add("-");
                        tokenOf.Add(i);
                    }
                    forms.Add(parts[p]);
                    tokenOf.Add(i);
                }
                continue;
            }
            forms.Add(written[i]);
            tokenOf.Add(i);
        }
        return ([.. forms], [.. tokenOf]);
    }

    /// <summary>The part after the match, or -1.</summary>
    private static int Match(
        TimePattern pattern,
        int element,
        int i,
        ReadOnlySpan<string> forms,
        TimeLexicon times,
        List<Capture> captures
    )
    {
        if (element == pattern.Elements.Length)
            return Fits(captures) ? i : -1;
        var expected = pattern.Elements[element];
        var kept = captures.Count;
        var (read, value, length) = (false, 0, 1);
        if (expected.Slot is { } slot)
            read = times.Read(slot, forms, i, out value, out length, System(captures));
        else
            read = i < forms.Length && expected.Forms.Contains(forms[i]);
        if (read)
        {
            if (!expected.Around || expected.Slot is not null)
                captures.Add(new(expected.Slot, value, i, i + length - 1));
            var end = Match(pattern, element + 1, i + length, forms, times, captures);
            if (end >= 0)
                return end;
            captures.RemoveRange(kept, captures.Count - kept);
        }
        return expected.Optional ? Match(pattern, element + 1, i, forms, times, captures) : -1;
    }

    /// <summary>The calendar of the month that was read last.</summary>
    private static CalendarSystem System(List<Capture> captures)
    {
        for (var i = captures.Count - 1; i >= 0; i--)
        {
            if (captures[i].Slot == TimeSlot.Month)
                return CalendarMonth.System(captures[i].Value);
        }
        return CalendarSystem.Gregorian;
    }

    /// <summary>
    /// Whether months and days are of one calendar, and a month whose name means other things too has a day or year beside it, or a word for what it is.
    /// </summary>
    private static bool Fits(List<Capture> captures)
    {
        var (month, dated) = (-1, false);
        foreach (var capture in captures)
        {
            if (capture.Slot == TimeSlot.Month)
            {
                if (month >= 0 && CalendarMonth.System(month) != CalendarMonth.System(capture.Value))
                    return false;
                month = capture.Value;
            }
            dated |= capture.Slot is TimeSlot.Day or TimeSlot.Year or TimeSlot.Ordinal or TimeSlot.Unit;
        }
        if (month >= 0 && CalendarMonth.IsWeak(month) && !dated)
            return false;
        foreach (var capture in captures)
        {
            // 初五 is no day of a Gregorian month.
            if (
                capture.Slot == TimeSlot.DayName
                && (month < 0 || CalendarMonth.System(month) != CalendarMonth.System(capture.Value))
            )
                return false;
        }
        return true;
    }

    private static bool Opening(ReadOnlySpan<string> forms, int i, LanguagePack pack, out int open, out int length)
    {
        for (length = 3; length >= 1; length--)
        {
            if (i - length < 0)
                continue;
            if (pack.Times.Read(TimeSlot.Open, forms, i - length, out open, out var read) && read == length)
                return true;
        }
        open = 0;
        return false;
    }

    private static Moment Opened(Moment moment, int open) =>
        moment.When.IsUnknown
            ? moment
            : moment with
            {
                When = TimeLexicon.Opens[open] switch
                {
                    "from" => new(moment.When.From, null),
                    // "since May" began in a May that has been.
                    "since" => new(
                        moment.When.From > (moment.Anchor.To ?? moment.Anchor.From)
                            ? moment.When.From?.AddYears(-1)
                            : moment.When.From,
                        null
                    ),
                    "after" => new(moment.When.To?.AddDays(1), null),
                    "before" => new(null, moment.When.From?.AddDays(-1)),
                    _ => new(null, moment.When.To),
                },
                Precision = Precision.Vague,
            };

    private static Moment? Resolve(
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
        var year = Of(TimeSlot.Year);
        var nth = Of(TimeSlot.Ordinal) ?? Of(TimeSlot.Nth);
        if (
            Of(TimeSlot.Month) is { } month
            && CalendarMonth.System(month) is not CalendarSystem.Gregorian and var system
        )
            return InCalendar(pattern, system, Value, yearly);
        if (year is { } counted && CalendarYear.System(counted) is not CalendarSystem.Gregorian and var years)
            return pattern.Meaning == TimeMeaning.Year ? Yearly.Year(years, CalendarYear.Number(counted)) : null;
        var day = pattern.Meaning switch
        {
            TimeMeaning.Date when (Of(TimeSlot.DayFigures) ?? Of(TimeSlot.DayPoints)) is { } figures => calendar.Date(
                figures % 100,
                figures / 100,
                year
            ),
            TimeMeaning.Date when Of(TimeSlot.Figures) is { } figures => InFigures(
                CalendarDay.Parts(figures),
                calendar,
                yearly
            ),
            TimeMeaning.Date => calendar.Date(Of(TimeSlot.Day), Of(TimeSlot.Month), year),
            TimeMeaning.Range => calendar.Range(
                Of(TimeSlot.Day),
                Of(TimeSlot.Month),
                Of(TimeSlot.Day, 1),
                Of(TimeSlot.Month, 1),
                year
            ),
            // "this September" is this year's.
            TimeMeaning.Month => calendar.Month(
                Of(TimeSlot.Month),
                year ?? (pattern.Unit == "year" ? calendar.Year() : null),
                pattern.Shift
            ),
            TimeMeaning.Year => calendar.Year(year, pattern.Shift),
            TimeMeaning.MonthDay => calendar.DayOfThisMonth(
                Of(TimeSlot.Day) ?? nth,
                Of(TimeSlot.Month),
                year,
                pattern.Shift
            ),
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
            TimeMeaning.Ago => calendar.Shifted(unit, -(number ?? 1)),
            TimeMeaning.Ahead => calendar.Shifted(unit, number ?? 1),
            TimeMeaning.Past => calendar.Stretch(unit, number, past: true),
            TimeMeaning.Coming => calendar.Stretch(unit, number, past: false),
            TimeMeaning.Part => calendar.Part(Of(TimeSlot.Part), Of(TimeSlot.Month), year, unit, pattern.Shift),
            TimeMeaning.Season => calendar.Season(
                Of(TimeSlot.Season),
                year ?? (pattern.Unit == "year" ? calendar.Year() : null),
                pattern.Shift
            ),
            TimeMeaning.Same => calendar.Days(0),
            // A unit that the meaning itself names is one: "the fiscal year".
            TimeMeaning.Duration => Undated.Duration(
                unit,
                number ?? (pattern.Unit is null ? null : Math.Max(1, pattern.Shift))
            ),
            TimeMeaning.Set => Undated.Set(
                unit,
                number,
                Of(TimeSlot.Weekday),
                Of(TimeSlot.Daypart),
                Of(TimeSlot.Month)
            ),
            TimeMeaning.Reference => Undated.Reference(pattern.Shift),
            TimeMeaning.Quarter => calendar.Quarter(nth, year),
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
        if (Of(TimeSlot.Clock) is { } minutes)
            return Undated.AtTime(day, minutes);
        if ((Of(TimeSlot.Hour) ?? (pattern.Meaning == TimeMeaning.Time ? Of(TimeSlot.Number) : null)) is { } hour)
            // Noon is 12 p.m., and midnight 12 a.m.
            return Undated.AtTime(day, 60 * (pattern.Shift == 12 ? hour % 12 + 12 : hour));
        return Of(TimeSlot.Daypart) is { } part ? Undated.InPart(day, part) : day;
    }

    private static Moment? InFigures((int Year, int Month, int Day) told, Calendar calendar, Yearly yearly) =>
        CalendarYear.System(told.Year) is not CalendarSystem.Gregorian and var system
            ? yearly.Date(system, told.Month, told.Day, told.Year, null, 0)
            : calendar.Date(told.Day, told.Month, told.Year);

    /// <summary>What patterns mean where their month is of another calendar; null for what is not said of those.</summary>
    private static Moment? InCalendar(
        TimePattern pattern,
        CalendarSystem system,
        Func<TimeSlot, int, int?> of,
        Yearly yearly
    )
    {
        int? Number(TimeSlot slot, int nth) => of(slot, nth) is { } value ? CalendarMonth.Number(value) : null;
        var month = Number(TimeSlot.Month, 0)!.Value;
        var year = of(TimeSlot.Year, 0);
        Moment? Day(int ofMonth, int? day) =>
            yearly.Date(system, ofMonth, day, year, of(TimeSlot.Weekday, 0), pattern.Shift);
        switch (pattern.Meaning)
        {
            case TimeMeaning.Date:
                return (Number(TimeSlot.Day, 0) ?? Number(TimeSlot.DayName, 0)) is { } day ? Day(month, day) : null;
            case TimeMeaning.MonthDay:
                return Day(month, Number(TimeSlot.Day, 0) ?? of(TimeSlot.Ordinal, 0) ?? of(TimeSlot.Nth, 0) ?? 1);
            case TimeMeaning.Month:
                return Day(month, null);
            case TimeMeaning.Part
                when of(TimeSlot.Part, 0) is { } part && Day(month, null) is { When.IsUnknown: false } whole:
                return whole with { When = Calendar.Third(whole.When, part), Precision = Precision.Vague };
            case TimeMeaning.Range:
                return
                    Day(month, Number(TimeSlot.Day, 0)) is { } first
                    && Day(Number(TimeSlot.Month, 1) ?? month, Number(TimeSlot.Day, 1)) is { } last
                    && first.When.From <= last.When.To
                    ? first with
                    {
                        When = new(first.When.From, last.When.To),
                        Value = new Interval(first.When.From, last.When.To).ToString(),
                    }
                    : null;
            default:
                return null;
        }
    }
}
