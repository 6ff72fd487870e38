using System.Collections.Immutable;
using Backchannel.Languages;
using Backchannel.Values;

namespace Backchannel.Understanding.Figures;

/// <summary>The words of a name made comparable inside one document: bare, without particles of titles, with uninflected alternatives.</summary>
internal sealed record NameKey(ImmutableArray<string> Words)
{
    public static NameKey Of(IEnumerable<string> words) =>
        new([
            .. words
                .Select(Fold.Bare)
                .SelectMany(word => word.Split(['-', '·', '‧', '・', '•'], StringSplitOptions.RemoveEmptyEntries))
                .Where(word => word.Length > 0 && char.IsLetterOrDigit(word[0])),
        ]);

    public string Last => Words.Length == 0 ? "" : Words[^1];

    public string Joined => string.Join(' ', Words);

    public string Initials => string.Concat(Words.Select(word => word[0]));

    /// <summary>Whether every word of this name is, in order, a word of the other, allowing the pack's endings.</summary>
    public bool IsPartOf(NameKey other, LanguagePack pack)
    {
        if (Words.Length == 0 || Words.Length > other.Words.Length)
            return false;
        var at = 0;
        foreach (var word in Words)
        {
            while (at < other.Words.Length && !SameWord(word, other.Words[at], pack))
                at++;
            if (at == other.Words.Length)
                return false;
            at++;
        }
        return true;
    }

    /// <summary>The same word, or one is the other with an ending of the language.</summary>
    public static bool SameWord(string a, string b, LanguagePack pack)
    {
        if (a == b)
            return true;
        if (a.Length < 3 || b.Length < 3)
            return false;
        foreach (var ending in pack.Settings.NameEndings)
        {
            var cut = ending.IndexOf('>', StringComparison.Ordinal);
            var (tail, instead) = cut < 0 ? (ending, "") : (ending[..cut], ending[(cut + 1)..]);
            if (Replaced(a, tail, instead) == b || Replaced(b, tail, instead) == a)
                return true;
        }
        return OneSlip(a, b);
    }

    private static string? Replaced(string word, string tail, string instead)
    {
        tail = Fold.Bare(tail);
        return word.Length > tail.Length + 2 && word.EndsWith(tail, StringComparison.Ordinal)
            ? word[..^tail.Length] + Fold.Bare(instead)
            : null;
    }

    /// <summary>A spelling that wavers in one letter inside one article (Lukasjenka, Lukasjenko): long words only.</summary>
    private static bool OneSlip(string a, string b)
    {
        if (Math.Min(a.Length, b.Length) < 7 || Math.Abs(a.Length - b.Length) > 1 || a[0] != b[0])
            return false;
        int i = 0,
            j = 0,
            slips = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                i++;
                j++;
                continue;
            }
            if (++slips > 1)
                return false;
            if (a.Length > b.Length)
                i++;
            else if (b.Length > a.Length)
                j++;
            else
            {
                i++;
                j++;
            }
        }
        return true;
    }
}
