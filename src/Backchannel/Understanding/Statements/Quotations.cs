using Backchannel.Languages;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Understanding.Statements;

/// <summary>A stretch between quotation marks, marks included; it may run over several sentences of one passage.</summary>
internal sealed record Quotation(Span Span, int Passage, bool IsClosed, int FirstSentence, int LastSentence)
{
    /// <summary>Quotations of fewer words mostly colour a phrase; they are somebody's speech only where the marks around them say so.</summary>
    public const int ShortestSpeechWords = 4;
}

/// <summary>Pairs quotation marks inside each passage.</summary>
internal static class Quotations
{
    public static List<Quotation> Find(
        string text,
        IReadOnlyList<Passage> passages,
        List<Sentence> sentences,
        LanguagePack pack
    )
    {
        var found = new List<Quotation>();
        for (var p = 0; p < passages.Count; p++)
        {
            if (!passages[p].IsRead)
                continue;
            foreach (var span in InPassage(text, passages[p].Span, pack))
            {
                var first = sentences.FindIndex(sentence => sentence.Span.Overlaps(span.Span));
                var last = sentences.FindLastIndex(sentence => sentence.Span.Overlaps(span.Span));
                if (first < 0)
                    continue;
                var words = 0;
                for (var s = first; s <= last; s++)
                    words += sentences[s].Tokens.Count(token => token.IsWord && span.Span.Contains(token.Span));
                if (
                    words == 0
                    || words < Quotation.ShortestSpeechWords
                        && !IsSpeech(text, span.Span, passages[p].Span)
                        && !SaysBehind(sentences[last], span.Span)
                )
                    continue;
                for (var s = first; s <= last; s++)
                {
                    for (var t = 0; t < sentences[s].Tokens.Length; t++)
                    {
                        if (span.Span.Contains(sentences[s].Tokens[t].Span))
                            sentences[s].QuotationOf[t] = found.Count;
                    }
                }
                for (var s = first; s <= last; s++)
                    TakeOut(sentences[s], found.Count);
                found.Add(new(span.Span, p, span.IsClosed, first, last));
            }
        }
        return found;
    }

    /// <summary>
    /// The clause beside a quotation that can only tell who says it, whatever its verb: behind a quotation that opens the sentence and stops at a
    /// comma or a mark of its own, or before a colon or comma that leads to a quotation with a verb in it. Null where there is none.
    /// </summary>
    public static Clause? ClauseBeside(Sentence sentence, int quotation)
    {
        var first = Array.IndexOf(sentence.QuotationOf, quotation);
        var last = Array.LastIndexOf(sentence.QuotationOf, quotation);
        if (first < 0)
            return null;
        bool Says(Clause clause) =>
            clause is { Kind: ClauseKind.Main, Subject: not null, SubjectIsCarried: false }
            && clause.Verb is { IsFinite: true, IsPassive: false } verb
            && sentence.QuotationOf[verb.Main] < 0
            && sentence.QuotationOf[clause.Subject!.First] < 0
            && !sentence.HitsAt(verb.Main, CueKind.Auxiliary).Any(hit => hit.Cue.Is("copula"));
        var texts = sentence.Texts;
        if (!Enumerable.Range(0, first).Any(t => sentence.Tokens[t].IsWord) && last + 1 < texts.Length)
        {
            var stops =
                last > 0 && !sentence.Tokens[last].IsWord && IsStop(texts[last - 1]) || texts[last + 1] is "," or "،";
            var next = last + 1;
            while (next < texts.Length && !sentence.Tokens[next].IsWord)
                next++;
            return stops
                ? sentence.Clauses.Find(clause =>
                    Says(clause)
                    && Math.Min(clause.Subject!.First, clause.Verb!.First) is var at
                    && at >= next
                    && at <= next + 1
                )
                : null;
        }
        if (first == 0 || texts[first - 1] is not (":" or "," or "：" or "，"))
            return null;
        var leads =
            texts[first - 1] is ":" or "："
            || Enumerable
                .Range(first, last - first + 1)
                .Any(t => sentence.Tags[t] is { IsVerb: true, Form: VerbForm.Finite });
        return leads
            ? sentence.Clauses.FindLast(clause =>
                Says(clause)
                && clause.Verb!.Main < first
                && !Enumerable
                    .Range(clause.Verb.Main + 1, first - clause.Verb.Main - 1)
                    .Any(t => sentence.Tags[t].IsVerb)
            )
            : null;
    }

    private static bool IsStop(string text) => text is "," or "?" or "!" or "…" or "،" or "؟";

    /// <summary>
    /// "We caught it ourselves, - says Lunin, - nobody forbade it": what stands between dashes and says something is no part of the quotation.
    /// </summary>
    private static void TakeOut(Sentence sentence, int quotation)
    {
        var texts = sentence.Texts;
        for (var open = 1; open < texts.Length; open++)
        {
            if (!IsDash(texts[open]) || sentence.QuotationOf[open] != quotation || !IsPause(texts[open - 1]))
                continue;
            var close = open + 1;
            while (close < texts.Length && close - open <= LongestInsertion && !IsDash(texts[close]))
                close++;
            if (
                close >= texts.Length
                || !IsDash(texts[close])
                || sentence.QuotationOf[close] != quotation
                || !Enumerable.Range(open, close - open).Any(t => sentence.HitAt(t, CueKind.Say) is not null)
            )
                continue;
            for (var t = open; t <= close; t++)
                sentence.QuotationOf[t] = -1;
        }
    }

    /// <summary>Who says it, with a post and a time, takes no more words than these.</summary>
    private const int LongestInsertion = 12;

    private static bool IsDash(string text) => text is "-" or "–" or "—" or "―";

    private static bool IsPause(string text) => text is "," or "." or "!" or "?" or "…" or "...";

    /// <summary>"« C'est non », a dit le ministre": a comma and then a verb of saying, or any verb where the quotation opens the sentence.</summary>
    private static bool SaysBehind(Sentence sentence, Span span)
    {
        var comma = Array.FindIndex(sentence.Tokens, token => token.Span.Start >= span.End);
        var opens = sentence.Span.Start >= span.Start;
        if (comma > 0 && opens && sentence.IsSentenceSaid(0, comma - 1))
            return true;
        if (comma < 0 || sentence.Texts[comma] is not ("," or "،"))
            return false;
        for (var t = comma + 1; t < Math.Min(comma + 4, sentence.Tokens.Length); t++)
        {
            if (sentence.HitsAt(t, CueKind.Say).Any() || opens && t == comma + 1 && sentence.Tags[t].IsVerb)
                return true;
        }
        return false;
    }

    /// <summary>A few words are speech behind a colon, with a mark of their own at their end, and before a comma and a dash ("«Нет», — сказал").</summary>
    private static bool IsSpeech(string text, Span span, Span passage)
    {
        var before = span.Start - 1;
        while (before > passage.Start && char.IsWhiteSpace(text[before]))
            before--;
        if (before >= passage.Start && text[before] is ':' or '：')
            return true;
        if (span.Length > 2 && text[span.End - 2] is ',' or '.' or '!' or '?' or '…' or '，' or '。' or '！' or '？')
            return true;
        var behind = span.End;
        if (behind >= passage.End || text[behind] != ',')
            return false;
        behind++;
        while (behind < passage.End && char.IsWhiteSpace(text[behind]))
            behind++;
        return behind < passage.End && text[behind] is '-' or '–' or '—';
    }

    private static IEnumerable<(Span Span, bool IsClosed)> InPassage(string text, Span passage, LanguagePack pack)
    {
        var open = -1;
        var closing = '\0';
        for (var i = passage.Start; i < passage.End; i++)
        {
            var isDoubled =
                i + 1 < passage.End
                && text.AsSpan(i, Tokenizer.DoubledMark.Length).SequenceEqual(Tokenizer.DoubledMark);
            var c = isDoubled ? '"' : text[i];
            var end = i + (isDoubled ? Tokenizer.DoubledMark.Length : 1);
            if (open >= 0)
            {
                if ((c == closing || IsOddClosing(text, i, passage, closing)) && !IsApostrophe(text, i, passage))
                {
                    yield return (Span.Between(open, end), true);
                    open = -1;
                }
                i = end - 1;
                // The mark that opened stands again at the head of a sentence: the first was never closed.
                continue;
            }
            foreach (var pair in pack.Settings.Quotes)
            {
                if (c != pair[0] || IsApostrophe(text, i, passage))
                    continue;
                // An opening mark stands before a word.
                if (
                    end < passage.End
                    && (!char.IsWhiteSpace(text[end]) || IsSpacedOpening(text, i, passage, pair))
                    && (pair[0] != pair[1] || i == passage.Start || !char.IsLetterOrDigit(text[i - 1]))
                )
                {
                    (open, closing) = (i, pair[1]);
                    break;
                }
            }
            i = end - 1;
        }
        // A speech that goes on in the next passage leaves its mark open.
        if (open >= 0)
            yield return (Span.Between(open, passage.End), false);
    }

    /// <summary>A quotation that a curly mark opened is often closed by a straight one, right behind a word or its full stop.</summary>
    private static bool IsOddClosing(string text, int i, Span passage, char closing) =>
        text[i] is '"' or '”' or '“'
        && closing is '"' or '”' or '“'
        && i > passage.Start
        && !char.IsWhiteSpace(text[i - 1])
        && (i + 1 >= passage.End || char.IsWhiteSpace(text[i + 1]) || text[i + 1] is ',' or '.' or ')');

    /// <summary>"« Non »": French puts a space inside its marks; one that opens stands behind a space or a bracket.</summary>
    private static bool IsSpacedOpening(string text, int i, Span passage, string pair) =>
        pair[0] != pair[1] && (i == passage.Start || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or ':');

    private static bool IsApostrophe(string text, int i, Span passage) =>
        text[i] is '\'' or '’' or '‘'
        && i > passage.Start
        && i + 1 < passage.End
        && char.IsLetter(text[i - 1])
        && char.IsLetter(text[i + 1]);
}
