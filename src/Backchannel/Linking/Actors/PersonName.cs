using System.Collections.Immutable;
using Backchannel.Values;

namespace Backchannel.Linking.Actors;

/// <summary>A name cut into words, each with its bare form and its skeletons.</summary>
internal sealed class PersonName
{
    public PersonName(string text)
    {
        Text = text;
        Words =
        [
            .. Fold.Word(text)
                .Split([' ', '-', '\u00A0', '_', '·', '‧', '・', '•'], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.Trim('.', ',', '\'', '"', '(', ')'))
                .Where(word => word.Length > 0),
        ];
        Bare = [.. Words.Select(Fold.Bare)];
        Skeletons = [.. Words.Select(Skeleton.Of)];
        IsLatin = text.All(c => !char.IsLetter(c) || c < '\u0250' || c is >= '\u1E00' and <= '\u1EFF');
    }

    public string Text { get; }

    public ImmutableArray<string> Words { get; }

    public ImmutableArray<string> Bare { get; }

    public ImmutableArray<ImmutableArray<string>> Skeletons { get; }

    public bool IsLatin { get; }

    public bool IsFull => Words.Length > 1;

    /// <summary>
    /// Why the two are one name, or null: the same words; the same sounds word for word in two scripts or spellings; or all words of the
    /// shorter, two at least, among those of the longer in order.
    /// </summary>
    public static string? Same(PersonName a, PersonName b)
    {
        if (a.Bare.AsSpan().SequenceEqual(b.Bare.AsSpan()))
            return "same name";
        var (shorter, longer) = a.Words.Length <= b.Words.Length ? (a, b) : (b, a);
        if (shorter.Words.Length < 2)
            return null;
        var at = 0;
        var spelled = true;
        foreach (var (word, skeletons) in shorter.Bare.Zip(shorter.Skeletons))
        {
            while (
                at < longer.Words.Length
                && !SameWord(word, skeletons, longer.Bare[at], longer.Skeletons[at], a.IsLatin != b.IsLatin)
            )
                at++;
            if (at == longer.Words.Length)
                return null;
            spelled &= word == longer.Bare[at];
            at++;
        }
        if (shorter.Words.Length == longer.Words.Length)
            return a.IsLatin == b.IsLatin ? "same sounds in two spellings" : "same sounds in two scripts";
        return spelled
            ? "the shorter name's words are all in the longer"
            : "the shorter name's sounds are all in the longer";
    }

    /// <summary>Whether a family name alone fits the last word, or a compound's last words.</summary>
    public static bool SameSurname(PersonName alone, PersonName full) =>
        SameWord(alone.Bare[^1], alone.Skeletons[^1], full.Bare[^1], full.Skeletons[^1], alone.IsLatin != full.IsLatin);

    private static bool SameWord(
        string a,
        ImmutableArray<string> x,
        string b,
        ImmutableArray<string> y,
        bool acrossScripts
    )
    {
        if (a == b)
            return true;
        var sounds = x.Any(skeleton => skeleton.Length > 0 && y.Contains(skeleton, StringComparer.Ordinal));
        if (!sounds)
            return false;
        // Consonants alone say little within one script: the spellings must be close as well.
        return acrossScripts || Close(a, b);
    }

    /// <summary>At most a third of the letters differ, and not the first consonant.</summary>
    private static bool Close(string a, string b)
    {
        var distance = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            distance[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            distance[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
                distance[i, j] = Math.Min(
                    Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1,
                    distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                );
        }
        return distance[a.Length, b.Length] * 3 <= Math.Max(a.Length, b.Length);
    }
}
