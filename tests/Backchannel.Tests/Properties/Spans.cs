namespace Backchannel.Tests.Properties;

/// <summary>Every place at which findings point, and the rules each must keep.</summary>
internal static class Spans
{
    /// <summary>What is wrong with the findings of a document; empty where all is well.</summary>
    public static IEnumerable<string> Wrong(Document document, Findings findings)
    {
        var text = document.Text;
        foreach (var (span, what, within) in Of(findings))
        {
            if (span.Start < 0 || span.Length < 0 || span.End > text.Length)
                yield return $"{what} {span} lies outside the text of {text.Length}";
            else if (span.IsEmpty)
                yield return $"{what} {span} is empty";
            else if (within is { } outer && !outer.Contains(span))
                yield return $"{what} {span} '{span.Of(text)}' lies outside {outer} '{outer.Of(text)}'";
        }
        foreach (var (position, count, what) in Positions(findings))
        {
            if (position < 0 || position >= count)
                yield return $"{what} {position} is none of {count}";
        }
        foreach (var sentence in findings.Sentences)
        {
            if (!findings.Passages.Any(passage => passage.IsRead && passage.Span.Contains(sentence)))
                yield return $"sentence {sentence} stands in no passage that is read";
        }
        foreach (var statement in findings.Statements)
        {
            if (!findings.Sentences.Any(sentence => sentence.Contains(statement.Evidence)))
                yield return $"evidence {statement.Evidence} goes beyond its sentence";
            if (!findings.Sentences.Any(sentence => sentence.Contains(findings.Contents[statement.Content].Span)))
                yield return $"content {findings.Contents[statement.Content].Span} goes beyond its sentence";
        }
        var end = 0;
        foreach (var passage in findings.Passages)
        {
            if (passage.Span.Start < end)
                yield return $"passage {passage.Span} begins before the last one ends, at {end}";
            else if (!string.IsNullOrWhiteSpace(text[end..passage.Span.Start]))
                yield return $"'{text[end..passage.Span.Start]}' stands in no passage";
            end = passage.Span.End;
        }
        if (findings.Language is not null && !string.IsNullOrWhiteSpace(text[end..]))
            yield return $"'{text[end..]}' stands in no passage";
    }

    private static IEnumerable<(Span Span, string What, Span? Within)> Of(Findings findings)
    {
        foreach (var passage in findings.Passages)
            yield return (passage.Span, "passage", null);
        foreach (var sentence in findings.Sentences)
            yield return (sentence, "sentence", null);
        foreach (var moment in findings.Moments)
            yield return (moment.Span, "moment", null);
        foreach (var mention in findings.Mentions)
        {
            yield return (mention.Span, "mention", null);
            yield return (mention.Core, "core of a mention", mention.Span);
        }
        foreach (var role in findings.Figures.SelectMany(figure => figure.Roles))
            yield return (role.Span, "role", null);
        foreach (var content in findings.Contents)
        {
            yield return (content.Span, "content", null);
            foreach (var participant in content.Participants)
                yield return (participant.Span, "participant", null);
            if (content.Place is { } place)
                yield return (place.Span, "place", null);
            if (content.CarriedFrom is { } carried)
                yield return (carried, "sentence carried from", null);
        }
        foreach (var statement in findings.Statements)
        {
            yield return (statement.Evidence, "evidence", null);
            foreach (var voice in statement.Voices)
            {
                if (voice.Span is { } span)
                    yield return (span, "voice", null);
            }
        }
    }

    private static IEnumerable<(int Position, int Count, string What)> Positions(Findings findings)
    {
        var (figures, moments, contents) = (findings.Figures.Length, findings.Moments.Length, findings.Contents.Length);
        foreach (var mention in findings.Mentions)
            yield return (mention.Figure, figures, "figure of a mention");
        foreach (var figure in findings.Figures)
        {
            if (figure.ActsFor is { } side)
                yield return (side, figures, "side of a figure");
            foreach (var member in figure.Members)
                yield return (member, figures, "member of a figure");
        }
        foreach (var content in findings.Contents)
        {
            foreach (var participant in content.Participants)
                yield return (participant.Figure, figures, "figure of a participant");
            if (content.Place is { } place)
                yield return (place.Figure, figures, "figure of a place");
            if (content.Moment is { } moment)
                yield return (moment, moments, "moment of a content");
            if (content.About is { } about)
                yield return (about, contents, "content that words are about");
        }
        foreach (var statement in findings.Statements)
        {
            yield return (statement.Content, contents, "content of a statement");
            if (statement.Said is { } said)
                yield return (said, moments, "moment of saying");
            foreach (var voice in statement.Voices)
            {
                if (voice.Figure is { } figure)
                    yield return (figure, figures, "figure of a voice");
            }
        }
    }
}
