using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Backchannel.Values;

namespace Backchannel.Languages;

/// <summary>Loads one language folder. Anything wrong throws <see cref="PackException"/> with the file and line.</summary>
internal static class PackReader
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The word lists of a pack, each with the sections that belong in it in any order.</summary>
    private static readonly string[] WordFiles =
    [
        "grammar.txt",
        "people.txt",
        "bodies.txt",
        "names.txt",
        "speech.txt",
        "contacts.txt",
        "bargain.txt",
        "pressure.txt",
        "position.txt",
        "status.txt",
        "noise.txt",
    ];

    /// <summary>Words and patterns of time: those of the common calendar, those of others and of holidays.</summary>
    private static readonly string[] TimeFiles = ["time.txt", "calendar.txt"];

    /// <summary>Only what tells the language: quick, for texts of other languages need no more of it.</summary>
    public static LanguageMark Mark(string folder)
    {
        var code = Path.GetFileName(folder);
        var words = new WordList(Paradigms(folder, code), Frames(folder, code));
        var settings = Settings(Path.Combine(folder, "pack.json"), $"{code}/pack.json");
        return new(
            settings,
            words.Read($"{code}/grammar.txt", Lines(folder, "grammar.txt")),
            settings.Segments ? Vocabulary(code, folder, words).Vocabulary.Keys : []
        );
    }

    public static LanguagePack Read(string folder, string worldFolder, bool withTagger)
    {
        var code = Path.GetFileName(folder);
        var settings = Settings(Path.Combine(folder, "pack.json"), $"{code}/pack.json");
        if (settings.Code != code)
            throw new PackException($"{code}/pack.json", 1, $"expected \"code\": \"{code}\", the name of the folder");
        var paradigms = Paradigms(folder, code);
        var frames = Frames(folder, code);
        var words = new WordList(paradigms, frames);
        var cues = ImmutableArray.CreateBuilder<Cue>();
        foreach (var file in WordFiles)
            cues.AddRange(words.Read($"{code}/{file}", Lines(folder, file)));
        var canonical = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(worldFolder, "*.txt").Order(StringComparer.Ordinal))
            cues.AddRange(
                WorldList.Read($"_world/{Path.GetFileName(path)}", File.ReadLines(path), words, code, canonical)
            );
        cues.AddRange(WorldList.Read($"{code}/states.txt", Lines(folder, "states.txt"), words, code, canonical));
        var times = TimeReader.Read(
            TimeFiles.Select(file => ($"{code}/{file}", Lines(folder, file))),
            (file, line, word) =>
                words.Cue(file, line, word.Replace('_', ' '), ["common"], []).Elements[0] is var element
                    ? element
                        .Forms.Concat(element.CasedForms.Select(form => Fold.Word(form)))
                        .ToFrozenSet(StringComparer.Ordinal)
                    : []
        );
        var (vocabulary, counts) = Vocabulary(code, folder, words);
        Tagger? tagger = null;
        var model = Path.Combine(folder, "tagger.bin");
        if (withTagger && File.Exists(model))
        {
            using var stream = File.OpenRead(model);
            try
            {
                tagger = Tagger.Load(stream);
            }
            catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
            {
                throw new PackException(
                    $"{code}/tagger.bin",
                    1,
                    $"expected a tagger model: {e.Message}; make it again with train-taggers"
                );
            }
        }
        // Forms that fold to one are told apart by nothing: what they tell must agree.
        var told = new Dictionary<string, Inflection?>(words.Inflections.Count, StringComparer.Ordinal);
        foreach (var (form, inflection) in words.Inflections)
        {
            var folded = Fold.Word(form);
            told[folded] = told.TryGetValue(folded, out var other) && other != inflection ? null : inflection;
        }
        var inflections = new Dictionary<string, Inflection>(told.Count, StringComparer.Ordinal);
        foreach (var (form, inflection) in told)
        {
            if (inflection is not null)
                inflections[form] = inflection;
        }
        var segmenter = settings.Segments ? SegmenterOf(settings, cues, times, counts) : null;
        var surnames = Path.Combine(worldFolder, "surnames.tsv");
        return new(settings, cues.ToImmutable(), frames, times, vocabulary, segmenter, inflections, tagger)
        {
            TranslatedSurnames = File.Exists(surnames)
                ? SurnameList.Read("_world/surnames.tsv", File.ReadLines(surnames), code)
                : FrozenDictionary<string, ImmutableArray<string>>.Empty,
        };
    }

    /// <summary>
    /// The words of vocabulary.txt and words.txt, and whether each is a name; how often each was counted, where a number tells. A line is words
    /// apart by spaces, or one word with its count, "name" or both behind it.
    /// </summary>
    private static (Dictionary<string, bool> Vocabulary, Dictionary<string, int> Counts) Vocabulary(
        string code,
        string folder,
        WordList list
    )
    {
        var vocabulary = new Dictionary<string, bool>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in Lines(folder, "vocabulary.txt").Concat(Lines(folder, "words.txt")))
        {
            var words = WordList.Split(WordList.WithoutComment(line));
            if (words.Length == 0)
                continue;
            if (words.Length > 1 && (words[^1] == "name" || char.IsAsciiDigit(words[1][0])))
            {
                var form = Fold.Word(words[0]);
                vocabulary.TryAdd(form, words[^1] == "name");
                if (int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                    counts.TryAdd(form, count);
                continue;
            }
            foreach (var form in words.SelectMany(Forms))
            {
                vocabulary.TryAdd(form, false);
                counts.TryAdd(form, WordList.HandCount);
            }
        }
        return (vocabulary, counts);

        IEnumerable<string> Forms(string word) =>
            word.Contains('~', StringComparison.Ordinal)
                ? list.Cue($"{code}/words.txt", 1, word, ["common"], []).Elements[0].Forms
                : [Fold.Word(word)];
    }

    private static Segmenter SegmenterOf(
        PackSettings settings,
        IEnumerable<Cue> cues,
        TimeLexicon times,
        Dictionary<string, int> counts
    )
    {
        var listed = cues.SelectMany(cue => cue.Elements.Select(element => (cue.Kind, element.Forms)))
            .SelectMany(pair => pair.Forms.Select(form => (pair.Kind, Form: form)))
            .ToList();
        return new(
            listed.Select(pair => pair.Form).Concat(times.Words()),
            listed
                .Where(pair => pair.Kind is not (CueKind.Given or CueKind.World or CueKind.Adjective or CueKind.Common))
                .Select(pair => pair.Form)
                .Concat(times.Words()),
            listed.Where(pair => pair.Kind == CueKind.Adjective).Select(pair => pair.Form),
            counts,
            settings
        );
    }

    private static IEnumerable<string> Lines(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? File.ReadLines(path) : [];
    }

    private static PackSettings Settings(string path, string name)
    {
        if (!File.Exists(path))
            throw new PackException(name, 1, "expected this file: it makes a folder a language pack");
        try
        {
            return JsonSerializer.Deserialize<PackSettings>(File.ReadAllText(path), Json)
                ?? throw new PackException(name, 1, "expected an object");
        }
        catch (JsonException e)
        {
            throw new PackException(
                name,
                (int)(e.LineNumber ?? 0) + 1,
                $"expected the fields of docs/languages.md: {e.Message}"
            );
        }
    }

    private static FrozenDictionary<string, ImmutableArray<Template>> Paradigms(string folder, string code)
    {
        var paradigms = new Dictionary<string, ImmutableArray<Template>>(StringComparer.Ordinal);
        foreach (var (number, name, rest) in Named(folder, code, "paradigms.txt"))
        {
            var words = WordList.Split(name);
            Inflection? inflection = null;
            if (words.Length > 2 || words.Length == 2 && !Inflection.ByName.TryGetValue(words[1], out inflection))
                throw new PackException(
                    $"{code}/paradigms.txt",
                    number,
                    $"expected a name, and behind it one of {string.Join(", ", Inflection.ByName.Keys.Order(StringComparer.Ordinal))} at most"
                );
            var templates = WordList
                .Split(rest)
                .Select(template => new Template(template, inflection))
                .ToImmutableArray();
            if (
                templates.IsEmpty
                || templates.Any(template => !template.Pattern.Contains('~', StringComparison.Ordinal))
            )
                throw new PackException(
                    $"{code}/paradigms.txt",
                    number,
                    "expected templates that each hold '~' for the stem"
                );
            // A paradigm named again goes on.
            paradigms[words[0]] = paradigms.TryGetValue(words[0], out var before)
                ? before.AddRange(templates)
                : templates;
        }
        return paradigms.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, Frame> Frames(string folder, string code)
    {
        var frames = new Dictionary<string, Frame>(StringComparer.Ordinal);
        foreach (var (number, name, rest) in Named(folder, code, "frames.txt"))
        {
            var slots = new Dictionary<string, Slot>(StringComparer.Ordinal);
            foreach (var part in WordList.Split(rest))
            {
                if (part[0] == '@')
                {
                    if (!frames.TryGetValue(part[1..], out var included))
                        throw new PackException(
                            $"{code}/frames.txt",
                            number,
                            $"expected a frame above this line instead of '{part}'"
                        );
                    foreach (var (marker, slot) in included.Slots)
                        slots[marker] = slot;
                    continue;
                }
                if (
                    part.Split('=') is not [var markers, var slotName]
                    || !Enum.TryParse<Slot>(slotName.Replace("-", "", StringComparison.Ordinal), true, out var parsed)
                )
                    throw new PackException(
                        $"{code}/frames.txt",
                        number,
                        $"expected marker=slot, the slot one of {string.Join(", ", Enum.GetNames<Slot>()).ToLowerInvariant()}, instead of '{part}'"
                    );
                foreach (var marker in markers.Split(','))
                    slots[Fold.Word(marker.Replace('+', ' '))] = parsed;
            }
            frames[name] = new(name, slots.ToFrozenDictionary(StringComparer.Ordinal));
        }
        return frames.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<(int Line, string Name, string Value)> Named(string folder, string code, string file)
    {
        var number = 0;
        foreach (var raw in Lines(folder, file))
        {
            number++;
            var line = WordList.WithoutComment(raw);
            if (line.Length == 0)
                continue;
            var colon = line.IndexOf(" : ", StringComparison.Ordinal);
            if (colon < 1)
                throw new PackException($"{code}/{file}", number, "expected 'name : ...'");
            yield return (number, line[..colon].Trim(), line[(colon + 3)..].Trim());
        }
    }
}
