using System.Collections.Frozen;
using System.Collections.Immutable;
using Backchannel.Values;

namespace Backchannel.Languages;

/// <summary>
/// Reads a pack's word lists. A list is lines of <c>phrase : attributes</c> under section headers <c>[kind attributes]</c>; attributes of
/// the header hold for every line below it, and a line's own come on top. '#' begins a comment.
/// </summary>
/// <remarks>
/// A phrase is words separated by spaces. A word may be alternatives <c>a|b</c>, an inflected stem <c>stem~paradigm</c>, optional <c>?word</c>,
/// the head <c>*word</c>, or a gap: <c>..</c> of up to three words, <c>.+</c> of one to three,
/// <c>...</c> of up to twelve. A form with a capital letter matches only as written (or all in capitals).
/// </remarks>
internal sealed class WordList(
    IReadOnlyDictionary<string, ImmutableArray<Template>> paradigms,
    IReadOnlyDictionary<string, Frame> frames
)
{
    /// <summary>What the endings of the verbs read so far tell; null where two verbs disagree about a form.</summary>
    public Dictionary<string, Inflection?> Inflections { get; } = new(StringComparer.Ordinal);

    /// <summary>The count of a word that somebody added by hand to words.txt.</summary>
    public const int HandCount = 20;

    private static readonly FrozenDictionary<string, CueKind> Kinds = Enum.GetValues<CueKind>()
        .ToFrozenDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public IEnumerable<Cue> Read(string file, IEnumerable<string> lines)
    {
        string[] section = [];
        var number = 0;
        foreach (var raw in lines)
        {
            number++;
            var line = WithoutComment(raw);
            if (line.Length == 0)
                continue;
            if (line[0] == '[')
            {
                if (line[^1] != ']')
                    throw new PackException(file, number, "expected ']' at the end of a section header");
                section = Split(line[1..^1]);
                if (section.Length == 0 || !Kinds.ContainsKey(section[0]))
                    throw new PackException(
                        file,
                        number,
                        $"expected one of the section kinds {string.Join(", ", Kinds.Keys.Order(StringComparer.Ordinal))}"
                    );
                continue;
            }
            if (section.Length == 0)
                throw new PackException(
                    file,
                    number,
                    "expected a section header such as [say asserts] before the first line"
                );
            var colon = line.IndexOf(" :", StringComparison.Ordinal);
            var phrase = colon < 0 ? line : line[..colon].Trim();
            var own = colon < 0 ? [] : Split(line[(colon + 2)..]);
            yield return Cue(file, number, phrase, section, own);
        }
    }

    public Cue Cue(string file, int line, string phrase, ReadOnlySpan<string> section, ReadOnlySpan<string> own)
    {
        var (elements, head) = Elements(file, line, phrase);
        var cue = new Cue
        {
            Kind = Kinds[section[0]],
            Source = $"{file}:{line}",
            Pattern = phrase,
            Elements = elements,
            Head = head,
        };
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in section[1..])
            cue = With(cue, attribute, tags, file, line);
        foreach (var attribute in own)
            cue = With(cue, attribute, tags, file, line);
        if (cue.Kind is CueKind.Trigger && (cue.Type is null || cue.Frame is null))
            throw new PackException(file, line, "expected a trigger to have type=... and frame=...");
        return cue with { Tags = tags.ToFrozenSet(StringComparer.Ordinal) };
    }

    private Cue With(Cue cue, string attribute, HashSet<string> tags, string file, int line)
    {
        var equals = attribute.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            if (Enum.TryParse<WordClass>(attribute, true, out var wordClass))
                return cue with { Class = wordClass };
            tags.Add(attribute);
            return cue;
        }
        var (key, value) = (attribute[..equals], attribute[(equals + 1)..]);
        return key switch
        {
            "type" => cue with
            {
                Type =
                    ContentType.Named(value) ?? throw Expected("a content type of product.md with hyphens for spaces"),
            },
            "frame" => cue with { Frame = frames.GetValueOrDefault(value) ?? throw Expected("a frame of frames.txt") },
            "stance" => cue with { Stance = One<Stance>() },
            "status" => cue with { Status = One<Status>() },
            "channel" => cue with { Channel = One<Channel>() },
            "as" => cue with { ActorType = One<ActorType>() },
            "state" => cue with { State = value },
            "key" => cue with { Key = value },
            "name" => cue with { Name = value.Replace('_', ' ') },
            _ => throw Expected("type=, frame=, stance=, status=, channel=, as=, state=, key= or name="),
        };

        T One<T>()
            where T : struct, Enum =>
            System.Enum.TryParse<T>(value.Replace("-", "", StringComparison.Ordinal), true, out var parsed)
                ? parsed
                : throw Expected($"one of {string.Join(", ", System.Enum.GetNames<T>()).ToLowerInvariant()}");

        PackException Expected(string what) => new(file, line, $"expected {what} in '{attribute}'");
    }

    private (ImmutableArray<Element> Elements, int Head) Elements(string file, int line, string phrase)
    {
        var elements = ImmutableArray.CreateBuilder<Element>();
        var head = 0;
        foreach (var part in Split(phrase))
        {
            if (part is ".." or ".+" or "...")
            {
                elements.Add(
                    new(
                        [],
                        [],
                        Optional: false,
                        Gap: true,
                        LeastGap: part == ".+" ? 1 : 0,
                        MostGap: part == "..." ? 12 : 3
                    )
                );
                continue;
            }
            var word = part;
            var optional = word.StartsWith('?');
            if (optional)
                word = word[1..];
            if (word.StartsWith('*'))
            {
                word = word[1..];
                head = elements.Count;
            }
            var forms = new HashSet<string>(StringComparer.Ordinal);
            var cased = new HashSet<string>(StringComparer.Ordinal);
            var endings = ImmutableArray.CreateBuilder<string>();
            foreach (var alternative in word.Split('|'))
            {
                // "%angaben": the end of a longer word.
                if (alternative.StartsWith('%'))
                {
                    if (elements.Count == 0)
                        throw new PackException(file, line, "expected a whole word first, '%' only behind it");
                    endings.Add(Fold.Word(alternative.TrimStart('%')));
                    continue;
                }
                // "=word": only as written, without folding.
                if (alternative.StartsWith('='))
                {
                    cased.Add(alternative[1..]);
                    continue;
                }
                var (folded, written) = Expanded(alternative, file, line);
                forms.UnionWith(folded);
                cased.UnionWith(written);
            }
            if (forms.Count + cased.Count + endings.Count == 0)
                throw new PackException(file, line, "expected a word");
            elements.Add(new(forms, cased, optional, Gap: false) { Endings = endings.ToImmutable() });
        }
        if (elements.Count == 0 || elements.All(element => element.Optional || element.Gap) || elements[0].Gap)
            throw new PackException(
                file,
                line,
                "expected a phrase that begins with a word and has one that is not optional"
            );
        return (elements.ToImmutable(), head);
    }

    /// <summary>The same verb stands in many lines, and some have a hundred forms.</summary>
    private readonly Dictionary<string, (string[] Folded, string[] Cased)> _expanded = new(StringComparer.Ordinal);

    private (string[] Folded, string[] Cased) Expanded(string alternative, string file, int line)
    {
        if (_expanded.TryGetValue(alternative, out var known))
            return known;
        var folded = new List<string>();
        var cased = new List<string>();
        foreach (var form in Forms(alternative, file, line))
        {
            if (form.Any(char.IsUpper))
            {
                cased.Add(form);
                cased.Add(form.ToUpperInvariant());
            }
            else
                folded.Add(Fold.Word(form));
        }
        return _expanded[alternative] = ([.. folded], [.. cased]);
    }

    private IEnumerable<string> Forms(string alternative, string file, int line)
    {
        var tilde = alternative.IndexOf('~', StringComparison.Ordinal);
        if (tilde < 0)
            return alternative.Length == 0 ? [] : [alternative.Replace('_', ' ')];
        var (stem, name) = (alternative[..tilde], alternative[(tilde + 1)..]);
        if (!paradigms.TryGetValue(name, out var templates))
            throw new PackException(file, line, $"expected a paradigm of paradigms.txt after '~' in '{alternative}'");
        return templates.Select(template =>
        {
            var form = template.Pattern.Replace("~", stem, StringComparison.Ordinal);
            if (template.Inflection is { } inflection)
                Inflections[form] =
                    Inflections.TryGetValue(form, out var other) && other != inflection ? null : inflection;
            return form;
        });
    }

    internal static string WithoutComment(string line)
    {
        var hash = line.IndexOf('#', StringComparison.Ordinal);
        return (hash < 0 ? line : line[..hash]).Trim();
    }

    internal static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
