using System.Collections.Immutable;
using Backchannel.Languages;

namespace Backchannel.Understanding.Passages;

/// <summary>Tells news from page furniture in plain text, where no markup is left to tell: by what a line is made of and what stands around it.</summary>
internal static class Furniture
{
    private const int ShortWords = 14;

    public static (PassageKind Kind, string? Reason) Classify(string text, string[] words, LanguagePack pack)
    {
        if (!text.Any(char.IsLetter))
            return (PassageKind.Noise, "no words");
        var hits = pack.Lexicon.Find(words.Select(Strip).ToArray(), words, 0, words.Length);
        var ends = EndsSentence(text);
        if (
            hits.Exists(hit =>
                hit.Cue.Kind == CueKind.Credit && (hit.First == 0 || text[0] is '(' or '[' || words.Length < 12)
            )
            && words.Length < 40
        )
            return (PassageKind.Credit, "credit line");
        if (
            hits.Find(hit => hit.Cue.Kind == CueKind.Noise) is { Cue: not null } noise
            && (words.Length <= ShortWords || noise.First == 0 && words.Length < 40)
        )
            return (PassageKind.Noise, $"page furniture: {noise.Cue}");
        if (RepeatsOneWord(words))
            return (PassageKind.Noise, "one word over and over: names of icons or buttons");
        if (text[0] is '•' or '◦' or '▪' or '·' or '►' or '*' && !ends)
            return (PassageKind.Noise, "list item without a sentence");
        return (PassageKind.Paragraph, null);
    }

    /// <summary>Icon fonts and menus leave lines in which one word, or one beginning or end of words, recurs.</summary>
    private static bool RepeatsOneWord(string[] words)
    {
        if (words.Length < 8)
            return false;
        foreach (var length in new[] { 4, 5 })
        {
            var most = words
                .Where(word => word.Length > length)
                .GroupBy(word => word[^length..], StringComparer.Ordinal)
                .Select(group => group.Count())
                .DefaultIfEmpty()
                .Max();
            if (most * 2 > words.Length)
                return true;
        }
        return words.GroupBy(word => word, StringComparer.Ordinal).Max(group => group.Count()) * 3 > words.Length;
    }

    private static string Strip(string word) =>
        word.Trim('.', ',', ':', ';', '!', '?', '"', '“', '”', '(', ')', '…', '،', '»', '«');

    internal static bool EndsSentence(string text)
    {
        var i = text.Length - 1;
        while (i > 0 && text[i] is '"' or '”' or '’' or '»' or ')' or '“' or '\'' or ']' or '」' or '』' or '）')
            i--;
        return text[i] is '.' or '!' or '?' or '…' or '؟' or '。' or '！' or '？' or ':' or '：';
    }

    /// <summary>
    /// What stands before the first sentence and behind the last: the first short line is the headline; short lines without a sentence behind
    /// the last paragraph are tags and headlines of other stories; a letter to the readers at the end is not news.
    /// </summary>
    public static ImmutableArray<Passage> Surroundings(
        Document document,
        ImmutableArray<Passage>.Builder passages,
        LanguagePack pack
    )
    {
        bool IsSentence(Passage passage) =>
            passage.Kind == PassageKind.Paragraph
            && EndsSentence(passage.Span.Of(document.Text))
            // As much is said in half as many letters where each is a syllable with a meaning.
            && passage.Span.Length > (pack.Settings.Segments ? 20 : 40);
        var first = -1;
        var last = -1;
        for (var i = 0; i < passages.Count; i++)
        {
            if (!IsSentence(passages[i]))
                continue;
            if (first < 0)
                first = i;
            last = i;
        }
        if (first < 0)
            return passages.ToImmutable();
        var headline = false;
        for (var i = 0; i < first; i++)
        {
            if (passages[i].Kind != PassageKind.Paragraph)
                continue;
            passages[i] = headline
                ? passages[i] with
                {
                    Kind = PassageKind.Caption,
                    Reason = "before the first paragraph",
                }
                : passages[i] with
                {
                    Kind = PassageKind.Headline,
                };
            headline = true;
        }
        // Behind a line that only furniture holds, what follows to the end is furniture unless a full paragraph stands there.
        var furniture = false;
        for (var i = first + 1; i < passages.Count; i++)
        {
            var passage = passages[i];
            if (
                passage.Kind == PassageKind.Noise
                && passage.Reason?.StartsWith("page furniture", StringComparison.Ordinal) == true
            )
                furniture = i * 10 > passages.Count * 4;
            if (passage.Kind != PassageKind.Paragraph)
                continue;
            var ends = EndsSentence(passage.Span.Of(document.Text));
            if (i > last || furniture && !ends)
                passages[i] = passage with
                {
                    Kind = PassageKind.Noise,
                    Reason = i > last ? "behind the last sentence: tags or other headlines" : "among page furniture",
                };
            else if (furniture && IsAddressed(document, passage, pack))
                passages[i] = passage with { Kind = PassageKind.Noise, Reason = "addressed to the readers" };
        }
        return passages.ToImmutable();
    }

    /// <summary>A paragraph among furniture that speaks to "you" or as "we": a notice, not news.</summary>
    private static bool IsAddressed(Document document, Passage passage, LanguagePack pack)
    {
        var words = Values
            .Fold.Word(passage.Span.Of(document.Text))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(Strip)
            .ToArray();
        var hits = pack.Lexicon.Find(words, words, 0, words.Length);
        return hits.Exists(hit =>
                hit.Cue.Kind is CueKind.Pronoun or CueKind.Possessive && (hit.Cue.Is("first") || hit.Cue.Is("second"))
            )
            || words.Length < 6;
    }
}
