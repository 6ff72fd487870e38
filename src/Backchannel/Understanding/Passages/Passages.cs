using System.Collections.Frozen;
using System.Collections.Immutable;
using Backchannel.Languages;
using Backchannel.Understanding.Syntax;
using Backchannel.Values;

namespace Backchannel.Understanding.Passages;

/// <summary>Cuts a document into headline, paragraphs and what is set aside: page furniture, credits, repeated text.</summary>
internal static class Passages
{
    public static ImmutableArray<Passage> Split(Document document, LanguagePack pack)
    {
        var lines = Lines(document.Text);
        var passages = ImmutableArray.CreateBuilder<Passage>(lines.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var wrapped = IsWrapped(document.Text, lines);
        if (wrapped)
            lines = Unwrapped(document.Text, lines);
        for (var i = 0; i < lines.Count; i++)
        {
            var text = lines[i].Of(document.Text);
            var words = pack.Settings.Segments
                ?
                [
                    .. Tokenizer
                        .Tokens(document.Text, lines[i], pack, FrozenSet<string>.Empty)
                        .Select(token => token.Form),
                ]
                : Fold.Word(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var (kind, reason) = Furniture.Classify(text, words, pack);
            if (kind == PassageKind.Paragraph && words.Length > 3 && !seen.Add(string.Join(' ', words)))
                (kind, reason) = (PassageKind.Noise, "repeated");
            passages.Add(
                new()
                {
                    Span = lines[i],
                    Kind = kind,
                    Reason = reason,
                }
            );
        }
        return Furniture.Surroundings(document, passages, pack);
    }

    private static List<Span> Lines(string text)
    {
        var lines = new List<Span>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('\n' or '\r' or '\u2028' or '\u2029' or '\u0085'))
                continue;
            var line = Span.Between(start, i).Trim(text);
            if (!line.IsEmpty)
                lines.Add(line);
            start = i + 1;
        }
        return lines;
    }

    /// <summary>Whether a text editor broke the paragraphs into lines of one width.</summary>
    private static bool IsWrapped(string text, List<Span> lines)
    {
        if (lines.Count < 6)
            return false;
        var joined = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (GoesOn(text, lines[i], lines[i + 1]))
                joined++;
        }
        return joined * 2 > lines.Count && lines.Max(line => line.Length) < 120;
    }

    private static bool GoesOn(string text, Span line, Span next)
    {
        var between = text.AsSpan(line.End, next.Start - line.End);
        return between.Count('\n') == 1
            && line.Length > 40
            && text[line.End - 1]
                is not ('.' or '!' or '?' or '؟' or '"' or '”' or ':' or '。' or '！' or '？' or '」' or '』' or '：');
    }

    private static List<Span> Unwrapped(string text, List<Span> lines)
    {
        var paragraphs = new List<Span>();
        foreach (var line in lines)
        {
            if (
                paragraphs.Count > 0
                && text.AsSpan(paragraphs[^1].End, line.Start - paragraphs[^1].End).Count('\n') == 1
                && paragraphs[^1].Length > 40
            )
                paragraphs[^1] = paragraphs[^1].Cover(line);
            else
                paragraphs.Add(line);
        }
        return paragraphs;
    }
}
