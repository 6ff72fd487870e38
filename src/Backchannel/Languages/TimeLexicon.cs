using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Backchannel.Languages;

/// <summary>The words and patterns of one language for times; see docs/languages.md for the notation of time.txt.</summary>
internal sealed class TimeLexicon
{
    private readonly FrozenDictionary<string, (ImmutableArray<FrozenSet<string>> More, int Value)[]>[] _values;

    private TimeLexicon(
        FrozenDictionary<string, (ImmutableArray<FrozenSet<string>>, int)[]>[] values,
        ImmutableArray<TimePattern> patterns
    )
    {
        _values = values;
        Patterns = patterns;
        MonthFirst =
            patterns.FirstOrDefault(pattern =>
                pattern.Meaning == TimeMeaning.Date && pattern.Elements.Any(element => element.Slot == TimeSlot.Day)
            )
                is { Elements: [{ Slot: TimeSlot.Month }, ..] };
        _words = Words().ToFrozenSet(StringComparer.Ordinal);
        _known = _words.SelectMany(word => word.Split('-').Append(word)).ToFrozenSet(StringComparer.Ordinal);
        var starts = patterns.Select(pattern => (Pattern: pattern, Start: StartOf(pattern))).ToList();
        _fromDigits = [.. starts.Where(pair => pair.Start.Slots.Any(MayBeDigits)).Select(pair => pair.Pattern)];
        var digitWords = values.SelectMany(slot => slot.Keys).Where(IsFromDigits).ToHashSet(StringComparer.Ordinal);
        var byWord = new Dictionary<string, List<TimePattern>>(StringComparer.Ordinal);
        foreach (var (pattern, (slots, forms)) in starts)
        {
            var words = slots
                .Where(slot => slot <= TimeSlot.Open)
                .SelectMany(slot => values[(int)slot].Keys)
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
            pair => pair.Value.ToImmutableArray(),
            StringComparer.Ordinal
        );
    }

    private readonly FrozenDictionary<string, ImmutableArray<TimePattern>> _byFirst;

    private readonly ImmutableArray<TimePattern> _fromDigits;

    private readonly FrozenSet<string> _known;

    private readonly FrozenSet<string> _words;

    /// <summary>Whether some list or pattern has the word as it stands.</summary>
    public bool HasWord(string word) => _words.Contains(word);

    public ImmutableArray<TimePattern> Patterns { get; }

    /// <summary>Whether some list or pattern has the word, alone or as a part of one with a hyphen.</summary>
    public bool Knows(string word) => _known.Contains(word);

    /// <summary>The patterns that may begin with a word, in the order of the file.</summary>
    public ImmutableArray<TimePattern> Starting(string form) =>
        _byFirst.TryGetValue(form, out var patterns) ? patterns
        : IsFromDigits(form) ? _fromDigits
        : [];

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
            .Distinct(StringComparer.Ordinal);

    /// <summary>Whether a slot begins at token <paramref name="i"/>: its value and length in tokens; the longest that fits.</summary>
    public bool Read(TimeSlot slot, ReadOnlySpan<string> forms, int i, out int value, out int length)
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
                length = 1;
                return form.Length == 4 && TryNumber(form, out value) && value is >= 1700 and <= 2199;
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
                length = 1;
                return TryFigures(form, out value);
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

    private bool TryFigures(string form, out int value)
    {
        value = 0;
        if (form.Length is < 8 or > 10 || form.Split('.', '/') is not [var a, var b, var c])
            return false;
        var yearFirst = a.Length == 4;
        if (yearFirst)
            (a, c) = (c, a);
        if (
            c.Length != 4
            || !TryNumber(a, out var day)
            || !TryNumber(b, out var month)
            || !TryNumber(c, out var year)
            || year is < 1700 or > 2199
        )
            return false;
        if (MonthFirst && !yearFirst)
        {
            // 5/6/2019 is one day here and another there.
            if (month <= 12 && day <= 12 && month != day)
                return false;
            if (month > 12)
                (month, day) = (day, month);
        }
        value = year * 10_000 + month * 100 + day;
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

    /// <summary>Reads a time.txt; a wrong line throws <see cref="PackException"/>.</summary>
    public static TimeLexicon Read(string file, IEnumerable<string> lines, Func<int, string, FrozenSet<string>> forms)
    {
        var values = new Dictionary<string, List<(ImmutableArray<FrozenSet<string>>, int)>>[(int)TimeSlot.Open + 1];
        for (var slot = 0; slot < values.Length; slot++)
            values[slot] = new(StringComparer.Ordinal);
        var patterns = ImmutableArray.CreateBuilder<TimePattern>();
        string? section = null;
        var number = 0;
        foreach (var raw in lines)
        {
            number++;
            var line = WordList.WithoutComment(raw);
            if (line.Length == 0)
                continue;
            if (line[0] == '[')
            {
                section = line.Trim('[', ']');
                if (
                    section != "pattern"
                    && !(Enum.TryParse<TimeSlot>(section, true, out var known) && known <= TimeSlot.Open)
                )
                    throw new PackException(
                        file,
                        number,
                        "expected [month], [weekday], [dayword], [unit], [number], [ordinal], [daypart], [decade], [season], [part], [minutes], [open] or [pattern]"
                    );
                continue;
            }
            if (section is null)
                throw new PackException(file, number, "expected a section header before the first line");
            if (section == "pattern")
            {
                patterns.Add(Pattern(file, number, line, forms));
                continue;
            }
            if (line.Split(" : ") is not [var phrase, var text])
                throw new PackException(file, number, "expected 'words : value'");
            var value =
                Value(section, text.Trim())
                ?? throw new PackException(file, number, $"expected a value for [{section}] after ':'");
            var words = WordList.Split(phrase).Select(word => forms(number, word)).ToArray();
            foreach (var first in words[0])
            {
                var list = values[(int)Enum.Parse<TimeSlot>(section, true)];
                if (!list.TryGetValue(first, out var entries))
                    list[first] = entries = [];
                entries.Add(([.. words.Skip(1)], value));
            }
        }
        return new(
            [
                .. values.Select(slot =>
                    slot.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal)
                ),
            ],
            patterns.ToImmutable()
        );
    }

    private static int? Value(string section, string text) =>
        section switch
        {
            "unit" => Array.IndexOf(Units, text) is >= 0 and var unit ? unit : null,
            "part" => Array.IndexOf(Parts, text) is >= 0 and var part ? part : null,
            "daypart" => Array.IndexOf(Dayparts, text) is >= 0 and var part ? part : null,
            "season" => Array.IndexOf(Seasons, text) is >= 0 and var season ? season : null,
            "open" => Array.IndexOf(Opens, text) is >= 0 and var open ? open : null,
            _ => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? value
                : null,
        };

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

    private static TimePattern Pattern(string file, int number, string line, Func<int, string, FrozenSet<string>> forms)
    {
        if (line.Split(" = ") is not [var left, var right])
            throw new PackException(file, number, "expected 'pattern = meaning'");
        var meaning = WordList.Split(right);
        var shift = 0;
        var unit =
            meaning.Length > 1
            && (meaning[0] == "daypart" ? Dayparts : Units).Contains(meaning[1], StringComparer.Ordinal)
                ? meaning[1]
                : null;
        var last = unit is null ? 1 : 2;
        if (
            !Enum.TryParse<TimeMeaning>(meaning[0], true, out var parsed)
            || meaning.Length > last + 1
            || meaning.Length > last
                && !int.TryParse(meaning[last], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out shift)
        )
            throw new PackException(
                file,
                number,
                $"expected one of {string.Join(", ", Enum.GetNames<TimeMeaning>()).ToLowerInvariant()}, with a unit where it names one, and a whole number where it shifts"
            );
        var elements = ImmutableArray.CreateBuilder<TimeElement>();
        foreach (var part in WordList.Split(left))
        {
            var optional = part[0] == '?';
            var word = optional ? part[1..] : part;
            var around = word is ['(', _, .., ')'];
            if (around)
                word = word[1..^1];
            if (word is ['{', .., '}'])
            {
                if (!Enum.TryParse<TimeSlot>(word[1..^1], true, out var slot))
                    throw new PackException(
                        file,
                        number,
                        $"expected one of {{{string.Join("}, {", Enum.GetNames<TimeSlot>()).ToLowerInvariant()}}} instead of {word}"
                    );
                elements.Add(new(slot, [], optional, around));
            }
            else
                elements.Add(new(null, forms(number, word), optional, around));
        }
        return new(elements.ToImmutable(), parsed, shift, unit, $"{file}:{number}");
    }
}
