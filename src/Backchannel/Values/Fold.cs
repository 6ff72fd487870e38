using System.Globalization;
using System.Text;

namespace Backchannel.Values;

/// <summary>
/// One spelling for words that the press writes in several: case, digits, Arabic vowel marks and letter variants, apostrophes, invisible marks.
/// Latin accents stay, for they tell words apart ("está", "esta"); <see cref="Bare"/> drops them too.
/// </summary>
public static class Fold
{
    /// <summary>The form that word lists are matched on. The same as the input when nothing folds.</summary>
    public static string Word(ReadOnlySpan<char> text)
    {
        var plain = true;
        foreach (var c in text)
        {
            if (c is (< 'a' or > 'z') and not (>= '0' and <= '9'))
            {
                plain = false;
                break;
            }
        }
        if (plain)
            return text.ToString();
        var folded = text.Length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            var kept = Letters[c];
            if (kept != '\0')
                folded[length++] = kept;
        }
        return folded[..length].ToString();
    }

    private const int LongestOnStack = 64;

    /// <summary>Every letter folded once: lower case is looked up in ICU, which costs more than all the rest of reading a word.</summary>
    private static readonly char[] Letters = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => Letter((char)c))];

    /// <summary>The folded letter, or NUL for a mark that carries no meaning of its own.</summary>
    private static char Letter(char c) =>
        c switch
        {
            < '\u0080' => char.ToLowerInvariant(c),
            '’' or '‘' or 'ʼ' or '′' or '＇' => '\'',
            '‐' or '‑' or '–' => '-',
            // Arabic vowel marks, tatweel, superscript alef; zero-width and direction marks; soft hyphen.
            (>= '\u064B' and <= '\u065F') or '\u0640' or '\u0670' => '\0',
            (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') => '\0',
            (>= '\u2060' and <= '\u2069') or '\uFEFF' or '\u00AD' => '\0',
            'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
            'ى' or 'ی' => 'ي',
            'ک' => 'ك',
            'İ' => 'i',
            // The digits of every script: ٣ ۳ ३ ৩ ๓ ３.
            _ when char.IsDigit(c) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
            _ => char.ToLowerInvariant(c),
        };

    /// <summary>
    /// <see cref="Word"/> without accents, with the letters that have no accent to drop written out (þ th, ð d, æ ae, ø o, ß ss, ł l, ı i).
    /// For comparing names and for search; not for display.
    /// </summary>
    public static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in WellFormed(Word(text)).Replace('ة', 'ه').Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
                continue;
            _ = c switch
            {
                'þ' => bare.Append("th"),
                'ð' or 'đ' => bare.Append('d'),
                'æ' => bare.Append("ae"),
                'œ' => bare.Append("oe"),
                'ø' => bare.Append('o'),
                'ß' => bare.Append("ss"),
                'ł' => bare.Append('l'),
                'ı' => bare.Append('i'),
                _ => bare.Append(c),
            };
        }
        return bare.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Half a surrogate pair, which a damaged file may hold, cannot be normalised: it becomes U+FFFD.</summary>
    private static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
            ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))
            : text;
}
