using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Backchannel;

/// <summary>A statement of one document: the document and the position in its <see cref="Findings.Statements"/>.</summary>
public readonly record struct StatementRef(DocumentId Document, int Statement);

/// <summary>All that linking decided about a set of documents. A function of that set: no order, thread or clock enters it.</summary>
public sealed record Changes
{
    public ImmutableArray<Actor> Actors { get; init; } = [];

    public ImmutableArray<Claim> Claims { get; init; } = [];

    public ImmutableArray<Origin> Origins { get; init; } = [];

    public ImmutableArray<Copy> Copies { get; init; } = [];

    public ImmutableArray<Story> Stories { get; init; } = [];

    /// <summary>Who each figure is.</summary>
    public FrozenDictionary<FigureRef, ActorId> ActorOf { get; init; } = FrozenDictionary<FigureRef, ActorId>.Empty;

    /// <summary>The claim each statement is about; statements of plain words about nothing typed are absent.</summary>
    public FrozenDictionary<StatementId, ClaimId> ClaimOf { get; init; } = FrozenDictionary<StatementId, ClaimId>.Empty;

    public FrozenDictionary<StatementId, OriginId> OriginOf { get; init; } =
        FrozenDictionary<StatementId, OriginId>.Empty;
}

/// <summary>What was read and what was found in it: the input of linking.</summary>
public sealed record DocumentReading(Document Document, Findings Findings)
{
    /// <summary>The id of a statement: the same words of the same document about the same thing.</summary>
    public StatementId StatementId(int statement)
    {
        var s = Findings.Statements[statement];
        var voices = string.Join('>', s.Voices.Select(voice => $"{voice.Role}:{voice.Figure}:{voice.Name}"));
        return new(
            Hash.Id(
                's',
                Document.Id.Value,
                s.Evidence.ToString(),
                s.Stance.ToString(),
                voices,
                Findings.Contents[s.Content].Span.ToString(),
                s.Content.ToString(System.Globalization.CultureInfo.InvariantCulture)
            )
        );
    }
}
