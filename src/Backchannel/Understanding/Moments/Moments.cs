using Backchannel.Languages;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Understanding.Moments;

/// <summary>Finds times in a sentence and says which days they may cover.</summary>
internal static class Moments
{
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
                || Resolution.Of(best, won, published, narrative, pack.Times) is not { } resolved
            )
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
            resolved = resolved with
            {
                Core = tokens[tokenOf[core.First]].Span.Cover(tokens[tokenOf[core.Last]].Span),
                Span = tokens[start].Span.Cover(tokens[tokenOf[i + length - 1]].Span),
                IsBareWeekday = best is { Meaning: TimeMeaning.Weekday, Shift: 0 } && resolved.When.Days == 1,
                Told = TellingDays.Of(best, won, resolved),
                Why = best.Source,
            };
            if (
                found is [.., var before]
                && TwoCalendars.AreJoined(forms, told, i, pack.Times)
                && TwoCalendars.AsOne(before, resolved) is { } one
            )
                found[^1] = one;
            else if (
                found is [.., { Told.DaysFrom: { } from }]
                && resolved is { Basis: MomentBasis.Absolute, When.Days: 1 }
                && TwoCalendars.AreJoined(forms, told, i, pack.Times)
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
            if (
                (times.Compounds.TryGetValue(written[i], out var end) ? end : Glued(written[i], times))
                is var cut
                    and > 0
            )
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
}
