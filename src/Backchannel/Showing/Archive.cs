using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Backchannel.Showing;

/// <summary>All that a store holds, as showing sees it: documents, findings and what linking made of them. Shared by tables, page and exports.</summary>
public sealed class Archive
{
    /// <param name="judgements">Those in force, which the readings and the changes obey already.</param>
    public Archive(
        IEnumerable<DocumentReading> readings,
        Changes changes,
        IEnumerable<Problem> problems,
        ImmutableArray<Judgement> judgements = default
    )
    {
        Judgements = judgements.IsDefault ? [] : judgements;
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

    /// <summary>The judgements in force, the oldest first.</summary>
    public ImmutableArray<Judgement> Judgements { get; }

    public Changes Changes { get; }

    public ImmutableArray<Problem> Problems { get; }

    public FrozenDictionary<DocumentId, DocumentReading> ById { get; }

    public FrozenDictionary<ActorId, Actor> Actors { get; }

    public FrozenDictionary<ClaimId, Claim> Claims { get; }

    public FrozenDictionary<OriginId, Origin> Origins { get; }

    public FrozenDictionary<StatementId, StatementRef> Statements { get; }

    public Actor ActorOf(DocumentId document, int figure) => Actors[Changes.ActorOf[new(document, figure)]];

    /// <summary>Every id that can be asked about.</summary>
    public IEnumerable<string> AllIds =>
        Readings
            .Select(reading => reading.Document.Id.Value)
            .Concat(Actors.Keys.Select(id => id.Value))
            .Concat(Claims.Keys.Select(id => id.Value))
            .Concat(Origins.Keys.Select(id => id.Value))
            .Concat(Statements.Keys.Select(id => id.Value))
            .Concat(Changes.Stories.Select(story => story.Id.Value))
            .Concat(Changes.Copies.Select(copy => copy.Id.Value));

    public Said this[StatementId id]
    {
        get
        {
            var (document, statement) = Statements[id];
            var reading = ById[document];
            return new(id, reading, reading.Findings.Statements[statement]);
        }
    }

    /// <summary>The statements about a claim, in order of document and position.</summary>
    public IEnumerable<Said> Said(Claim claim) => claim.Statements.Select(id => this[id]);

    /// <summary>Negated where every statement says that it did not happen or does not hold.</summary>
    public Polarity PolarityOf(Claim claim) =>
        Said(claim).All(said => said.IsNegated) ? Polarity.Negated : Polarity.Affirmed;

    /// <summary>Outlets that carry a claim, by name; a document of an unknown outlet stands for itself, by its path.</summary>
    public ImmutableArray<string> Outlets(Claim claim) =>
        [
            .. claim
                .Documents.Select(id => ById[id].Document)
                .Select(document => document.Outlet ?? document.Path)
                .Distinct(StringComparer.Ordinal),
        ];
}
