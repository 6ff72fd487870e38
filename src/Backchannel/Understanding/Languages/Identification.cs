using Backchannel.Languages;
using Backchannel.Values;

namespace Backchannel.Understanding.Languages;

/// <summary>Tells which pack a document is written in, by how many of its words are the pack's commonest and how many of its letters are the pack's.</summary>
internal static class Identification
{
    private const int WordsRead = 1500;
    private const int ShortLetters = 300;

    /// <summary>Below this share of common words a text is not in the language. Running text has .25 and more; names and tables less.</summary>
    private const double Floor = 0.12;

    /// <summary>The pack, or null where none fits; a declared language is believed when a pack has it and the text does not speak against it.</summary>
    public static LanguagePack? For(Document document, LanguagePacks packs)
    {
        var declared = document.DeclaredLanguage?.Split('-', '_')[0].ToLowerInvariant();
        // A few words are no sample to judge by: the declaration is all there is to go on.
        if (declared is not null && document.Text.Length < ShortLetters && packs[declared] is { } only)
            return only;
        LanguageMark? best = null;
        var most = 0.0;
        foreach (var pack in packs.Marks)
        {
            var share =
                (pack.Settings.Segments ? SegmentedShare(document.Text, pack) : Share(document.Text, pack))
                * (pack.Code == declared ? 1.5 : 1);
            if (share > most)
                (best, most) = (pack, share);
        }
        return best is not null && most >= Floor ? packs[best.Code] : null;
    }

    /// <summary>
    /// Where words are not apart, a word is counted for every two letters, and common words are found wherever their letters stand; text with
    /// as many letters of other languages is not in this one.
    /// </summary>
    private static double SegmentedShare(string text, LanguageMark pack)
    {
        int letters = 0,
            common = 0,
            foreign = 0;
        var lookup = pack.Common.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Length && letters < WordsRead * 2; i++)
        {
            if (!char.IsLetter(text[i]))
                continue;
            letters++;
            if (!Segmenter.IsSegmented(text[i]))
                foreign += char.IsAsciiLetter(text[i]) ? 0 : 1;
            if (i + 2 <= text.Length && lookup.Contains(text.AsSpan(i, 2)))
            {
                common++;
                letters++;
                i++;
            }
            else if (lookup.Contains(text.AsSpan(i, 1)))
                common++;
            else if (Segmenter.IsSegmented(text[i]) && !pack.Letters.Contains(text[i]))
                foreign++;
        }
        return letters == 0 ? 0 : Math.Max(0, 2.0 * common / letters - 2.0 * foreign / letters);
    }

    /// <summary>The share of a text's words that are among the pack's commonest, less the share of letters foreign to it.</summary>
    private static double Share(string text, LanguageMark pack)
    {
        int words = 0,
            common = 0,
            letters = 0,
            foreign = 0;
        var start = -1;
        for (var i = 0; i <= text.Length && words < WordsRead; i++)
        {
            if (
                i < text.Length
                && (
                    char.IsLetter(text[i])
                    || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark
                )
            )
            {
                if (start < 0)
                    start = i;
                letters++;
                if (!pack.Letters.Contains(char.ToLowerInvariant(text[i])) && char.IsLetter(text[i]))
                    foreign++;
                continue;
            }
            if (start < 0)
                continue;
            var word = Fold.Word(text.AsSpan(start, i - start));
            start = -1;
            words++;
            if (pack.Common.Contains(word))
                common++;
            else if (
                pack.Settings.SplitBeginnings.Length > 0
                && word.Length > 3
                && pack.Settings.SplitBeginnings.Contains(word[0], StringComparison.Ordinal)
                && (pack.Common.Contains(word[1..]) || word.AsSpan(1).StartsWith(pack.Settings.ArticlePrefix))
            )
                common++;
            else if (
                pack.Settings.ArticlePrefix.Length > 0
                && word.StartsWith(pack.Settings.ArticlePrefix, StringComparison.Ordinal)
            )
                common++;
        }
        return words == 0 ? 0 : Math.Max(0, (double)common / words - 2.0 * foreign / letters);
    }
}
