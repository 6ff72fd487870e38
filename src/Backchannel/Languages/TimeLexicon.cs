using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Backchannel.Languages;

/// <summary>The kinds of words that times are made of; the names are the section names of a pack's time.txt.</summary>
internal enum TimeSlot
{
    Month,
    Weekday,

    /// <summary>Days counted from the anchor: "yesterday" is -1.</summary>
    Dayword,

    /// <summary>day, week, month, year, decade.</summary>
    Unit,
    Number,
    Season,

    /// <summary>early, mid, late.</summary>
    Part,

    /// <summary>A word that opens the interval of the time behind it: from, to, before, after.</summary>
    Open,

    // Read from digits, not from lists.
    Day,
    Year,
    Digits,
}

/// <summary>What a time pattern means; a closed set, each with its arithmetic in Moments.</summary>
internal enum TimeMeaning
{
    Date,
    Range,
    Month,
    Year,
    MonthDay,
    Weekday,

    /// <summary>A weekday of the calendar week so many weeks from the anchor's.</summary>
    WeekdayOf,
    Dayword,
    Unit,
    Ago,
    Ahead,
    Past,
    Coming,
    Part,
    Season,
    Same,
}

internal sealed record TimeElement(TimeSlot? Slot, FrozenSet<string> Forms, bool Optional);

internal sealed record TimePattern(ImmutableArray<TimeElement> Elements, TimeMeaning Meaning, int Shift, string Source);

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
        Starts = patterns
            .Select(Start)
            .Where(start => start is not null)
            .SelectMany(start => start!)
            .ToFrozenSet(StringComparer.Ordinal);
        AlwaysTried = [.. patterns.Where(pattern => Start(pattern) is null)];
        ByFirstWord = patterns
            .Where(pattern => Start(pattern) is not null)
            .SelectMany(pattern => Start(pattern)!.Select(form => (form, pattern)))
            .GroupBy(pair => pair.form, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.Select(pair => pair.pattern).ToImmutableArray(),
                StringComparer.Ordinal
            );
    }

    public ImmutableArray<TimePattern> Patterns { get; }

    private FrozenSet<string> Starts { get; }

    /// <summary>Patterns that begin with a slot.</summary>
    public ImmutableArray<TimePattern> AlwaysTried { get; }

    public FrozenDictionary<string, ImmutableArray<TimePattern>> ByFirstWord { get; }

    /// <summary>The first words a pattern may begin with, or null where it may begin with a slot.</summary>
    private static IEnumerable<string>? Start(TimePattern pattern)
    {
        var forms = new List<string>();
        foreach (var element in pattern.Elements)
        {
            if (element.Slot is not null)
                return null;
            forms.AddRange(element.Forms);
            if (!element.Optional)
                return forms;
        }
        return null;
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
                return form.Length == 4 && TryNumber(form, out value) && value is >= 1800 and <= 2199;
            case TimeSlot.Digits:
                length = 1;
                return form.Length <= 3 && TryNumber(form, out value);
            case TimeSlot.Number when char.IsDigit(form[0]):
                length = 1;
                return form.Length <= 3 && TryNumber(form, out value);
        }
        if (!_values[(int)slot].TryGetValue(form, out var candidates))
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
                        "expected [month], [weekday], [dayword], [unit], [number], [season], [part], [open] or [pattern]"
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
            "season" => Array.IndexOf(Seasons, text) is >= 0 and var season ? season : null,
            "open" => Array.IndexOf(Opens, text) is >= 0 and var open ? open : null,
            _ => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? value
                : null,
        };

    internal static readonly string[] Units = ["day", "week", "month", "year", "decade"];
    internal static readonly string[] Parts = ["early", "mid", "late"];
    internal static readonly string[] Seasons = ["spring", "summer", "autumn", "winter"];
    internal static readonly string[] Opens = ["from", "to", "before", "after", "since"];

    private static TimePattern Pattern(string file, int number, string line, Func<int, string, FrozenSet<string>> forms)
    {
        if (line.Split(" = ") is not [var left, var right])
            throw new PackException(file, number, "expected 'pattern = meaning'");
        var meaning = WordList.Split(right);
        var shift = 0;
        if (
            !Enum.TryParse<TimeMeaning>(meaning[0], true, out var parsed)
            || meaning.Length > 1
                && !int.TryParse(meaning[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out shift)
        )
            throw new PackException(
                file,
                number,
                $"expected one of {string.Join(", ", Enum.GetNames<TimeMeaning>()).ToLowerInvariant()}, with a whole number where it shifts"
            );
        var elements = ImmutableArray.CreateBuilder<TimeElement>();
        foreach (var part in WordList.Split(left))
        {
            var optional = part[0] == '?';
            var word = optional ? part[1..] : part;
            if (word is ['{', .., '}'])
            {
                if (!Enum.TryParse<TimeSlot>(word[1..^1], true, out var slot))
                    throw new PackException(
                        file,
                        number,
                        $"expected one of {{{string.Join("}, {", Enum.GetNames<TimeSlot>()).ToLowerInvariant()}}} instead of {word}"
                    );
                elements.Add(new(slot, [], optional));
            }
            else
                elements.Add(new(null, forms(number, word), optional));
        }
        return new(elements.ToImmutable(), parsed, shift, $"{file}:{number}");
    }
}
