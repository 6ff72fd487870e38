using Backchannel.Showing;
using Backchannel.Showing.Rows;

namespace Backchannel.Web.Desk;

/// <summary>A judgement as a form or the API words it: what it judges, of which ids, and for a date, when.</summary>
/// <param name="Judges">"same-actor", "not-same-actor", "same-claim", "not-same-claim", "copy", "not-copy", "date", "ignore".</param>
/// <param name="A">Id of an actor, claim or document.</param>
/// <param name="B">Id of what it is compared with: for not-same-actor also a document, for not-same-claim also a statement; for same-actor also a name that one actor bears.</param>
/// <param name="When">For a date: a day, month, year, interval or "unknown".</param>
public sealed record Verdict(string Judges, string A, string? B, string? When, string? Who, string? Why)
{
    /// <summary>The judgement, but for its time.</summary>
    /// <exception cref="OperatorException">It cannot be made of this archive; the message says why.</exception>
    public Judgement Of(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var archive = snapshot.Archive;
        var judging = new Judging(archive);
        var judgement = Judges switch
        {
            "same-actor" => judging.Actors(JudgementKind.SameActor, Actor(A), ActorOrName(snapshot)),
            "not-same-actor" when B is ['d', ..] => judging.ActorIn(Actor(A), Document(B))
                ?? throw new OperatorException(
                    "That document does not speak of this actor, or is the only one that does."
                ),
            "not-same-actor" => judging.Actors(JudgementKind.NotSameActor, Actor(A), Actor(B)),
            "same-claim" => judging.Claims(JudgementKind.SameClaim, Claim(A), Claim(B)),
            "not-same-claim" when B is ['s', ..] => archive.Statements.ContainsKey(new(B))
            && archive.Claims[Claim(A)].Statements.Contains(new(B))
                ? judging.StatementOf(new(B))
                    ?? throw new OperatorException("This is the only statement about the claim.")
                : throw new OperatorException($"{B} is no statement about that claim."),
            "not-same-claim" => judging.Claims(JudgementKind.NotSameClaim, Claim(A), Claim(B)),
            "copy" => judging.Documents(JudgementKind.Copy, Document(A), Document(B)),
            "not-copy" => judging.Documents(JudgementKind.NotCopy, Document(A), Document(B)),
            "date" => judging.Date(Claim(A), Day()),
            "ignore" => judging.Ignore(Document(A)),
            _ => throw new OperatorException(
                $"'{Judges}' judges nothing; there are same-actor, not-same-actor, same-claim, not-same-claim, copy, not-copy, date and ignore."
            ),
        };
        if (judgement.Sides.Any(side => side.IsEmpty))
            throw new OperatorException(
                "No words of an article speak of one of these, so that nothing can be judged of it."
            );
        return judgement with { Who = string.IsNullOrWhiteSpace(Who) ? "desk" : Who.Trim(), Why = Why?.Trim() ?? "" };

        ActorId Actor(string? id) =>
            id is not null && archive.Actors.ContainsKey(new(id)) ? new(id) : throw Nothing(id, "actor");
        ClaimId Claim(string? id) =>
            id is not null && archive.Claims.ContainsKey(new(id)) ? new(id) : throw Nothing(id, "claim");
        DocumentId Document(string? id) =>
            id is not null && archive.ById.ContainsKey(new(id)) ? new(id) : throw Nothing(id, "document");
    }

    private ActorId ActorOrName(Snapshot snapshot)
    {
        if (B is null)
            throw Nothing(B, "actor");
        if (snapshot.Archive.Actors.ContainsKey(new(B)))
            return new(B);
        var query = new NameQuery(B);
        var found = snapshot
            .Actors.Where(row => row.Id != A && query.Finds(snapshot.Archive.Actors[new(row.Id)]))
            .Take(4)
            .ToList();
        var exact = found.Where(row => row.Name == B || row.Names.Contains(B, StringComparer.Ordinal)).ToList();
        return (exact.Count == 1 ? exact : found) is [var only]
            ? new(only.Id)
            : throw new OperatorException(
                found.Count == 0
                    ? $"Nobody else here is called {B}."
                    : $"{B} may be {string.Join(", ", found.Select(row => $"{row.Name} ({row.Id})"))}: give the id of one."
            );
    }

    private Interval Day() =>
        When is "unknown" ? Interval.Unknown
        : Interval.TryParse(When, out var when) ? when
        : throw new OperatorException(
            $"'{When}' is no date: 2031-03-12, 2031-03, 2031-03-01/2031-03-12, or 'unknown'."
        );

    private static OperatorException Nothing(string? id, string kind) =>
        new(
            string.IsNullOrEmpty(id)
                ? $"Say which {kind} it is compared with."
                : $"There is no {kind} {id} in this store."
        );
}
