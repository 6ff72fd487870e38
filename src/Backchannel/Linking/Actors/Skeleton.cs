using System.Collections.Immutable;
using System.Text;
using AnyAscii;
using Backchannel.Values;

namespace Backchannel.Linking.Actors;

/// <summary>
/// What is left of a name's word when scripts, spellings and vowels are set aside: its consonants, in the alternatives that letters leave
/// open (Spanish ll sounds l or y; Latin j sounds g or kh). For comparing, never for display.
/// </summary>
internal static class Skeleton
{
    /// <summary>Every skeleton the word may have; at least one, perhaps empty.</summary>
    public static ImmutableArray<string> Of(string word)
    {
        var latin = Fold.Bare(word).Transliterate().ToLowerInvariant();
        var alternatives = new List<StringBuilder> { new() };
        for (var i = 0; i < latin.Length; i++)
        {
            var (length, sounds) = Sounds(latin, i);
            i += length - 1;
            if (sounds.Length == 1)
            {
                foreach (var alternative in alternatives)
                    Append(alternative, sounds[0]);
                continue;
            }
            var more = new List<StringBuilder>();
            foreach (var alternative in alternatives.Take(4))
            {
                foreach (var sound in sounds.Skip(1))
                {
                    var other = new StringBuilder(alternative.ToString());
                    Append(other, sound);
                    more.Add(other);
                }
                Append(alternative, sounds[0]);
            }
            alternatives.AddRange(more);
        }
        return
        [
            .. alternatives
                .Select(alternative => alternative.ToString())
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static void Append(StringBuilder skeleton, string sound)
    {
        if (sound.Length > 0 && (skeleton.Length == 0 || skeleton[^1] != sound[0] || sound.Length > 1))
            skeleton.Append(sound);
    }

    private static readonly string[] Silent = [""];

    /// <summary>The sounds a letter or group of letters may stand for, and how many letters it takes.</summary>
    private static (int Length, string[] Sounds) Sounds(string text, int i)
    {
        var c = text[i];
        var next = i + 1 < text.Length ? text[i + 1] : '\0';
        var third = i + 2 < text.Length ? text[i + 2] : '\0';
        var atStart = i == 0;
        switch (c)
        {
            case 'a' or 'e' or 'i' or 'o' or 'u':
                return (1, Silent);
            case 'y' or 'w':
                return (1, Silent);
            case 'h':
                return (1, Silent);
            case '\'' or '-' or '`':
                return (1, Silent);
            case 'l' when next == 'l':
                return (2, ["l", ""]);
            case 'c' when next == 'h':
                return (2, ["s", "k"]);
            case 'c' when next is 'e' or 'i' or 'y':
                return (1, ["s"]);
            case 'c' when next == 'k':
                return (2, ["k"]);
            case 'c' or 'q':
                return (1, ["k"]);
            case 'k' when next == 'h':
                return (2, ["k"]);
            case 'g' when next == 'h':
                return (2, ["g"]);
            case 'g' when next is 'e' or 'i':
                return (1, ["g", "k"]);
            case 'j':
                return (1, ["g", "k", ""]);
            case 's' when next == 'c' && third == 'h':
                return (3, ["s"]);
            case 's' when next is 'h' or 'j' or 'z':
                return (2, ["s"]);
            case 'z' when next == 'h':
                return (2, ["g"]);
            case 't' when next is 's' or 'z':
                return (2, ["ts"]);
            case 't' when next == 'h':
                return (2, ["t", "s"]);
            case 'd' when next == 'h':
                return (2, ["d"]);
            case 'z':
                return (1, ["s"]);
            case 'p' when next == 'h':
                return (2, ["f"]);
            case 'p':
                return (1, ["b"]);
            case 'v':
                return (1, ["f"]);
            case 'x':
                return (1, atStart ? ["s", "ks", "k"] : ["ks", "s", "k"]);
            case >= 'a' and <= 'z':
                return (1, [c.ToString()]);
            default:
                return (1, char.IsLetterOrDigit(c) ? [c.ToString()] : Silent);
        }
    }

    /// <summary>Whether two words may be one name in two spellings or scripts.</summary>
    public static bool Match(string a, string b)
    {
        var (x, y) = (Of(a), Of(b));
        return x.Any(skeleton => skeleton.Length > 0 && y.Contains(skeleton, StringComparer.Ordinal));
    }
}
