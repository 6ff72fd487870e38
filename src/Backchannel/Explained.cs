using System.Collections.Immutable;
using Backchannel.Languages;
using Backchannel.Notation;
using Backchannel.Understanding;
using Backchannel.Understanding.Syntax;

namespace Backchannel;

/// <summary>
/// How a text was understood: its findings, and sentence by sentence which lines of the pack its words fitted and where each stopped. Made by
/// <see cref="Pipeline.Explain"/>; the findings are those of <see cref="Pipeline.Understand(Document)"/>.
/// </summary>
public sealed record Explained(Findings Findings, ImmutableArray<ExplainedSentence> Sentences)
{
    internal static Explained Of(Findings findings, Trace trace) =>
        new(findings, [.. trace.Sentences.Select(sentence => ExplainedSentence.Of(sentence, findings))]);
}

/// <summary>One sentence: its clauses as they were cut, the cues tried, and the words that carry meaning and stand in no list.</summary>
public sealed record ExplainedSentence(
    Span Span,
    ImmutableArray<string> Clauses,
    ImmutableArray<Tried> Tried,
    ImmutableArray<string> InNoList
)
{
    private static readonly CueKind[] Telling = [CueKind.Trigger, CueKind.Say, CueKind.Attribute, CueKind.Report];

    internal static ExplainedSentence Of(Sentence sentence, Findings findings)
    {
        var reasons = findings
            .Contents.Where(content => sentence.Span.Overlaps(content.Span))
            .Select(content => content.Why)
            .Concat(
                findings
                    .Statements.Where(statement => sentence.Span.Overlaps(statement.Evidence))
                    .Select(statement => statement.Why)
            )
            .ToHashSet(StringComparer.Ordinal);
        var tried = sentence
            .Hits.Where(hit => Telling.Contains(hit.Cue.Kind))
            .Select(hit => Of(sentence, hit, reasons))
            .Concat(
                sentence.Rejected.Where(rejection => !sentence.Hits.Exists(hit => hit.Cue == rejection.Cue)).Select(Of)
            )
            .Distinct()
            .OrderBy(each => each.Span.Start)
            .ThenByDescending(each => each.Span.Length);
        return new(
            sentence.Span,
            [.. sentence.Clauses.Select(clause => SyntaxNotation.Of(sentence, clause))],
            [.. tried],
            [.. InNoListOf(sentence)]
        );
    }

    private static Tried Of(Sentence sentence, Hit hit, HashSet<string> reasons)
    {
        var span = sentence.SpanOf(hit.First, hit.Last);
        var line = hit.Cue.ToString();
        if (reasons.Any(reason => reason.Contains(line, StringComparison.Ordinal)))
            return new(span, line, What(hit.Cue), [], null);
        var rejection = sentence.Rejected.FirstOrDefault(each => each.Cue == hit.Cue && each.Span == span);
        return rejection.Cue is null
            ? new(
                span,
                line,
                What(hit.Cue),
                [],
                "another line over the same words was taken, or nothing is said beside it"
            )
            : Of(rejection);
    }

    private static Tried Of(Rejection rejection) =>
        new(rejection.Span, rejection.Cue.ToString(), What(rejection.Cue), [.. rejection.Roles], rejection.Why);

    private static string What(Cue cue) =>
        cue.Kind switch
        {
            CueKind.Trigger => cue.Type!.ToString(),
            CueKind.Say => "words of saying",
            CueKind.Attribute => "words that name whose word it is",
            _ => "a report",
        };

    private static IEnumerable<string> InNoListOf(Sentence sentence)
    {
        for (var t = 0; t < sentence.Tokens.Length; t++)
        {
            if (
                sentence.Tokens[t].IsWord
                && sentence.Tags[t].Upos is Upos.Noun or Upos.Verb or Upos.Adj
                && sentence.Grammar[t] is null
                && !sentence.IsTime(t)
                && !sentence.Hits.Exists(hit => hit.Covers(t))
                && !sentence.Nominals.Exists(nominal =>
                    nominal.Reference is { Kind: MentionKind.Name } name && name.CoreFirst <= t && t <= name.CoreLast
                )
            )
                yield return sentence.Texts[t];
        }
    }
}

/// <summary>Words that fitted a line of the pack.</summary>
/// <param name="Span">The words, in the document's text.</param>
/// <param name="Line">Where the line stands, and what it says: <c>en/contacts.txt:12 'meet~v'</c>.</param>
/// <param name="What">What the line tells of.</param>
/// <param name="Roles">How roles were filled before it stopped; what became a finding says so itself.</param>
/// <param name="Stopped">Why it came to nothing; null where a finding rests on it.</param>
public sealed record Tried(Span Span, string Line, string What, ImmutableArray<string> Roles, string? Stopped)
{
    public bool Equals(Tried? other) => other is not null && Span == other.Span && Line == other.Line;

    public override int GetHashCode() => HashCode.Combine(Span, Line);
}
