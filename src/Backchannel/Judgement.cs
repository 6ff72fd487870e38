using System.Collections.Immutable;
using System.Globalization;

namespace Backchannel;

public enum JudgementKind
{
    SameActor,
    NotSameActor,
    SameClaim,
    NotSameClaim,
    Copy,
    NotCopy,

    /// <summary>When it happened is another day than the one computed, or is not known.</summary>
    Date,

    /// <summary>The document says nothing that counts.</summary>
    Ignore,

    /// <summary>An earlier judgement no longer holds.</summary>
    Undo,
}

/// <summary>
/// The place in a document that a judgement speaks of: by words and not by a computed id, so that it is found again when the document is read anew, by
/// another version of the engine or with a changed text.
/// </summary>
/// <param name="Path">Of the document.</param>
/// <param name="Span">Where the words stood, in UTF-16 code units of the document's text; empty for the document as a whole.</param>
/// <param name="Text">The words.</param>
/// <param name="Type">The type of the content that is meant, for the words may say several; null where an actor or a document is meant.</param>
public sealed record Anchor(string Path, Span Span, string Text, string? Type = null)
{
    internal string Key => string.Join('\t', Path, Span.ToString(), Text, Type);

    /// <summary>Where the words stand in a text now: where they stood, or else as near to it as they are found; null where they are gone.</summary>
    public Span? In(string text)
    {
        if (Span.End <= text.Length && Span.Of(text) == Text)
            return Span;
        if (Text.Length == 0)
            return null;
        int? best = null;
        for (
            var at = text.IndexOf(Text, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(Text, at + 1, StringComparison.Ordinal)
        )
        {
            if (best is null || Math.Abs(at - Span.Start) < Math.Abs(best.Value - Span.Start))
                best = at;
        }
        return best is { } found ? new(found, Text.Length) : null;
    }
}

/// <summary>
/// An analyst's correction. Kept apart from what was computed, never changed, and undone only by another one; it wins over what linking would decide, and
/// of two that contradict each other the later one wins.
/// </summary>
public sealed record Judgement
{
    public required JudgementKind Kind { get; init; }

    /// <summary>
    /// Whom or what it speaks of. Two sides for the kinds that compare (what is the same as, or apart from, what; the copy, then what it copies), one for a
    /// date and an ignored document, none for an undoing. The places of one side are taken as one thing.
    /// </summary>
    public ImmutableArray<ImmutableArray<Anchor>> Sides { get; init; } = [];

    /// <summary>For <see cref="JudgementKind.Date"/>: when it happened; unknown is a value.</summary>
    public Interval When { get; init; }

    /// <summary>For <see cref="JudgementKind.Undo"/>: what no longer holds.</summary>
    public JudgementId? Undoes { get; init; }

    /// <summary>What it says, in the names of the day it was made: "Hair = Diosdado Cabello". For reading; nothing is decided by it.</summary>
    public required string About { get; init; }

    public required string Who { get; init; }

    public string Why { get; init; } = "";

    /// <summary>When it was made, to the second, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public JudgementId Id =>
        new(
            Hash.Id(
                'j',
                [
                    Kind.ToString(),
                    string.Join('|', Sides.Select(side => string.Join(';', side.Select(place => place.Key)))),
                    When.ToString(),
                    Undoes?.Value ?? "",
                    Who,
                    Why,
                    At.UtcDateTime.ToString("s", CultureInfo.InvariantCulture),
                ]
            )
        );

    /// <summary>"judged by Ada on 2031-04-02: the surname was translated".</summary>
    public string Reason =>
        string.Create(CultureInfo.InvariantCulture, $"judged by {Who} on {At.UtcDateTime:yyyy-MM-dd}")
        + (Why.Length > 0 ? $": {Why}" : "");

    /// <summary>Those that hold, the oldest first: without undoings, and without what was undone and not taken up again by undoing that.</summary>
    public static ImmutableArray<Judgement> InForce(IEnumerable<Judgement> judgements)
    {
        var undone = new HashSet<JudgementId>();
        var holding = new Stack<Judgement>();
        foreach (
            var judgement in judgements
                .DistinctBy(each => each.Id)
                .OrderByDescending(each => each.At)
                // Made in one second: what undoes comes after what it undoes.
                .ThenBy(each => each.Kind != JudgementKind.Undo)
                .ThenByDescending(each => each.Id.Value, StringComparer.Ordinal)
        )
        {
            if (undone.Contains(judgement.Id))
                continue;
            if (judgement.Undoes is { } earlier)
                undone.Add(earlier);
            else
                holding.Push(judgement);
        }
        return [.. holding];
    }
}
