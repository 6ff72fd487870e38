using Backchannel.Languages;
using Backchannel.Values;

namespace Backchannel.Understanding.Syntax;

/// <summary>
/// Cuts text into tokens. A word keeps its inner hyphens, apostrophes and points; where words are written without spaces the pack's
/// <see cref="Segmenter"/> cuts what stands between marks.
/// </summary>
internal static class Tokenizer
{
    /// <param name="standing">Folded words that stand alone somewhere in the document: evidence for where a written word divides.</param>
    public static List<Token> Tokens(string text, Span within, LanguagePack pack, IReadOnlySet<string> standing)
    {
        var tokens = new List<Token>();
        foreach (var word in Words(text, within, pack))
        {
            // 《第三版时报》: a short title is one word; it is a name where it ends as papers do.
            if (pack.Settings.Segments && IsTitle(text, word))
            {
                var title = word.Of(text);
                tokens.Add(
                    new(word, title, Fold.Word(title), false) { IsName = Mentions.Names.EndsAsMedia(title, pack) }
                );
            }
            else if (pack.Segmenter is { } segmenter && Segmenter.IsSegmented(text[word.Start]))
            {
                foreach (var part in segmenter.Cut(text, word.Start, word.End))
                {
                    var span = Span.Between(part.Start, part.End);
                    tokens.Add(
                        new(span, span.Of(text), Fold.Word(text.AsSpan(part.Start, span.Length)), false)
                        {
                            IsName = part.IsName,
                        }
                    );
                }
            }
            else
                Divide(text, word, pack, standing, tokens);
        }
        return tokens;
    }

    /// <summary>The folded written words of a text, before any division.</summary>
    public static HashSet<string> Standing(string text, IEnumerable<Span> passages, LanguagePack pack)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        if (pack.Settings.SplitBeginnings.Length > 0)
        {
            foreach (var passage in passages)
            foreach (var word in Words(text, passage, pack))
                words.Add(Fold.Word(text.AsSpan(word.Start, word.Length)));
        }
        return words;
    }

    /// <summary>Old newspaper archives write a quotation mark as two apostrophes; its token reads as the mark.</summary>
    public const string DoubledMark = "''";

    private static IEnumerable<Span> Words(string text, Span within, LanguagePack pack)
    {
        var i = within.Start;
        while (i < within.End)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || IsInvisible(c))
            {
                i++;
                continue;
            }
            var start = i;
            if (pack.Settings.Segments && Segmenter.IsSegmented(c))
            {
                i++;
                while (
                    i < within.End
                    && (
                        Segmenter.IsSegmented(text[i])
                        || Segmenter.IsNameDot(text[i]) && i + 1 < within.End && Segmenter.IsSegmented(text[i + 1])
                    )
                )
                    i++;
            }
            else if (IsLetter(c))
            {
                i++;
                while (
                    i < within.End
                    && (IsLetter(text[i]) || IsInvisible(text[i]) || Joins(text, start, i, within.End))
                    && !(pack.Settings.Segments && Segmenter.IsSegmented(text[i]))
                )
                    i++;
                if (i < within.End && text[i] == '.' && TakesPoint(text[start..i], pack))
                    i++;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < within.End && char.IsLowSurrogate(text[i + 1]))
                i += 2;
            else
            {
                i++;
                // A run of one mark is one token: "...", "--", and two apostrophes that stand for a quotation mark.
                while (i < within.End && text[i] == c && c is '.' or '-' or '\'')
                    i++;
            }
            yield return Span.Between(start, i);
        }
    }

    private static bool IsTitle(string text, Span word) =>
        word.Length is >= 2 and <= 12
        && word.Start > 0
        && text[word.Start - 1] == '《'
        && word.End < text.Length
        && text[word.End] == '》';

    private static bool IsLetter(char c) =>
        char.IsLetterOrDigit(c)
        || char.GetUnicodeCategory(c)
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsInvisible(char c) =>
        c
            is (>= '\u200B' and <= '\u200F')
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2060' and <= '\u2069')
                or '\uFEFF'
                or '\u00AD'
                or '\u0640';

    /// <summary>Whether the mark at <paramref name="i"/> is inside a word.</summary>
    private static bool Joins(string text, int start, int i, int end)
    {
        if (i + 1 >= end || !IsLetter(text[i + 1]))
            return false;
        var (before, after) = (text[i - 1], text[i + 1]);
        return text[i] switch
        {
            // "2-3 March" is three tokens, "Claver-Carone" and "5-year" one.
            '-' or '‐' or '‑' => !(char.IsDigit(before) && char.IsDigit(after)),
            '\'' or '’' => char.IsLetter(before) && char.IsLetter(after),
            // "3.5", "U.S.A", "rt.com", but not "ended.Then", where a space is missing.
            '.' => char.IsDigit(before) == char.IsDigit(after)
                && !(char.IsLower(before) && char.IsUpper(after))
                && (
                    char.IsDigit(before)
                    || char.IsUpper(after) && i - start == 1
                    || text[start..i].Contains('.', StringComparison.Ordinal)
                    || char.IsAsciiLetterLower(after)
                ),
            ',' or ':' or '٫' or '٬' => char.IsDigit(before) && char.IsDigit(after),
            '+' or '/' => char.IsDigit(before) && char.IsDigit(after),
            '&' or '@' => true,
            _ => false,
        };
    }

    /// <summary>Whether a full stop belongs to the word before it: abbreviations, initials, "U.S.".</summary>
    private static bool TakesPoint(string word, LanguagePack pack)
    {
        if (word.Length == 1 && char.IsUpper(word[0]))
            return true;
        if (pack.Abbreviations.Contains(word))
            return true;
        if (!word.Contains('.', StringComparison.Ordinal))
            return false;
        return word.Split('.').All(part => part.Length == 1);
    }

    private static void Divide(
        string text,
        Span word,
        LanguagePack pack,
        IReadOnlySet<string> standing,
        List<Token> tokens
    )
    {
        var written = word.Of(text);
        var form = Fold.Word(written);
        // Marks that fold away make no word of their own.
        if (form.Length == 0)
            return;
        if (written is DoubledMark)
            (written, form) = ("\"", "\"");
        if (!char.IsLetter(written[0]))
        {
            tokens.Add(new(word, written, form, false));
            return;
        }
        if (
            pack.Elisions.Count > 0
            && written.AsSpan().IndexOfAny('\'', '’') is var mark and > 0
            && mark < written.Length - 1
        )
        {
            var elided = Fold.Word(written.AsSpan(0, mark));
            if (pack.Elisions.Contains(elided))
            {
                var cut = word.Start + mark + 1;
                tokens.Add(new(Span.Between(word.Start, cut), text[word.Start..cut], elided + '\'', false));
                Divide(text, Span.Between(cut, word.End), pack, standing, tokens);
                return;
            }
        }
        foreach (var ending in pack.Settings.SplitEndings)
        {
            if (form.Length > ending.Length && form.EndsWith(ending, StringComparison.Ordinal))
            {
                var cut = word.Length - ending.Length;
                var stem = new Span(word.Start, cut);
                tokens.Add(new(stem, stem.Of(text), Fold.Word(stem.Of(text)), false));
                var tail = new Span(word.Start + cut, ending.Length);
                tokens.Add(new(tail, tail.Of(text), ending, true));
                return;
            }
        }
        if (pack.Settings.SplitBeginnings.Length == 0)
            tokens.Add(new(word, written, form, false) { IsName = Mentions.Names.IsSite(written) });
        else
            Clitics.Divide(text, word, form, pack, standing, tokens);
    }
}
