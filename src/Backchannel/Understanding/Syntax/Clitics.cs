using Backchannel.Languages;
using Backchannel.Values;

namespace Backchannel.Understanding.Syntax;

/// <summary>
/// Divides written words that carry conjunctions and prepositions in front and pronouns behind (Arabic). The letters that may be divided
/// off, and the words that only look like it, are the pack's; where neither tells, a rest that stands alone elsewhere in the document does.
/// </summary>
internal static class Clitics
{
    public static void Divide(
        string text,
        Span word,
        string form,
        LanguagePack pack,
        IReadOnlySet<string> standing,
        List<Token> tokens
    )
    {
        var settings = pack.Settings;
        var article = settings.ArticlePrefix;
        var start = word.Start;
        var rest = form;
        var glued = false;
        // At most a conjunction and a preposition.
        for (var depth = 0; depth < 2; depth++)
        {
            var at = settings.SplitBeginnings.IndexOf(rest[0], StringComparison.Ordinal);
            if (at < 0 || rest.Length < 3 || IsWhole(rest, pack))
                break;
            var tail = rest[1..];
            // The article loses its first letter after the preposition that ends in it: للسلطة is ل and السلطة.
            if (
                article.Length == 2
                && rest[0] == article[1]
                && tail.Length > 2
                && tail[0] == article[1]
                && !IsWhole(tail, pack)
            )
                tail = article[0] + tail;
            var next = NextLetter(text, start + 1, word.End);
            // No word has a written hamza as its second letter behind these: لإجراء and بأنشطة are two.
            if (!Divides(tail, at, pack, standing) && !(at > 1 && text[next] is 'إ' or 'أ' or 'آ'))
                break;
            tokens.Add(new(Span.Between(start, next), text[start..next], rest[..1], glued));
            start = next;
            rest = tail;
            glued = true;
        }
        foreach (var suffix in settings.PronounSuffixes)
        {
            if (
                rest.Length < suffix.Length + 3
                || !rest.EndsWith(suffix, StringComparison.Ordinal)
                || pack.Lexicon.Knows(rest)
            )
                continue;
            var stem = rest[..^suffix.Length];
            var known =
                pack.Lexicon.Knows(stem) ? stem
                // The feminine ending is written open before a suffix: حكومته is حكومة and ه.
                : stem[^1] == 'ت' && pack.Lexicon.Knows(stem[..^1] + 'ة') ? stem[..^1] + 'ة'
                : null;
            if (known is null)
                continue;
            var cut = word.End - suffix.Length;
            tokens.Add(new(Span.Between(start, cut), text[start..cut], known, glued));
            tokens.Add(new(Span.Between(cut, word.End), text[cut..word.End], suffix, true));
            return;
        }
        tokens.Add(new(Span.Between(start, word.End), text[start..word.End], rest, glued));
    }

    private static bool IsWhole(string form, LanguagePack pack) =>
        pack.KeepWhole.Contains(form)
        || pack.Lexicon.Knows(form)
        || pack.KeepWholePrefixes.Any(prefix => form.StartsWith(prefix, StringComparison.Ordinal));

    /// <param name="letter">Position among the letters that may be divided off; the first two are conjunctions.</param>
    private static bool Divides(string tail, int letter, LanguagePack pack, IReadOnlySet<string> standing)
    {
        var article = pack.Settings.ArticlePrefix;
        if (
            article.Length > 0
            && tail.Length > article.Length + 1
            && tail.StartsWith(article, StringComparison.Ordinal)
        )
            return true;
        if (pack.Lexicon.Knows(tail) || pack.KeepWhole.Contains(tail) || pack.KnowsWord(tail))
            return true;
        if (tail.Length >= 3 && standing.Contains(tail))
            return true;
        // "And" before an unknown word is far commoner than an unknown word that begins with its letter; so is "and" before a preposition.
        return letter == 0
            && (
                tail.Length >= 4
                || tail.Length >= 3 && pack.Settings.SplitBeginnings.Contains(tail[0], StringComparison.Ordinal)
            );
    }

    /// <summary>Past marks that fold away, so that spans cut between letters.</summary>
    private static int NextLetter(string text, int i, int end)
    {
        while (i < end - 1 && Fold.Word(text.AsSpan(i, 1)).Length == 0)
            i++;
        return i;
    }
}
