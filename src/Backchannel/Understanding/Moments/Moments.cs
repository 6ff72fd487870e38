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
        for (var i = 0; i < forms.Length; i++)
        {
            var (best, length, won) = (default(TimePattern), 0, default(Capture[]));
            foreach (var pattern in pack.Times.Starting(forms[i]))
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
            if (best.Meaning == TimeMeaning.None || Resolve(best, won, published, narrative) is not { } resolved)
                continue;
            var start = tokenOf[i];
            // What is read behind a time belongs to what follows: "after a year from".
            length = core.Last + 1 - i;
            // "before three days" is three days ago in many languages: there the word opens nothing.
            if (best.Meaning is not TimeMeaning.Ago)
            {
                // Nor does it where it is of the word: "after tomorrow" is one day.
                if (
                    !(won is [{ Slot: not null, First: var first }, ..] && first == i)
                    && pack.Times.Read(TimeSlot.Open, forms, i, out var inside, out var insideLength)
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
            found.Add(
                resolved with
                {
                    Core = tokens[tokenOf[core.First]].Span.Cover(tokens[tokenOf[core.Last]].Span),
                    Span = tokens[start].Span.Cover(tokens[tokenOf[i + length - 1]].Span),
                    IsBareWeekday = best is { Meaning: TimeMeaning.Weekday, Shift: 0 } && resolved.When.Days == 1,
                    Why = best.Source,
                }
            );
            i += length - 1;
        }
        return found;

        int Longest(int from)
        {
            var longest = 0;
            foreach (var pattern in pack.Times.Starting(forms[from]))
            {
                captures.Clear();
                longest = Math.Max(longest, Match(pattern, 0, from, forms, pack.Times, captures) - from);
            }
            return longest;
        }
    }

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
            if (Glued(written[i], times) is var cut and > 0)
            {
                forms.Add(written[i][..cut]);
                tokenOf.Add(i);
                forms.Add(written[i][cut..]);
                tokenOf.Add(i);
                continue;
            }
            forms.Add(written[i]);
            tokenOf.Add(i);
        }
        return ([.. forms], [.. tokenOf]);
    }

    /// <summary>Where figures end and a word of time begins, or the reverse, in what is written as one word ("14May", الـ24); 0 where it is one.</summary>
    private static int Glued(string form, TimeLexicon times)
    {
        if (form.Length < 2 || char.IsAsciiDigit(form[0]) == char.IsAsciiDigit(form[^1]))
            return 0;
        var cut = 1;
        while (char.IsAsciiDigit(form[cut]) == char.IsAsciiDigit(form[0]))
            cut++;
        var word = char.IsAsciiDigit(form[0]) ? form[cut..] : form[..cut];
        var digits = char.IsAsciiDigit(form[0]) ? form[..cut] : form[cut..];
        return
            times.HasWord(word)
            && digits.All(char.IsAsciiDigit)
            && !times.HasWord(form)
            && !times.Read(TimeSlot.Day, [form], 0, out _, out _)
            && !times.Read(TimeSlot.Decade, [form], 0, out _, out _)
            ? cut
            : 0;
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
            return i;
        var expected = pattern.Elements[element];
        var kept = captures.Count;
        var (read, value, length) = (false, 0, 1);
        if (expected.Slot is { } slot)
            read = times.Read(slot, forms, i, out value, out length);
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

    private static Moment? Resolve(TimePattern pattern, Capture[] captures, Interval published, Narrative narrative)
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
                }
            && !Array.Exists(
                captures,
                capture => capture.Slot is TimeSlot.Year or TimeSlot.Unit or TimeSlot.Weekday or TimeSlot.Dayword
            )
        )
        {
            var inHistory = narrative.IsYear
                ? Resolve(pattern, [.. captures, new(TimeSlot.Year, told.Year, -1, -1)], new Calendar(published))
                : Resolve(pattern, captures, new Calendar(Interval.Day(told), goesOn: true));
            return inHistory is null ? null : inHistory with { Basis = MomentBasis.Text, Anchor = Interval.Day(told) };
        }
        return Resolve(pattern, captures, new Calendar(published));
    }

    private static Moment? Resolve(TimePattern pattern, Capture[] captures, Calendar calendar)
    {
        int? Of(TimeSlot slot, int nth = 0)
        {
            foreach (var capture in captures)
            {
                if (capture.Slot == slot && nth-- == 0)
                    return capture.Value;
            }
            return null;
        }
        var number = Of(TimeSlot.Number) ?? Of(TimeSlot.Digits);
        var unit = pattern.Unit ?? (Of(TimeSlot.Unit) is { } u ? TimeLexicon.Units[u] : null);
        // "May of last year", "this September".
        var ofYear = pattern.Meaning switch
        {
            TimeMeaning.Date or TimeMeaning.Month or TimeMeaning.MonthDay => true,
            TimeMeaning.Season or TimeMeaning.Quarter or TimeMeaning.Half => true,
            TimeMeaning.Part => Of(TimeSlot.Month) is not null,
            _ => false,
        };
        var year = Of(TimeSlot.Year) ?? (ofYear && pattern.Unit == "year" ? calendar.Year() + pattern.Shift : null);
        var nth = Of(TimeSlot.Ordinal) ?? Of(TimeSlot.Nth);
        // How many, where one word says both: a dual.
        int? named = pattern is { Unit: not null, Shift: > 0 } ? pattern.Shift : null;
        var day = pattern.Meaning switch
        {
            TimeMeaning.Date when Of(TimeSlot.Figures) is { } figures => calendar.Date(
                figures % 100,
                figures / 100 % 100,
                figures / 10_000
            ),
            TimeMeaning.Date => calendar.Date(
                Of(TimeSlot.Day),
                Of(TimeSlot.Month) ?? (year is null ? null : Of(TimeSlot.Digits)),
                year,
                pattern.Shift
            ),
            TimeMeaning.Range => calendar.Range(
                Of(TimeSlot.Day),
                Of(TimeSlot.Month),
                Of(TimeSlot.Day, 1),
                Of(TimeSlot.Month, 1),
                year
            ),
            TimeMeaning.Month => calendar.Month(Of(TimeSlot.Month), year, pattern.Shift),
            TimeMeaning.Year => calendar.Year(year, pattern.Shift),
            TimeMeaning.MonthDay => calendar.DayOfThisMonth(
                Of(TimeSlot.Day) ?? nth,
                Of(TimeSlot.Month),
                year,
                pattern.Shift
            ),
            TimeMeaning.Weekday => calendar.Weekday(Of(TimeSlot.Weekday), pattern.Shift),
            TimeMeaning.WeekdayOf => calendar.WeekdayOf(Of(TimeSlot.Weekday), pattern.Shift),
            TimeMeaning.Dayword => calendar.Days(Of(TimeSlot.Dayword)),
            TimeMeaning.Unit => calendar.Unit(unit, pattern.Shift),
            TimeMeaning.Ago => calendar.Shifted(unit, -(number ?? named ?? 1)),
            TimeMeaning.Ahead => calendar.Shifted(unit, number ?? named ?? 1),
            TimeMeaning.Past => calendar.Stretch(unit, number ?? named, past: true),
            TimeMeaning.Coming => calendar.Stretch(unit, number ?? named, past: false),
            TimeMeaning.Part => calendar.Part(Of(TimeSlot.Part), Of(TimeSlot.Month), year, unit, pattern.Shift),
            TimeMeaning.Season => calendar.Season(Of(TimeSlot.Season), year, pattern.Shift),
            TimeMeaning.Same => calendar.Days(0),
            // A unit that the meaning itself names is one: "the fiscal year".
            TimeMeaning.Duration => Undated.Duration(
                unit,
                number ?? (pattern.Unit is null ? null : Math.Max(1, pattern.Shift))
            ),
            TimeMeaning.Set => Undated.Set(
                unit,
                number ?? named,
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
        var hour =
            Of(TimeSlot.Hour) ?? (pattern.Meaning == TimeMeaning.Time ? Of(TimeSlot.Number) ?? nth ?? named : null);
        if ((Of(TimeSlot.Clock) ?? 60 * hour) is { } minutes)
        {
            // Noon is 12 p.m., and midnight 12 a.m.
            var clock = pattern is { Unit: null, Shift: 12 } ? minutes % 720 + 720 : minutes;
            return Undated.AtTime(day, Math.Max(0, clock + (Of(TimeSlot.Minutes) ?? 0)));
        }
        var told = pattern is { Meaning: TimeMeaning.Daypart, Unit: { } name }
            ? Array.IndexOf(TimeLexicon.Dayparts, name)
            : -1;
        return (Of(TimeSlot.Daypart) ?? (told < 0 ? null : told)) is { } part ? Undated.InPart(day, part) : day;
    }
}
