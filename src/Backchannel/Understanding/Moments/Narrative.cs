namespace Backchannel.Understanding.Moments;

/// <summary>
/// The time that a text tells of, where that is not the time of its writing: after "in 1920" a month or day without a year is of that year. It holds for
/// some sentences, and as long as further days are counted from it. Belongs to one document.
/// </summary>
internal sealed class Narrative
{
    /// <summary>A text that names no date for so many sentences tells of something else.</summary>
    private const int Sentences = 8;

    /// <summary>So near to the year of the writing the press counts from today, whatever date it names; a year alone must lie further back.</summary>
    private const int NearYears = 1,
        NearYearsAlone = 10;

    private int _since;

    /// <summary>The day last told of; null where the text tells of its own time.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>Whether a year alone was told: what follows lies in it.</summary>
    public bool IsYear { get; private set; }

    public void NextSentence()
    {
        if (++_since > Sentences)
            Day = null;
    }

    /// <summary>Takes note of a time that was read.</summary>
    public void Tell(Moment moment, Interval published)
    {
        if (
            moment is not { Kind: MomentKind.Date or MomentKind.Time, When.From: { } day }
            || moment.Basis is not (MomentBasis.Absolute or MomentBasis.Text)
            || moment.Precision is Precision.Vague
        )
            return;
        _since = 0;
        IsYear = moment.Precision is Precision.Year;
        var near = moment.Precision == Precision.Year ? NearYearsAlone : NearYears;
        Day = (published.To ?? published.From) is { } now && Math.Abs(now.Year - day.Year) <= near ? null : day;
    }
}
