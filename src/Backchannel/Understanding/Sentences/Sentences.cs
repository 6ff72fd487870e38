using System.Collections.Immutable;
using Backchannel.Languages;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Understanding.Sentences;

/// <summary>Finds where sentences end inside a passage: on the tokens, so that abbreviations and numbers are settled already.</summary>
internal static class Sentences
{
    /// <summary>Half-open ranges of token positions; together they hold all tokens.</summary>
    public static List<(int From, int To)> Split(string text, List<Token> tokens, LanguagePack pack)
    {
        var sentences = new List<(int, int)>();
        var from = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (pack.Settings.Segments)
            {
                if (!EndsUnspaced(tokens, from, i, out var end))
                    continue;
                sentences.Add((from, end + 1));
                from = end + 1;
                i = end;
                continue;
            }
            if (!Ends(text, tokens, i, pack, out var last))
                continue;
            sentences.Add((from, last + 1));
            from = last + 1;
            i = last;
        }
        if (from < tokens.Count)
            sentences.Add((from, tokens.Count));
        return sentences;
    }

    /// <summary>
    /// Where no space follows a full stop: it ends its sentence, with the marks that close behind it. A quotation that opened the sentence goes
    /// on with who says it: “……。”普京说。
    /// </summary>
    private static bool EndsUnspaced(List<Token> tokens, int from, int i, out int last)
    {
        last = i;
        if (!IsStop(tokens[i].Text[0]) || tokens[i].Text is ".")
            return tokens[i].Text is "." && (i + 1 >= tokens.Count || tokens[i + 1].Span.Start > tokens[i].Span.End);
        while (last + 1 < tokens.Count && (IsStop(tokens[last + 1].Text[0]) || IsClosing(tokens[last + 1].Text)))
            last++;
        if (last + 1 >= tokens.Count || tokens[i].Text is "…" && !IsStop(tokens[last].Text[0]))
            return last + 1 >= tokens.Count;
        if (last == i || !IsClosing(tokens[last].Text) || tokens[last + 1].Span.Start > tokens[last].Span.End)
            return true;
        var depth = 0;
        for (var k = last; k >= 0; k--)
        {
            if (IsClosing(tokens[k].Text))
                depth++;
            else if (tokens[k].Text is "“" or "「" or "『" or "（" or "《" or "‘" && --depth == 0)
                // The quotation opened its passage, or stands behind a full stop.
                return k > 0 && !IsStop(tokens[k - 1].Text[0]) && !IsClosing(tokens[k - 1].Text);
        }
        return true;
    }

    private static bool Ends(string text, List<Token> tokens, int i, LanguagePack pack, out int last)
    {
        last = i;
        var token = tokens[i];
        var stop = token.Text;
        var abbreviation = stop.Length > 1 && stop[^1] == '.' && token.IsWord;
        if (!abbreviation && !(IsStop(stop[0]) || stop == "..."))
            return false;
        // Closing quotes and brackets belong to the sentence they close.
        while (last + 1 < tokens.Count && IsClosing(tokens[last + 1].Text, text, tokens, last + 1))
            last++;
        if (last + 1 >= tokens.Count)
            return true;
        var next = tokens[last + 1];
        var spaced = next.Span.Start > tokens[last].Span.End;
        if (!spaced)
            // "ended.Then": a missing space, but not "a.m.," or "etc.)".
            return stop == "."
                && next.IsCapital
                && i > 0
                && tokens[i - 1].Text.Length > 2
                && char.IsLower(tokens[i - 1].Text[^1]);
        var first = next;
        for (var k = last + 1; k < tokens.Count && !tokens[k].IsWord; k++)
            first = tokens[Math.Min(k + 1, tokens.Count - 1)];
        if (abbreviation)
            // "the U.S. The minister": only a capital that begins a function word is a new sentence after an abbreviation.
            return pack.Settings.Capitals
                && next.IsCapital
                && pack.Common.Contains(next.Form)
                && stop.Length > 2
                && next.Text.Length > 1;
        if (stop is "..." or "…" && first.IsWord && char.IsLower(first.Text[0]))
            return false;
        if (stop[0] is '!' or '?' && first.IsWord && char.IsLower(first.Text[0]))
            return false;
        // "21. nóvember": an ordinal point, where the language writes a small letter after it.
        if (stop == "." && i > 0 && char.IsDigit(tokens[i - 1].Text[^1]) && first.IsWord && char.IsLower(first.Text[0]))
            return false;
        return stop != "." || !first.IsWord || !char.IsLower(first.Text[0]) || !pack.Settings.Capitals;
    }

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '…' or '؟' or '۔' or '。' or '！' or '？';

    private static bool IsClosing(string mark) => mark is "”" or "’" or "」" or "』" or ")" or "）" or "》";

    private static bool IsClosing(string mark, string text, List<Token> tokens, int i)
    {
        if (mark is "”" or "’" or "»" or ")" or "]" or "」" or "』")
            return true;
        // A straight mark or a German closing mark closes when it is written onto what stands before it.
        return mark is "\"" or "'" or "“" && tokens[i].Span.Start == tokens[i - 1].Span.End;
    }
}
