using System.Globalization;
using Backchannel.Linking.Actors;
using Backchannel.Values;

namespace Backchannel.Linking.Copies;

/// <summary>
/// A document as its translation would still show it: sentence by sentence the names, by letters and by who is meant, the numbers and the days. What a language says in
/// words of its own is left out.
/// </summary>
internal sealed class TranslatedText
{
    private const int ShortestName = 3;

    public TranslatedText(DocumentReading reading, LinkedActors actors)
    {
        Reading = reading;
        var (text, findings) = (reading.Document.Text, reading.Findings);
        var noise = findings.Passages.Where(passage => !passage.IsRead).Select(passage => passage.Span).ToList();
        foreach (var sentence in findings.Sentences)
        {
            if (noise.Exists(span => span.Contains(sentence.Start)))
                continue;
            var marks = new HashSet<string>(StringComparer.Ordinal);
            Words(text, sentence, marks);
            Sentences.Add((sentence, marks));
        }
        var at = 0;
        foreach (var mention in findings.Mentions)
        {
            var actor = actors[reading.Document.Id, mention.Figure];
            if (actor.IsNamed && Find(mention.Core.Start, ref at) is { } marks)
                marks.Add($"a{actor.Id}");
        }
        at = 0;
        foreach (var moment in findings.Moments)
        {
            if (moment.When is { Days: 1, From: { } day } && Find(moment.Span.Start, ref at) is { } marks)
                marks.Add(string.Create(CultureInfo.InvariantCulture, $"d{day:yyyy-MM-dd}"));
        }
    }

    public DocumentReading Reading { get; }

    /// <summary>Each sentence that is read as news, with its marks.</summary>
    public List<(Span Span, HashSet<string> Marks)> Sentences { get; } = [];

    private HashSet<string>? Find(int position, ref int at)
    {
        while (at < Sentences.Count && Sentences[at].Span.End <= position)
            at++;
        return at < Sentences.Count && Sentences[at].Span.Contains(position) ? Sentences[at].Marks : null;
    }

    /// <summary>Words with a capital, and numbers without the marks that group their digits.</summary>
    private static void Words(string text, Span sentence, HashSet<string> marks)
    {
        for (var i = sentence.Start; i < sentence.End; )
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            var start = i;
            var isNumber = char.IsDigit(text[i]);
            while (
                i < sentence.End
                && (
                    char.IsLetterOrDigit(text[i])
                    || isNumber && text[i] is '.' or ',' && i + 1 < sentence.End && char.IsDigit(text[i + 1])
                )
            )
                i++;
            if (isNumber)
            {
                // 1,500 and 1.500 are one; so are 2.5 and 2,5.
                var digits = Fold.Word(text.AsSpan(start, i - start)).Where(char.IsAsciiDigit);
                marks.Add("n" + string.Concat(digits));
            }
            else if (char.IsUpper(text[start]) && i - start >= ShortestName && start > sentence.Start)
                marks.Add("w" + Fold.Bare(text[start..i]));
        }
    }
}
