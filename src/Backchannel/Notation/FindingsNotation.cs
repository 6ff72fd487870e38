using System.Text;
using Backchannel.Showing;

namespace Backchannel.Notation;

/// <summary>
/// Findings as a short readable text: the same in golden tests, in explanations and in bug reports. One block a sentence: the sentence,
/// then a line for each statement in it.
/// </summary>
/// <example>
/// <code>
/// "We met in Oslo," Lind told Reuters.
///   Reuters > Lind : asserts : meeting, held, in person (Lind's government; Norway) at Oslo
/// </code>
/// </example>
public static class FindingsNotation
{
    public static string Of(Document document, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(findings);
        var text = new StringBuilder();
        text.Append("language ").Append(findings.Language ?? "unknown").Append('\n');
        if (findings.Dating is { } dating)
            text.Append("inferred: written ")
                .Append(dating.When)
                .Append(": ")
                .Append(OneLine(dating.Reason))
                .Append('\n');
        foreach (var passage in findings.Passages)
        {
            if (!passage.IsRead)
            {
                text.Append('[')
                    .Append(Words.Of(passage.Kind))
                    .Append(": ")
                    .Append(passage.Reason)
                    .Append("] ")
                    .Append(Short(passage.Span.Of(document.Text)))
                    .Append('\n');
                continue;
            }
            foreach (var sentence in findings.Sentences.Where(sentence => passage.Span.Contains(sentence)))
            {
                if (passage.Kind != PassageKind.Paragraph)
                    text.Append('[').Append(Words.Of(passage.Kind)).Append("] ");
                text.Append(OneLine(sentence.Of(document.Text))).Append('\n');
                foreach (var line in Lines(document, findings, sentence))
                    text.Append("  ").Append(line).Append('\n');
            }
        }
        foreach (var problem in findings.Problems)
            text.Append("problem: ").Append(problem.What).Append('\n');
        return text.ToString();
    }

    /// <summary>The statements whose evidence begins in a sentence, one line each.</summary>
    public static IEnumerable<string> Lines(Document document, Findings findings, Span sentence)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(findings);
        foreach (var statement in findings.Statements.Where(statement => sentence.Contains(statement.Evidence.Start)))
            yield return Of(document, findings, statement);
    }

    public static string Of(Document document, Findings findings, Statement statement)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(statement);
        var said = statement.Said is { } moment ? $" said {Moment(document, findings, moment)}" : "";
        return $"{Voices(findings, statement)}{said} : {Words.Of(statement.Stance)} : {Content(document, findings, findings.Contents[statement.Content])}";
    }

    /// <summary>The chain as the text gives it, nearest the reader first.</summary>
    internal static string Voices(Findings findings, Statement statement) =>
        string.Join(
            " > ",
            statement
                .Voices.Where(voice => voice.Figure is not null)
                .Select(voice => Voice(findings, voice))
                .DefaultIfEmpty("(text)")
        );

    private static string Voice(Findings findings, Voice voice)
    {
        var name = OneLine(findings.Figures[voice.Figure!.Value].Name);
        var mark = voice.IsAnonymous ? "?" : "";
        return voice.Role == VoiceRole.Source ? $"source {name}{mark}" : name + mark;
    }

    private static string Content(Document document, Findings findings, Content content)
    {
        if (content.Type is not { } type)
        {
            var about = content.About is { } index
                ? $" about {{{Content(document, findings, findings.Contents[index])}}}"
                : "";
            return $"\"{Short(content.Span.Of(document.Text))}\"{about}";
        }
        var text = new StringBuilder(type.Name);
        if (content.Polarity == Polarity.Negated)
            text.Append(", not");
        if (content.Status != Status.Unknown)
            text.Append(", ").Append(Words.Of(content.Status));
        if (content.Channel != Channel.Unknown)
            text.Append(", ").Append(Words.Of(content.Channel));
        if (content.Secret == true)
            text.Append(", secret");
        text.Append(" (")
            .AppendJoin("; ", content.Participants.Select(participant => Participant(findings, participant)))
            .Append(')');
        if (content.Place is { } place)
            text.Append(" at ").Append(findings.Figures[place.Figure].Name);
        if (content.Moment is { } moment)
            text.Append(" on ").Append(Moment(document, findings, moment));
        if (content.CarriedFrom is not null)
            text.Append(" carried");
        return text.ToString();
    }

    private static string Participant(Findings findings, Participant participant)
    {
        var name = OneLine(findings.Figures[participant.Figure].Name);
        return participant.Role is Role.Party ? name : $"{Words.Of(participant.Role)} {name}";
    }

    private static string Moment(Document document, Findings findings, int index)
    {
        var moment = findings.Moments[index];
        return moment.When.IsUnknown ? $"'{moment.Span.Of(document.Text)}'" : moment.When.ToString();
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Short(string text) =>
        OneLine(text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 60), " … ", text.AsSpan(text.Length - 15)));
}
