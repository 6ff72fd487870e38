using System.Collections.Frozen;

namespace Backchannel.Languages;

/// <summary>
/// Reads the lists of states, bodies, agencies and outlets. A line is <c>key attributes | names | label: names | ...</c>; names are phrases of
/// <see cref="WordList"/> separated by commas, with '/' between alternatives of a word. In the shared lists of <c>_world</c> a label is a
/// language code; in a pack's <c>states.txt</c> it is adj (the state's adjective) or people.
/// </summary>
internal static class WorldList
{
    /// <param name="words">Reads the phrases, with the pack's paradigms.</param>
    /// <param name="code">The language whose names are wanted beside those without a label.</param>
    /// <param name="canonical">English names by key: filled from the shared lists, looked up by a pack's own.</param>
    public static IEnumerable<Cue> Read(
        string file,
        IEnumerable<string> lines,
        WordList words,
        string code,
        Dictionary<string, string> canonical
    )
    {
        string? kind = null;
        var number = 0;
        foreach (var raw in lines)
        {
            number++;
            var line = WordList.WithoutComment(raw);
            if (line.Length == 0)
                continue;
            if (line[0] == '[')
            {
                kind = line.Trim('[', ']');
                if (!Types.ContainsKey(kind))
                    throw new PackException(file, number, $"expected one of [{string.Join("], [", Types.Keys)}]");
                continue;
            }
            if (kind is null)
                throw new PackException(
                    file,
                    number,
                    "expected a section header such as [agency] before the first line"
                );
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            if (parts.Length < 2)
                throw new PackException(file, number, "expected 'key attributes | names'");
            var head = WordList.Split(parts[0]);
            var key = $"{kind}:{head[0]}";
            var state = kind is "state" or "capital" ? head[0] : head.Skip(1).FirstOrDefault(IsStateCode);
            var tags = head.Skip(1).Where(attribute => !IsStateCode(attribute)).ToArray();
            if (!canonical.TryGetValue(key, out var name))
            {
                var english = parts.Skip(1).Select(Label).FirstOrDefault(part => part.Label is "en" or "").Names;
                if (string.IsNullOrEmpty(english))
                    throw new PackException(file, number, $"expected an English name for {key} here or in _world");
                canonical[key] = name = Plain(english.Split(',')[0].Trim());
            }
            foreach (var part in parts.Skip(1))
            {
                var (label, names) = Label(part);
                if (label.Length == 2 && label != code)
                    continue;
                foreach (
                    var phrase in names.Split(
                        ',',
                        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                    )
                )
                {
                    var cue = words.Cue(
                        file,
                        number,
                        phrase.Replace('/', '|'),
                        [label == "adj" ? "adjective" : "world"],
                        tags
                    );
                    yield return cue with
                    {
                        ActorType = Types[kind],
                        Key = key,
                        State = state,
                        Name = name,
                        Tags = label.Length > 2 ? cue.Tags.Append(label).ToFrozenSet(StringComparer.Ordinal) : cue.Tags,
                    };
                }
            }
        }
    }

    private static readonly FrozenDictionary<string, ActorType> Types = new Dictionary<string, ActorType>(
        StringComparer.Ordinal
    )
    {
        ["state"] = ActorType.State,
        ["body"] = ActorType.Body,
        ["agency"] = ActorType.Agency,
        ["outlet"] = ActorType.Outlet,
        ["group"] = ActorType.Group,
        ["place"] = ActorType.Place,
        ["capital"] = ActorType.Place,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static bool IsStateCode(string text) => text.Length == 2 && text.All(char.IsAsciiLetterUpper);

    private static string Plain(string phrase) =>
        string.Join(' ', WordList.Split(phrase).Select(word => word.Split('/', '~')[0].TrimStart('?')));

    private static (string Label, string Names) Label(string part)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and < 9 ? (part[..colon].Trim(), part[(colon + 1)..]) : ("", part);
    }
}
