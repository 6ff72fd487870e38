using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Backchannel.Showing;

/// <summary>All that a store holds, as showing sees it: documents, findings and what linking made of them. Shared by tables, page and exports.</summary>
public sealed class Archive
{
    public Archive(IEnumerable<DocumentReading> readings, Changes changes, IEnumerable<Problem> problems)
    {
        Readings =
        [
            .. readings
                .OrderBy(reading => reading.Document.Path, StringComparer.Ordinal)
                .ThenBy(reading => reading.Document.Id.Value, StringComparer.Ordinal),
        ];
        Changes = changes;
        Problems =
        [
            .. problems
                .OrderBy(problem => problem.Where, StringComparer.Ordinal)
                .ThenBy(problem => problem.What, StringComparer.Ordinal),
        ];
        ById = Readings.ToFrozenDictionary(reading => reading.Document.Id);
        Actors = changes.Actors.ToFrozenDictionary(actor => actor.Id);
        Claims = changes.Claims.ToFrozenDictionary(claim => claim.Id);
        Origins = changes.Origins.ToFrozenDictionary(origin => origin.Id);
        var statements = new Dictionary<StatementId, StatementRef>();
        foreach (var reading in Readings)
        {
            for (var s = 0; s < reading.Findings.Statements.Length; s++)
                statements.TryAdd(reading.StatementId(s), new(reading.Document.Id, s));
        }
        Statements = statements.ToFrozenDictionary();
    }

    public ImmutableArray<DocumentReading> Readings { get; }

    public Changes Changes { get; }

    public ImmutableArray<Problem> Problems { get; }

    public FrozenDictionary<DocumentId, DocumentReading> ById { get; }

    public FrozenDictionary<ActorId, Actor> Actors { get; }

    public FrozenDictionary<ClaimId, Claim> Claims { get; }

    public FrozenDictionary<OriginId, Origin> Origins { get; }

    public FrozenDictionary<StatementId, StatementRef> Statements { get; }

    public Actor ActorOf(DocumentId document, int figure) => Actors[Changes.ActorOf[new(document, figure)]];
}
