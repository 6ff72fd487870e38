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
        var named = tokens is [.., { } before] && before.Span.End < word.Start && pack.IsGivenName(before.Form);
        // At most a conjunction and a preposition.
        for (var depth = 0; depth < 2; depth++)
        {
            var at = settings.SplitBeginnings.IndexOf(rest[0], StringComparison.Ordinal);
            if (at < 0)
                break;
            var second = NextLetter(text, start + 1, word.End);
            // A preposition and nothing but a pronoun: له is ل and ه.
            if (at > 1 && settings.PronounSuffixes.Contains(rest[1..], StringComparer.Ordinal) && !IsListed(rest, pack))
            {
                tokens.Add(new(Span.Between(start, second), text[start..second], rest[..1], glued));
                tokens.Add(new(Span.Between(second, word.End), text[second..word.End], rest[1..], true));
                return;
            }
            // No word has a written hamza as its second letter behind these, but for those that the lists hold: لإجراء and بأنشطة are two.
            var hamza = at > 1 && rest.Length > 2 && text[second] is 'إ' or 'أ' or 'آ';
            if (
                rest.Length < 3 && !char.IsAsciiDigit(rest[^1])
                || (hamza ? IsListed(rest, pack) : IsWhole(rest, pack) || pack.Lexicon.Knows(Bare(rest, pack)))
            )
                break;
            var tail = rest[1..];
            // Behind a given name, what nothing knows is a surname that begins with the letter: "ستيف ويتكوف".
            if (named && depth == 0 && !IsWord(tail, pack) && !pack.KnowsWord(tail) && !standing.Contains(tail))
                break;
            // The article loses its first letter after the preposition that ends in it: للسلطة is ل and السلطة.
            if (
                article.Length == 2
                && rest[0] == article[1]
                && tail.Length > 2
                && tail[0] == article[1]
                && !IsWhole(tail, pack)
            )
                tail = article[0] + tail;
            if (!hamza && !Divides(tail, at, pack, standing))
                break;
            tokens.Add(new(Span.Between(start, second), text[start..second], rest[..1], glued));
            start = second;
            rest = tail;
            glued = true;
        }
        foreach (var suffix in settings.PronounSuffixes)
        {
            if (
                rest.Length < suffix.Length + 2
                || !rest.EndsWith(suffix, StringComparison.Ordinal)
                || pack.Lexicon.Knows(rest)
                || pack.KeepWhole.Contains(rest)
            )
                continue;
            // Behind a given name stands a surname, which bears none.
            if (named && !glued || Bearer(rest[..^suffix.Length], pack) is not { } known)
                continue;
            var cut = word.End - suffix.Length;
            tokens.Add(new(Span.Between(start, cut), text[start..cut], known, glued));
            tokens.Add(new(Span.Between(cut, word.End), text[cut..word.End], suffix, true));
            return;
        }
        tokens.Add(new(Span.Between(start, word.End), text[start..word.End], rest, glued));
    }

    /// <summary>The word that a pronoun is written onto, as it is written alone; null where the rest is no word.</summary>
    private static string? Bearer(string stem, LanguagePack pack)
    {
        if (stem.Length == 2)
            return pack.Lexicon.Words(stem).Any(cue => cue.Kind == CueKind.Preposition) ? stem : null;
        // The feminine ending is written open before a suffix (حكومته is حكومة and ه), a last hamza on its seat (لقائه), a last ي as ا (التقاه).
        return stem[^1] == 'ت' && IsWord(stem[..^1] + 'ة', pack) ? stem[..^1] + 'ة'
            : IsWord(stem, pack) ? stem
            : stem[^1] is 'ئ' or 'ؤ' && IsWord(stem[..^1] + 'ء', pack) ? stem[..^1] + 'ء'
            : stem[^1] == 'ا' && pack.Lexicon.Knows(stem[..^1] + 'ي') ? stem[..^1] + 'ي'
            : null;
    }

    /// <summary>The word that bears a pronoun at the end of a form; empty where none does.</summary>
    private static string Bare(string form, LanguagePack pack)
    {
        foreach (var suffix in pack.Settings.PronounSuffixes)
        {
            if (
                form.Length >= suffix.Length + 3
                && form.EndsWith(suffix, StringComparison.Ordinal)
                && Bearer(form[..^suffix.Length], pack) is { } known
            )
                return known;
        }
        return "";
    }

    private static bool IsWord(string form, LanguagePack pack) =>
        pack.Lexicon.Knows(form) || pack.KnowsAsOrdinary(form) || pack.IsInCue(form);

    /// <summary>Whether the lists hold the word as it stands.</summary>
    private static bool IsListed(string form, LanguagePack pack) =>
        pack.KeepWhole.Contains(form) || pack.Lexicon.Knows(form) || pack.IsInCue(form);

    private static bool IsWhole(string form, LanguagePack pack) =>
        IsListed(form, pack) || pack.KeepWholePrefixes.Any(prefix => form.StartsWith(prefix, StringComparison.Ordinal));

    /// <param name="letter">Position among the letters that may be divided off; the first two are conjunctions.</param>
    private static bool Divides(string tail, int letter, LanguagePack pack, IReadOnlySet<string> standing)
    {
        // و14: no word has figures in it.
        if (char.IsAsciiDigit(tail[0]))
            return true;
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
        // بنظيره: the rest bears a pronoun.
        if (Bare(tail, pack).Length > 0)
            return true;
        // "And" before an unknown word is far commoner than an unknown word that begins with its letter; so is "and" before a preposition.
        return letter == 0
            && (
                tail.Length >= 4
                || pack.Times.HasWord(tail)
                || (tail.Length >= 3 || char.IsAsciiDigit(tail[^1]))
                    && pack.Settings.SplitBeginnings.Contains(tail[0], StringComparison.Ordinal)
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
