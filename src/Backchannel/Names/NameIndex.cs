using System.Runtime.InteropServices;

namespace Backchannel.Names;

/// <summary>
/// Finds among many names those that a name in any script may be, without comparing it with each: words share an entry where their consonants are of
/// the same kinds. Holds numbers and no names; a name is known by its number, counted from 0 in the order of adding.
/// </summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, List<int>> _entries = new(StringComparer.Ordinal);

    /// <summary>How many entries each name stands in: one in many shares some with everybody.</summary>
    private readonly List<byte> _entriesOf = [];

    public int Count => _entriesOf.Count;

    /// <summary>Adds a name and says its number.</summary>
    public int Add(NameForm name)
    {
        var number = Count;
        var keys = Keys(name).ToHashSet(StringComparer.Ordinal);
        _entriesOf.Add((byte)Math.Min(keys.Count, byte.MaxValue));
        foreach (var key in keys)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, key, out _);
            entry ??= [];
            entry.Add(number);
        }
        return number;
    }

    /// <summary>The names most like one, the best first, equal ones in the order of adding; those that share nothing are not among them.</summary>
    /// <param name="name">The name asked for.</param>
    /// <param name="form">The form of a name by its number.</param>
    /// <param name="most">How many to give at most.</param>
    public List<(int Number, NameLikeness Likeness)> Search(NameForm name, Func<int, NameForm> form, int most) =>
        [
            .. Near(name)
                .Select(number => (Number: number, Likeness: NameMatch.Compare(name, form(number))))
                .OrderByDescending(pair => pair.Likeness.Score)
                .ThenBy(pair => pair.Number)
                .Take(most),
        ];

    /// <summary>The names that share most with one, not compared yet, the likeliest first.</summary>
    public List<int> Near(NameForm name)
    {
        var shared = new Dictionary<int, float>();
        var read = 0;
        // What few share says more, and costs less to read; what everybody shares is left to the other words.
        foreach (
            var entry in Keys(name)
                .Distinct(StringComparer.Ordinal)
                .Select(key => _entries.GetValueOrDefault(key))
                .OfType<List<int>>()
                .OrderBy(entry => entry.Count)
        )
        {
            if (read > 0 && read + entry.Count > MostRead)
                break;
            read += entry.Count;
            var weight = MathF.Log(1 + (float)Count / entry.Count);
            foreach (var number in entry)
                CollectionsMarshal.GetValueRefOrAddDefault(shared, number, out _) += weight;
        }
        return
        [
            .. shared
                .OrderByDescending(pair => pair.Value / (Few + _entriesOf[pair.Key]))
                .ThenBy(pair => pair.Key)
                .Take(Candidates)
                .Select(pair => pair.Key),
        ];
    }

    private const int Candidates = 150;

    private const int Few = 6;

    private const int MostRead = 30_000;

    private const int LongestKey = 4;

    /// <summary>
    /// An entry for each word and each two neighbours as one, in each way its doubtful letters may sound; for scripts without spaces, for each run of
    /// characters that may be a word.
    /// </summary>
    private static IEnumerable<string> Keys(NameForm name)
    {
        foreach (var word in name.Words)
        {
            if (word.Part == NamePart.Numeral)
                yield return word.Bare;
            else if (word.Part == NamePart.Word)
            {
                foreach (var key in Kinds(word.Sounds))
                    yield return key;
                foreach (var key in Runs(word))
                    yield return key;
            }
        }
        foreach (var joined in name.Joined.Where(joined => joined.Part == NamePart.Word))
        {
            foreach (var key in Kinds(joined.Sounds))
                yield return key;
        }
        if (name.Characters.IsEmpty)
            yield break;
        for (var language = 0; language < HanReadings.Languages.Length; language++)
        {
            var read = name
                .Characters.Select(character => HanReadings.Of(character, language).FirstOrDefault() ?? [])
                .ToList();
            for (var start = 0; start < read.Count; start++)
            {
                for (var length = 1; start + length <= read.Count; length++)
                {
                    foreach (var key in Kinds([.. read.Skip(start).Take(length).SelectMany(sounds => sounds)]))
                        yield return key;
                }
            }
        }
    }

    private static IEnumerable<string> Runs(NameWord word)
    {
        if (word.Writing is not (Writing.Han or Writing.Kana or Writing.Hangul))
            yield break;
        var text = word.Bare.Normalize(System.Text.NormalizationForm.FormC);
        for (var start = 0; start < text.Length; start++)
        {
            for (
                var length = 1;
                length <= LongestRun && start + length <= text.Length && length < text.Length;
                length++
            )
            {
                foreach (var key in Kinds(Spelling.Sounds(text.Substring(start, length), word.Writing)))
                    yield return key;
            }
        }
    }

    private const int LongestRun = 4;

    /// <summary>
    /// The kinds of a word's consonants, in the ways that its doubtful letters leave open: P lips, T teeth, S hissing, K throat, M nose, L liquid. A word
    /// without any is known by its first sound.
    /// </summary>
    private static List<string> Kinds(byte[] sounds)
    {
        var found = new List<string> { "" };
        foreach (var sound in sounds)
        {
            var kinds = Names.Sounds.Alphabet[sound] switch
            {
                'p' or 'b' or 'f' => "P",
                'v' => "P-",
                't' or 'd' => "T",
                'T' => "TS",
                's' or 'S' or 'z' or 'Z' or 'c' or 'C' => "S",
                'D' or 'Q' or 'H' or 'E' or 'X' => "SK",
                'J' => "SK-",
                'k' or 'g' or 'x' or 'q' => "K",
                'G' => "K-",
                'm' or 'n' or 'N' => "M",
                'l' or 'r' => "L",
                _ => "",
            };
            if (kinds == "")
                continue;
            var before = found.Count;
            for (var i = 0; i < before && found.Count <= MostWays; i++)
            {
                foreach (var other in kinds.Skip(1))
                    found.Add(With(found[i], other));
            }
            for (var i = 0; i < before; i++)
                found[i] = With(found[i], kinds[0]);
        }
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] == "" && sounds.Length > 0)
                found[i] = Names.Sounds.Alphabet[sounds[0]].ToString();
        }
        return found;

        string With(string key, char kind) =>
            kind == '-' || key.Length >= LongestKey || key.Length > 0 && key[^1] == kind ? key : key + kind;
    }

    private const int MostWays = 8;
}
