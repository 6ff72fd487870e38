using System.Globalization;
using System.Text;

namespace Backchannel.Evaluation;

/// <summary>
/// Names as the scorer of measures.md compares them. Not <see cref="Values.Fold"/>: figures must not move when the engine's folding does.
/// </summary>
internal static class GoldText
{
    private static readonly HashSet<string> Stop = new(
        (
            "the a an of and to in for de la el les le los las del der die das und et y og al unnamed some several member members"
            + " senior official officials government source sources anonymous"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>Compatibility forms, lower case, no combining marks or format characters, a few letters made one, words with one space between.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(rune);
            if (Rune.GetUnicodeCategory(lower) == UnicodeCategory.Format || IsCombining(lower))
                continue;
            var letters = lower.Value switch
            {
                'ð' => "d",
                'þ' => "th",
                'æ' => "ae",
                'ø' => "o",
                'ı' => "i",
                'ß' => "ss",
                'أ' or 'إ' or 'آ' => "ا",
                'ى' => "ي",
                'ة' => "ه",
                'ـ' => "",
                _ => null,
            };
            if (letters is not null)
                folded.Append(letters);
            else if (IsWord(lower))
                folded.Append(lower);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        return folded.ToString().Trim();
    }

    /// <summary>The folded words that tell somebody apart.</summary>
    public static HashSet<string> Words(string text) =>
        Fold(text)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !Stop.Contains(word) && word.EnumerateRunes().Skip(1).Any())
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether folded text holds the folded part, from a word's beginning to a word's end.</summary>
    public static bool HoldsWords(string text, string part) =>
        (' ' + text + ' ').Contains(' ' + part + ' ', StringComparison.Ordinal);

    private static bool IsWord(Rune rune) =>
        rune.Value == '_'
        || Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber;

    /// <summary>
    /// A canonical combining class other than 0. The framework does not tell it, but canonical order does: a mark of a class below 240 is put
    /// before U+0345, whose class is 240.
    /// </summary>
    private static bool IsCombining(Rune rune)
    {
        if (rune.Value < 0x300)
            return false;
        if (rune.Value == 0x345)
            return true;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            && !("\u0345" + rune).Normalize(NormalizationForm.FormD).StartsWith('\u0345');
    }
}
