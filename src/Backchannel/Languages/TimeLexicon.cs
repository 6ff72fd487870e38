using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Backchannel.Languages;

/// <summary>The words and patterns of one language for times; see docs/languages.md for the notation of time.txt and calendar.txt.</summary>
internal sealed class TimeLexicon
{
    private readonly FrozenDictionary<string, (ImmutableArray<FrozenSet<string>> More, int Value)[]>[] _values;

    public TimeLexicon(
        FrozenDictionary<string, (ImmutableArray<FrozenSet<string>>, int)[]>[] values,
        ImmutableArray<TimePattern> patterns,
        ImmutableArray<Holiday> holidays
    )
    {
        _values = values;
        Patterns = patterns;
        Holidays = holidays;
        MonthFirst =
            patterns.FirstOrDefault(pattern =>
                pattern.Meaning == TimeMeaning.Date && pattern.Elements.Any(element => element.Slot == TimeSlot.Day)
            )
                is { Elements: [{ Slot: TimeSlot.Month }, ..] };
        Compounds = TimeCompounds.Of(patterns, values);
        _words = Words().ToFrozenSet(StringComparer.Ordinal);
        _known = _words.SelectMany(word => word.Split('-').Append(word)).ToFrozenSet(StringComparer.Ordinal);
        var starts = patterns.Select(pattern => (Pattern: pattern, Start: StartOf(pattern))).ToList();
        _fromDigits = new([.. starts.Where(pair => pair.Start.Slots.Any(MayBeDigits)).Select(pair => pair.Pattern)]);
        var digitWords = values.SelectMany(slot => slot.Keys).Where(IsFromDigits).ToHashSet(StringComparer.Ordinal);
        var byWord = new Dictionary<string, List<TimePattern>>(StringComparer.Ordinal);
        foreach (var (pattern, (slots, forms)) in starts)
        {
            var words = slots
                .Where(slot => slot <= TimeSlot.Open)
                .SelectMany(slot => values[(int)slot].Keys)
                .Concat(slots.Contains(TimeSlot.Year) ? values[(int)TimeSlot.Era].Keys : [])
                .Concat(forms)
                .Concat(slots.Any(MayBeDigits) ? digitWords : []);
            foreach (var word in words.Distinct(StringComparer.Ordinal))
            {
                if (!byWord.TryGetValue(word, out var list))
                    byWord[word] = list = [];
                list.Add(pattern);
            }
        }
        _byFirst = byWord.ToFrozenDictionary(
            pair => pair.Key,
            pair => new Starts([.. pair.Value]),
            StringComparer.Ordinal
        );
    }

    /// <summary>Patterns that may begin with a word, and those of them that may end with it.</summary>
    private sealed record Starts(ImmutableArray<TimePattern> All)
    {
        public ImmutableArray<TimePattern> Alone { get; } =
        [.. All.Where(pattern => pattern.Elements.Count(element => !element.Optional) <= 1)];
    }

    private readonly FrozenDictionary<string, Starts> _byFirst;

    private readonly Starts _fromDigits;

    private readonly FrozenSet<string> _known;

    private readonly FrozenSet<string> _words;

    /// <summary>Where the second word of time begins in one that patterns write together.</summary>
    public FrozenDictionary<string, int> Compounds { get; }

    /// <summary>Whether some list or pattern has the word as it stands.</summary>
    public bool HasWord(string word) => _words.Contains(word);

    public ImmutableArray<TimePattern> Patterns { get; }

    public ImmutableArray<Holiday> Holidays { get; }

    /// <summary>Whether some list or pattern has the word, alone or as a part of one with a hyphen.</summary>
    public bool Knows(string word) => _known.Contains(word);

    /// <summary>The patterns that may begin at a word, in the order of the file: few where no list holds the word behind it.</summary>
    public ImmutableArray<TimePattern> Starting(ReadOnlySpan<string> forms, int i)
    {
        var starts =
            _byFirst.TryGetValue(forms[i], out var listed) ? listed
            : IsFromDigits(forms[i]) ? _fromDigits
            : null;
        if (starts is null)
            return [];
        return i + 1 < forms.Length && (IsFromDigits(forms[i + 1]) || _words.Contains(forms[i + 1]))
            ? starts.All
            : starts.Alone;
    }

    private static bool IsFromDigits(string form) =>
        form.Length > 0 && (char.IsAsciiDigit(form[0]) || form.Length > 2 && char.IsAsciiDigit(form[1]));

    private static bool MayBeDigits(TimeSlot slot) =>
        slot is TimeSlot.Number or TimeSlot.Decade || slot > TimeSlot.Open;

    /// <summary>What a pattern may begin with: up to the first element that cannot be left out.</summary>
    private static (List<TimeSlot> Slots, List<string> Forms) StartOf(TimePattern pattern)
    {
        var slots = new List<TimeSlot>();
        var forms = new List<string>();
        foreach (var element in pattern.Elements)
        {
            if (element.Slot is { } slot)
                slots.Add(slot);
            forms.AddRange(element.Forms);
            if (!element.Optional)
                break;
        }
        return (slots, forms);
    }

    /// <summary>Every word of the lists and patterns.</summary>
    public IEnumerable<string> Words() =>
        _values
            .SelectMany(slot => slot)
            .SelectMany(pair => pair.Value.SelectMany(entry => entry.More.SelectMany(forms => forms)).Append(pair.Key))
            .Concat(Patterns.SelectMany(pattern => pattern.Elements.SelectMany(element => element.Forms)))
            .Concat(Compounds.Keys)
            .Distinct(StringComparer.Ordinal);

    /// <summary>Whether a slot begins at token <paramref name="i"/>: its value and length in tokens; the longest that fits.</summary>
    /// <param name="calendar">That of the month before, in whose years a year without an era is told.</param>
    public bool Read(
        TimeSlot slot,
        ReadOnlySpan<string> forms,
        int i,
        out int value,
        out int length,
        CalendarSystem calendar = CalendarSystem.Gregorian
    )
    {
        value = 0;
        length = 0;
        if (i >= forms.Length)
            return false;
        var form = forms[i];
        switch (slot)
        {
            case TimeSlot.Day:
                length = 1;
                return TryDay(form, out value);
            case TimeSlot.Year:
                return TryYear(forms, i, calendar, out value, out length);
            case TimeSlot.Digits:
                length = 1;
                return form.Length <= 3 && TryNumber(form, out value);
            case TimeSlot.Number when char.IsDigit(form[0]):
                length = 1;
                return form.Length <= 3 && TryNumber(form, out value);
            case TimeSlot.Hour:
                length = 1;
                return form.Length <= 2 && TryNumber(form, out value) && value <= 24;
            case TimeSlot.Clock:
                length = 1;
                return TryClock(form, out value);
            case TimeSlot.Figures:
                return TryFigures(forms, i, out value, out length);
            case TimeSlot.DayFigures:
                length = 1;
                return TryDayFigures(form, '/', out value);
            case TimeSlot.DayPoints:
                length = 1;
                return TryDayFigures(form, '.', out value);
            case TimeSlot.Nth when char.IsDigit(form[0]):
                length = 1;
                return TryDay(form, out value);
            case TimeSlot.Decade when IsFromDigits(form) && TryDecade(form, out value):
                length = 1;
                return true;
        }
        if (slot > TimeSlot.Open || !_values[(int)slot].TryGetValue(form, out var candidates))
            return false;
        foreach (var (rest, candidate) in candidates)
        {
            if (rest.Length + 1 <= length || i + rest.Length >= forms.Length)
                continue;
            var fits = true;
            for (var k = 0; k < rest.Length && fits; k++)
                fits = rest[k].Contains(forms[i + 1 + k]);
            if (fits)
                (value, length) = (candidate, rest.Length + 1);
        }
        return length > 0;
    }

    private static bool TryNumber(string form, out int value) =>
        int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>
    /// A year with its era before or behind it, in a word of their own or glued to the figures; without one a year of the month's calendar, or a
    /// Gregorian one.
    /// </summary>
    private bool TryYear(ReadOnlySpan<string> forms, int i, CalendarSystem calendar, out int value, out int length)
    {
        value = 0;
        length = 1;
        var form = forms[i];
        if (!char.IsAsciiDigit(form[0]))
        {
            if (
                !Read(TimeSlot.Era, forms, i, out var before, out var words)
                || i + words >= forms.Length
                || !TryNumber(forms[i + words], out var counted)
            )
                return false;
            length = words + 1;
            return InEra(counted, before, out value);
        }
        var digits = 1;
        while (digits < form.Length && char.IsAsciiDigit(form[digits]))
            digits++;
        if (digits > 4 || !TryNumber(form[..digits], out var year))
            return false;
        if (digits < form.Length)
        {
            // 1445ه
            ReadOnlySpan<string> rest = [form[digits..]];
            return Read(TimeSlot.Era, rest, 0, out var glued, out _) && InEra(year, glued, out value);
        }
        if (Read(TimeSlot.Era, forms, i + 1, out var behind, out var more) && InEra(year, behind, out value))
        {
            length = 1 + more;
            return true;
        }
        if (digits != 4)
            return false;
        var (first, last) = CalendarYear.Told(calendar);
        if (year < first || year > last)
        {
            calendar = CalendarSystem.Gregorian;
            (first, last) = CalendarYear.Told(calendar);
        }
        value = CalendarYear.Of(calendar, year);
        return year >= first && year <= last;
    }

    /// <summary>An era is a calendar, or the years between its count and the Gregorian.</summary>
    private static bool InEra(int year, int era, out int value)
    {
        var calendar = era < Holiday.Calendars.Length ? (CalendarSystem)era : CalendarSystem.Gregorian;
        var counted = era < Holiday.Calendars.Length ? year : year + era - EraOffset;
        value = CalendarYear.Of(calendar, counted);
        var (first, last) = CalendarYear.Told(calendar);
        return counted >= first && counted <= last;
    }

    /// <summary>What sets the offsets of eras apart from the numbers of calendars.</summary>
    internal const int EraOffset = 10_000;

    private static bool TryClock(string form, out int value)
    {
        value = 0;
        var mark = form.AsSpan().IndexOfAny(':', '.', 'h');
        if (
            mark is not (1 or 2)
            || form.Length - mark - 1 != 2
            || !TryNumber(form[..mark], out var hours)
            || !TryNumber(form[(mark + 1)..], out var minutes)
            || hours > 24
            || minutes > 59
        )
            return false;
        value = hours * 60 + minutes;
        return true;
    }

    private bool TryFigures(ReadOnlySpan<string> forms, int i, out int value, out int length)
    {
        value = 0;
        length = 1;
        var form = forms[i];
        var end = form.Length;
        while (end > 0 && !char.IsAsciiDigit(form[end - 1]))
            end--;
        if (end is < 8 or > 10 || form[..end].Split('.', '/') is not [var a, var b, var c])
            return false;
        // 2019/5/15: nobody writes the day behind a year first.
        var yearFirst = a.Length == 4 && c.Length <= 2;
        if (yearFirst)
            (a, c) = (c, a);
        if (
            c.Length != 4
            || !TryNumber(a, out var day)
            || !TryNumber(b, out var month)
            || !TryNumber(c, out var counted)
        )
            return false;
        var era = (int)CalendarSystem.Gregorian;
        if (end < form.Length)
        {
            ReadOnlySpan<string> rest = [form[end..]];
            if (!Read(TimeSlot.Era, rest, 0, out era, out _))
                return false;
        }
        else if (Read(TimeSlot.Era, forms, i + 1, out var behind, out var words) && InEra(counted, behind, out _))
        {
            era = behind;
            length = 1 + words;
        }
        if (!InEra(counted, era, out var year))
            return false;
        var system = CalendarYear.System(year);
        // 5/6/2019 is one day here and another there.
        if (!yearFirst && MonthFirst && system == CalendarSystem.Gregorian && !TryOrder(ref day, ref month))
            return false;
        value = CalendarDay.Of(year, month, day);
        return month is >= 1 and <= 12;
    }

    private bool TryDayFigures(string form, char mark, out int value)
    {
        value = 0;
        var at = form.AsSpan().IndexOf(mark);
        if (
            form.Length is < 3 or > 5
            || at is not (1 or 2)
            || !TryNumber(form[..at], out var day)
            || !TryNumber(form[(at + 1)..], out var month)
            || mark == '/' && form.Length == 3 && day < month
            || mark == '/' && MonthFirst && !TryOrder(ref day, ref month)
        )
            return false;
        value = month * 100 + day;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2024, month);
    }

    /// <summary>
    /// Puts day and month in order where the language writes the month first, and others who write it the day: false where either may be meant.
    /// </summary>
    private static bool TryOrder(ref int day, ref int month)
    {
        if (month <= 12 && day <= 12 && month != day)
            return false;
        if (month > 12)
            (month, day) = (day, month);
        return true;
    }

    /// <summary>Whether the language's own pattern of a date has the month before the day.</summary>
    private bool MonthFirst { get; }

    /// <summary>Digits and one of the endings of the list: 1990s, '80s.</summary>
    private bool TryDecade(string form, out int value)
    {
        var start = char.IsDigit(form[0]) ? 0 : 1;
        var end = start;
        while (end < form.Length && char.IsAsciiDigit(form[end]))
            end++;
        value = 0;
        return end - start is 2 or 4
            && TryNumber(form[start..end], out value)
            && value % 10 == 0
            && _values[(int)TimeSlot.Decade].ContainsKey("-" + form[end..]);
    }

    /// <summary>1 to 31, with or without the ending of an ordinal: 21, 21st, 21., 1er, 1º.</summary>
    private static bool TryDay(string form, out int value)
    {
        var digits = 0;
        while (digits < form.Length && char.IsAsciiDigit(form[digits]))
            digits++;
        value = 0;
        return digits is 1 or 2
            && form.Length - digits <= 2
            && TryNumber(form[..digits], out value)
            && value is >= 1 and <= 31
            && (
                form.Length == digits
                || form[digits..] is "st" or "nd" or "rd" or "th" or "." or "er" or "º" or "°" or "ª"
            );
    }

    internal static readonly string[] Units =
    [
        "day",
        "week",
        "month",
        "year",
        "decade",
        "quarter",
        "century",
        "hour",
        "minute",
        "second",
        "weekend",
    ];
    internal static readonly string[] Dayparts = ["morning", "noon", "afternoon", "evening", "night"];
    internal static readonly string[] Parts = ["early", "mid", "late"];
    internal static readonly string[] Seasons = ["spring", "summer", "autumn", "winter"];
    internal static readonly string[] Opens = ["from", "to", "before", "after", "since"];
}
