namespace Backchannel.Showing;

/// <summary>One statement with the document it stands in, as showing needs them together.</summary>
public readonly record struct Said(StatementId Id, DocumentReading Reading, Statement Statement)
{
    public Content Content => Reading.Findings.Contents[Statement.Content];

    /// <summary>The typed content it is about, which for plain words may be an earlier one.</summary>
    public Content Subject => Content.About is { } about ? Reading.Findings.Contents[about] : Content;

    public string Evidence => Statement.Evidence.Of(Reading.Document.Text).ReplaceLineEndings(" ");

    /// <summary>The words that say what it is about.</summary>
    public string Words => Subject.Span.Of(Reading.Document.Text).ReplaceLineEndings(" ");

    /// <summary>Whether, stance and polarity together, it says that the thing is not so.</summary>
    public bool IsNegated => Statement.Stance == Stance.Denies != (Subject.Polarity == Polarity.Negated);

    /// <summary>When the content is said to have happened, with the words that say so.</summary>
    public (Moment Moment, string Words)? Moment =>
        Subject.Moment is { } index
            ? (
                Reading.Findings.Moments[index],
                Reading.Findings.Moments[index].Span.Of(Reading.Document.Text).ReplaceLineEndings(" ")
            )
            : null;
}
