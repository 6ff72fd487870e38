using Backchannel.Languages;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Understanding.Moments;

/// <summary>Finds times in a sentence and says which days they may cover.</summary>
internal static class Moments
{
    private readonly record struct Capture(TimeSlot Slot, int Value);

    /// <summary>Moments of one sentence in order; they do not overlap.</summary>
    public static List<Moment> Find(
        ReadOnlySpan<Token> tokens,
        ReadOnlySpan<string> forms,
        Interval published,
        LanguagePack pack
    )
    {
        var found = new List<Moment>();
        var captures = new List<Capture>();
        for (var i = 0; i < forms.Length; i++)
        {
            var (best, length, bestCaptures) = (default(TimePattern), 0, default(Capture[]));
            if (pack.Times.ByFirstWord.TryGetValue(forms[i], out var byWord))
                Try(byWord, forms, ref best, ref length, ref bestCaptures);
            if (forms[i] is [var initial, ..] && char.IsLetterOrDigit(initial))
                Try(pack.Times.AlwaysTried, forms, ref best, ref length, ref bestCaptures);
            if (best is null)
                continue;
            if (Resolve(best, bestCaptures!, published) is { } resolved)
            {
                var start = i;
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
                        start = i - openLength;
                    }
                }
                found.Add(
                    resolved with
                    {
                        Span = tokens[start].Span.Cover(tokens[i + length - 1].Span),
                        IsBareWeekday = best is { Meaning: TimeMeaning.Weekday, Shift: 0 } && resolved.When.Days == 1,
                        Why = best.Source,
                    }
                );
                i += length - 1;
            }

            void Try(
                IEnumerable<TimePattern> patterns,
                ReadOnlySpan<string> words,
                ref TimePattern? winner,
                ref int longest,
                ref Capture[]? won
            )
            {
                foreach (var pattern in patterns)
                {
                    captures.Clear();
                    var end = Match(pattern, 0, i, words, pack.Times, captures);
                    if (end - i > longest)
                        (winner, longest, won) = (pattern, end - i, [.. captures]);
                }
            }
        }
        return found;
    }

    /// <summary>The token after the match, or -1.</summary>
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
        if (expected.Slot is { } slot)
        {
            if (times.Read(slot, forms, i, out var value, out var length))
            {
                captures.Add(new(slot, value));
                var end = Match(pattern, element + 1, i + length, forms, times, captures);
                if (end >= 0)
                    return end;
                captures.RemoveRange(kept, captures.Count - kept);
            }
        }
        else if (i < forms.Length && expected.Forms.Contains(forms[i]))
        {
            var end = Match(pattern, element + 1, i + 1, forms, times, captures);
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

    private static Moment? Resolve(TimePattern pattern, Capture[] captures, Interval published)
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
        var calendar = new Calendar(published);
        var number = Of(TimeSlot.Number) ?? Of(TimeSlot.Digits);
        var unit = Of(TimeSlot.Unit) is { } u ? TimeLexicon.Units[u] : null;
        var year = Of(TimeSlot.Year);
        return pattern.Meaning switch
        {
            TimeMeaning.Date => calendar.Date(Of(TimeSlot.Day), Of(TimeSlot.Month), year),
            TimeMeaning.Range => calendar.Range(
                Of(TimeSlot.Day),
                Of(TimeSlot.Month),
                Of(TimeSlot.Day, 1),
                Of(TimeSlot.Month, 1),
                year
            ),
            TimeMeaning.Month => calendar.Month(Of(TimeSlot.Month), year, pattern.Shift),
            TimeMeaning.Year => calendar.Year(year, pattern.Shift),
            TimeMeaning.MonthDay => calendar.DayOfThisMonth(Of(TimeSlot.Day), pattern.Shift),
            TimeMeaning.Weekday => calendar.Weekday(Of(TimeSlot.Weekday), pattern.Shift),
            TimeMeaning.WeekdayOf => calendar.WeekdayOf(Of(TimeSlot.Weekday), pattern.Shift),
            TimeMeaning.Dayword => calendar.Days(Of(TimeSlot.Dayword)),
            TimeMeaning.Unit => calendar.Unit(unit, pattern.Shift),
            TimeMeaning.Ago => calendar.Shifted(unit, -(number ?? 1)),
            TimeMeaning.Ahead => calendar.Shifted(unit, number ?? 1),
            TimeMeaning.Past => calendar.Stretch(unit, number, past: true),
            TimeMeaning.Coming => calendar.Stretch(unit, number, past: false),
            TimeMeaning.Part => calendar.Part(Of(TimeSlot.Part), Of(TimeSlot.Month), year, unit, pattern.Shift),
            TimeMeaning.Season => calendar.Season(Of(TimeSlot.Season), year, pattern.Shift),
            TimeMeaning.Same => calendar.Days(0),
            _ => throw new InvalidOperationException($"No arithmetic for {pattern.Meaning}."),
        };
    }
}
