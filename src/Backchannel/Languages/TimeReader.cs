using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Backchannel.Languages;

/// <summary>Reads the words and patterns of times of a pack; see docs/languages.md for the notation.</summary>
internal static class TimeReader
{
    /// <summary>Reads time.txt and what goes on with it; a wrong line throws <see cref="PackException"/>.</summary>
    /// <param name="files">Names and lines.</param>
    /// <param name="forms">The forms of a word, by file, line and word.</param>
    public static TimeLexicon Read(
        IEnumerable<(string File, IEnumerable<string> Lines)> files,
        Func<string, int, string, FrozenSet<string>> forms
    )
    {
        var values = new Dictionary<string, List<(ImmutableArray<FrozenSet<string>>, int)>>[(int)TimeSlot.Open + 1];
        for (var slot = 0; slot < values.Length; slot++)
            values[slot] = new(StringComparer.Ordinal);
        var patterns = ImmutableArray.CreateBuilder<TimePattern>();
        var holidays = ImmutableArray.CreateBuilder<Holiday>();
        foreach (var (file, lines) in files)
        {
            Section? section = null;
            var number = 0;
            foreach (var raw in lines)
            {
                number++;
                var line = WordList.WithoutComment(raw);
                if (line.Length == 0)
                    continue;
                if (line[0] == '[')
                {
                    section = SectionOf(file, number, line);
                    continue;
                }
                if (section is not { } within)
                    throw new PackException(file, number, "expected a section header before the first line");
                if (within.Slot is not { } list)
                {
                    patterns.Add(Pattern(file, number, line, word => forms(file, number, word)));
                    continue;
                }
                string phrase,
                    text;
                if (list == TimeSlot.Equals)
                    (phrase, text) = (line, "0");
                else if (line.Split(" : ") is [var left, var right])
                    (phrase, text) = (left, right.Trim());
                else
                    throw new PackException(file, number, "expected 'words : value'");
                var value =
                    Value(within, text, holidays)
                    ?? throw new PackException(
                        file,
                        number,
                        $"expected a value for [{list.ToString().ToLowerInvariant()}] after ':'"
                    );
                var words = WordList.Split(phrase).Select(word => forms(file, number, word)).ToArray();
                foreach (var first in words[0])
                {
                    if (!values[(int)list].TryGetValue(first, out var entries))
                        values[(int)list][first] = entries = [];
                    entries.Add(([.. words.Skip(1)], value));
                }
            }
        }
        return new(
            [
                .. values.Select(slot =>
                    slot.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal)
                ),
            ],
            patterns.ToImmutable(),
            holidays.ToImmutable()
        );
    }

    /// <param name="Slot">The list; null for patterns.</param>
    private readonly record struct Section(TimeSlot? Slot, CalendarSystem Calendar, bool Weak);

    /// <summary>"[month]", "[month hijri]", "[month hijri weak]", "[pattern]".</summary>
    private static Section SectionOf(string file, int number, string line)
    {
        var words = WordList.Split(line.Trim('[', ']'));
        if (words is ["pattern"])
            return default;
        var weak = words is [.., "weak"];
        var calendar = words is [_, var name, ..] ? Array.IndexOf(Holiday.Calendars, name) : 0;
        if (
            words.Length > (weak ? 3 : 2)
            || calendar < 0
            || !Enum.TryParse<TimeSlot>(words[0], true, out var slot)
            || slot > TimeSlot.Open
            || words.Length > 1 && slot is not (TimeSlot.Month or TimeSlot.DayName)
        )
            throw new PackException(
                file,
                number,
                "expected [month], [weekday], [dayword], [unit], [number], [ordinal], [daypart], [decade], [season], [part], [minutes], [holiday], [era], [equals], [dayname], [open] or [pattern]; a month and the name of a day with the calendar it is of, and weak"
            );
        return new(slot, (CalendarSystem)calendar, weak);
    }

    private static int? Value(Section section, string text, ImmutableArray<Holiday>.Builder holidays)
    {
        switch (section.Slot)
        {
            case TimeSlot.Unit:
                return Place(TimeLexicon.Units);
            case TimeSlot.Part:
                return Place(TimeLexicon.Parts);
            case TimeSlot.Daypart:
                return Place(TimeLexicon.Dayparts);
            case TimeSlot.Season:
                return Place(TimeLexicon.Seasons);
            case TimeSlot.Open:
                return Place(TimeLexicon.Opens);
            case TimeSlot.Era:
                return Place(Holiday.Calendars) ?? (Number() is { } years ? TimeLexicon.EraOffset + years : null);
            case TimeSlot.Month or TimeSlot.DayName:
                return Number() is { } month ? CalendarMonth.Of(section.Calendar, month, section.Weak) : null;
            case TimeSlot.Holiday when Holiday.Parse(text) is { } holiday:
                holidays.Add(holiday);
                return holidays.Count - 1;
            case TimeSlot.Holiday:
                return null;
            default:
                return Number();
        }

        int? Place(string[] names) => Array.IndexOf(names, text) is >= 0 and var place ? place : null;

        int? Number() =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? value
                : null;
    }

    private static TimePattern Pattern(string file, int number, string line, Func<string, FrozenSet<string>> forms)
    {
        if (line.Split(" = ") is not [var left, var right])
            throw new PackException(file, number, "expected 'pattern = meaning'");
        var meaning = WordList.Split(right);
        var shift = 0;
        var unit =
            meaning.Length > 1
            && (meaning[0] == "daypart" ? TimeLexicon.Dayparts : TimeLexicon.Units).Contains(
                meaning[1],
                StringComparer.Ordinal
            )
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
            if (part.Split('+') is [{ Length: > 0 } first, { Length: > 0 } second])
            {
                elements.Add(Element(first) with { Joined = true });
                elements.Add(Element(second));
            }
            else
                elements.Add(Element(part));
        }
        return new(elements.ToImmutable(), parsed, shift, unit, $"{file}:{number}");

        TimeElement Element(string part)
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
                return new(slot, [], optional, around);
            }
            return new(null, forms(word), optional, around);
        }
    }
}
