using System.Collections.Immutable;

namespace Backchannel.Web.Desk;

/// <summary>A stretch of an article's text under one set of findings.</summary>
/// <param name="Anchor">Set where a statement's evidence begins.</param>
/// <param name="IsEvidence">Whether a statement rests on it.</param>
/// <param name="Mention">Who is named or referred to here, where somebody is.</param>
/// <param name="Moment">The time told here, where one is.</param>
/// <param name="IsCopied">Whether it stands in another document, too.</param>
public sealed record MarkedPiece(
    string Words,
    string? Anchor,
    bool IsEvidence,
    Mention? Mention,
    Moment? Moment,
    bool IsCopied
);

/// <summary>A passage cut wherever a finding begins or ends.</summary>
public static class MarkedText
{
    public static IEnumerable<MarkedPiece> Of(DocumentReading reading, Span passage, ImmutableArray<Span> copied)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var (text, findings) = (reading.Document.Text, reading.Findings);
        var evidence = findings.Statements.Select(each => each.Evidence).Where(passage.Contains).Distinct().ToList();
        var mentions = findings
            .Mentions.Where(each => passage.Contains(each.Core) && each.Kind != MentionKind.Pronoun)
            .ToList();
        var moments = findings.Moments.Where(each => passage.Contains(each.Span)).ToList();
        var reused = copied.Where(each => each.Start < passage.End && each.End > passage.Start).ToList();
        var cuts = evidence
            .Concat(mentions.Select(each => each.Core))
            .Concat(moments.Select(each => each.Span))
            .Concat(reused)
            .SelectMany(span => new[] { span.Start, span.End })
            .Where(at => at > passage.Start && at < passage.End)
            .Append(passage.Start)
            .Append(passage.End)
            .Distinct()
            .Order()
            .ToList();
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var piece = new Span(cuts[i], cuts[i + 1] - cuts[i]);
            yield return new(
                text[piece.Start..piece.End],
                evidence.Exists(span => span.Start == piece.Start) ? Anchor(piece.Start) : null,
                evidence.Exists(span => span.Contains(piece)),
                mentions.Find(each => each.Core.Contains(piece)),
                moments.Find(each => each.Span.Contains(piece)),
                reused.Exists(span => span.Contains(piece))
            );
        }
    }

    /// <summary>The name of the place where evidence begins.</summary>
    public static string Anchor(int start) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"at-{start}");
}
