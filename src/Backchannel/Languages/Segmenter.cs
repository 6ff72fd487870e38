using System.Collections.Frozen;

namespace Backchannel.Languages;

/// <summary>
/// Cuts a run of letters that is written without spaces into words: the likeliest way by how often each word was counted in the treebanks,
/// with the pack's own words, names built of a surname and one or two characters, and names spelled by sound. Whole numbers only, so that
/// the same text is cut alike on every machine.
/// </summary>
internal sealed class Segmenter
{
    /// <summary>A stretch of the run: where it begins and ends in the text, and whether it was put together as a name.</summary>
    public readonly record struct Word(int Start, int End, bool IsName);

    /// <summary>Costs are 256 times the natural logarithm of how rarely a word is met, counted as if in this many words.</summary>
    private const double Words = 300_000;

    private const int Longest = 16;

    /// <summary>The count that a word of the pack's lists has at least, by whether it is one character or more.</summary>
    private const int ListedCount = 20;
    private const int ListedLetterCount = 20;

    /// <summary>A single character counted this often is a word of its own and no part of a name or of an unknown word.</summary>
    private const int OwnWordCount = 60;

    private static readonly int UnknownLetter = Cost(0.02);
    private static readonly int UnknownPair = Cost(0.1);
    private static readonly int StateLetter = Cost(2000);
    private static readonly int GivenOne = Cost(0.12);
    private static readonly int GivenTwo = Cost(0.1);
    private const int OtherWord = 1024;
    private static readonly int SoundedFirst = Cost(300);
    private const int SoundedLetter = 560;
    private const int SoundedWeak = 256;
    private const int SoundedWord = 1280;

    private readonly Dictionary<string, int> _costs;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly FrozenDictionary<char, int> _longest;
    private readonly FrozenSet<char> _own;
    private readonly FrozenSet<string> _surnames;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _surnameLookup;
    private readonly FrozenSet<char> _states;
    private readonly FrozenSet<char> _sounded;
    private readonly FrozenSet<char> _soundedWeak;

    /// <param name="listed">Every word of the pack's lists.</param>
    /// <param name="letters">Those of one character that stand for themselves: grammar, times, triggers.</param>
    /// <param name="states">Those that stand for states and are written in pairs: 俄美.</param>
    /// <param name="counted">Words of the treebanks with their counts.</param>
    public Segmenter(
        IEnumerable<string> listed,
        IEnumerable<string> letters,
        IEnumerable<string> states,
        IEnumerable<KeyValuePair<string, int>> counted,
        PackSettings settings
    )
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, count) in counted)
            counts[word] = count;
        var own = letters.Where(word => word.Length == 1).Select(word => word[0]).ToHashSet();
        foreach (var (word, count) in counts)
        {
            if (word.Length == 1 && count >= OwnWordCount)
                own.Add(word[0]);
        }
        foreach (var word in listed)
        {
            if (word.Length > 0 && word.All(IsSegmented))
                counts[word] = Math.Max(
                    counts.GetValueOrDefault(word),
                    word.Length == 1 ? ListedLetterCount : ListedCount
                );
        }
        _costs = counts.ToDictionary(pair => pair.Key, pair => Cost(pair.Value), StringComparer.Ordinal);
        _lookup = _costs.GetAlternateLookup<ReadOnlySpan<char>>();
        var longest = new Dictionary<char, int>();
        foreach (var word in counts.Keys)
            longest[word[0]] = Math.Max(longest.GetValueOrDefault(word[0]), Math.Min(word.Length, Longest));
        _longest = longest.ToFrozenDictionary();
        _surnames = settings
            .Surnames.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal);
        _surnameLookup = _surnames.GetAlternateLookup<ReadOnlySpan<char>>();
        _states = states.Where(word => word.Length == 1).Select(word => word[0]).ToFrozenSet();
        _sounded = settings.SoundLetters.ToFrozenSet();
        _soundedWeak = settings.WeakSoundLetters.ToFrozenSet();
        own.ExceptWith(settings.SoundLetters);
        own.ExceptWith(settings.GivenLetters);
        _own = own.ToFrozenSet();
    }

    /// <summary>Whether a character belongs to a script that is cut: Han.</summary>
    public static bool IsSegmented(char c) => c is (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    /// <summary>The mark between the parts of a foreign name.</summary>
    public static bool IsNameDot(char c) => c is '·' or '‧' or '・' or '•';

    private static int Cost(double count) => (int)Math.Round(Math.Log(Words / (count + 0.01)) * 256);

    /// <summary>Cuts text from <paramref name="start"/> up to <paramref name="end"/>: characters to be segmented, and dots between them.</summary>
    public List<Word> Cut(string text, int start, int end)
    {
        var length = end - start;
        var best = new int[length + 1];
        var from = new int[length + 1];
        var named = new bool[length + 1];
        Array.Fill(best, int.MaxValue, 1, length);
        for (var i = 0; i < length; i++)
        {
            if (best[i] == int.MaxValue)
                continue;
            var c = text[start + i];
            Offer(i, 1, IsNameDot(c) ? 0 : UnknownLetter, false);
            if (_longest.TryGetValue(c, out var most))
            {
                for (var n = 1; n <= most && i + n <= length; n++)
                {
                    if (_lookup.TryGetValue(text.AsSpan(start + i, n), out var cost))
                        Offer(i, n, cost, false);
                }
            }
            if (
                _states.Contains(c)
                && (
                    i + 1 < length && _states.Contains(text[start + i + 1])
                    || i > 0 && from[i] == i - 1 && _states.Contains(text[start + i - 1])
                )
            )
                Offer(i, 1, StateLetter, false);
            if (i + 2 <= length && IsOrdinary(text[start + i]) && IsOrdinary(text[start + i + 1]))
                Offer(i, 2, UnknownPair, false);
            Surname(i, 1);
            Surname(i, 2);
            Sounded(i);
        }
        var words = new List<Word>();
        for (var i = length; i > 0; i = from[i])
            words.Add(new(start + from[i], start + i, named[i]));
        words.Reverse();
        return words;

        void Offer(int at, int n, int cost, bool isName)
        {
            var whole = best[at] + cost;
            if (whole < best[at + n])
                (best[at + n], from[at + n], named[at + n]) = (whole, at, isName);
        }

        void Surname(int at, int n)
        {
            if (at + n >= length || !_surnameLookup.Contains(text.AsSpan(start + at, n)))
                return;
            var more = n == 2 ? -512 : 0;
            if (!IsOrdinary(text[start + at + n]))
                return;
            Offer(at, n + 1, GivenOne + more, true);
            if (at + n + 2 > length || !IsOrdinary(text[start + at + n + 1]))
                return;
            // 任何单, 边制裁: letters that make a word of their own are less likely a name.
            if (_lookup.ContainsKey(text.AsSpan(start + at, n + 1)))
                more += OtherWord;
            if (_lookup.ContainsKey(text.AsSpan(start + at + n, 2)))
                more += OtherWord;
            Offer(at, n + 2, GivenTwo + more, true);
        }

        // A name spelled by sound, of one part or of several with dots between.
        void Sounded(int at)
        {
            // 理查德·格雷内尔: any letters may stand before a dot that is near.
            var dot = 1;
            while (dot < 6 && at + dot < length && IsOrdinary(text[start + at + dot]))
                dot++;
            var dotted =
                dot < 6 && at + dot < length && IsNameDot(text[start + at + dot]) && IsOrdinary(text[start + at]);
            int strong = 0,
                letters = 0,
                weak = 0,
                dots = 0,
                last = 0;
            for (var n = 0; at + n < length && n < 30; n++)
            {
                var c = text[start + at + n];
                if (IsNameDot(c))
                {
                    if (n == 0 || IsNameDot(text[start + at + n - 1]))
                        return;
                    dots++;
                    last = n;
                    continue;
                }
                if (_sounded.Contains(c))
                    strong++;
                else if (_soundedWeak.Contains(c) || dots > 0 && n - last <= 2 && IsOrdinary(c))
                    weak +=
                        _own.Contains(c) && dots == 0 ? SoundedWord
                        : dots > 0 ? 0
                        : SoundedWeak;
                else if (dotted && n < dot)
                    weak += SoundedWord;
                else
                    return;
                letters++;
                if (letters - dots * 4 > 8)
                    return;
                if (letters >= 2 && (dots > 0 || strong >= (letters == 2 ? 2 : letters / 3)))
                    Offer(at, n + 1, SoundedFirst + letters * (dots > 0 ? 300 : SoundedLetter) + weak, true);
            }
        }
    }

    private bool IsOrdinary(char c) => !_own.Contains(c) && !IsNameDot(c);
}
