using System.Collections.Immutable;
using Backchannel.Showing.Rows;

namespace Backchannel.Showing;

/// <summary>What an analyst judges, put in terms that outlast the ids of an archive: what a row rests on in the documents.</summary>
public sealed class Judging(Archive archive)
{
    private readonly Phrase _phrase = new(archive, name => name);

    /// <summary>Two actors that are one, or not.</summary>
    public Judgement Actors(JudgementKind kind, ActorId a, ActorId b) =>
        Of(kind, [PlacesOf(a), PlacesOf(b)], $"{archive.Actors[a].Name} {Sign(kind)} {archive.Actors[b].Name}");

    /// <summary>An actor in one document that is not the actor whom other documents so call.</summary>
    /// <returns>Null where the document does not speak of the actor, or no other does.</returns>
    public Judgement? ActorIn(ActorId actor, DocumentId document)
    {
        var path = archive.ById[document].Document.Path;
        var places = PlacesOf(actor);
        var (here, elsewhere) = (
            places.Where(place => place.Path == path).ToImmutableArray(),
            places.Where(place => place.Path != path).ToImmutableArray()
        );
        return here.IsEmpty || elsewhere.IsEmpty
            ? null
            : Of(
                JudgementKind.NotSameActor,
                [here, elsewhere],
                $"{archive.Actors[actor].Name} in {path} ≠ {archive.Actors[actor].Name} in other documents"
            );
    }

    /// <summary>Two claims that say the same, or do not.</summary>
    public Judgement Claims(JudgementKind kind, ClaimId a, ClaimId b) =>
        Of(
            kind,
            [PlacesOf(archive.Claims[a].Statements), PlacesOf(archive.Claims[b].Statements)],
            $"{Said(a)} {Sign(kind)} {Said(b)}"
        );

    /// <summary>A statement that is not about the claim it was taken for.</summary>
    /// <returns>Null where the statement is about no claim, or the only one about it.</returns>
    public Judgement? StatementOf(StatementId statement)
    {
        if (!archive.Changes.ClaimOf.TryGetValue(statement, out var claim))
            return null;
        var own = PlacesOf([statement]);
        var others = PlacesOf([.. archive.Claims[claim].Statements.Where(other => other != statement)])
            .Except(own)
            .ToImmutableArray();
        return others.IsEmpty
            ? null
            : Of(JudgementKind.NotSameClaim, [own, others], $"“{archive[statement].Evidence}” ≠ {Said(claim)}");
    }

    /// <summary>A document that copies another, or does not.</summary>
    public Judgement Documents(JudgementKind kind, DocumentId document, DocumentId of) =>
        Of(
            kind,
            [
                [PlaceOf(document)],
                [PlaceOf(of)],
            ],
            $"{archive.ById[document].Document.Path} {(kind == JudgementKind.Copy ? "copies" : "does not copy")} {archive.ById[of].Document.Path}"
        );

    /// <summary>When what a claim tells happened.</summary>
    /// <param name="when">Unknown is a value: the day that was computed is wrong, and which is right nobody knows.</param>
    public Judgement Date(ClaimId claim, Interval when) =>
        Of(JudgementKind.Date, [PlacesOf(archive.Claims[claim].Statements)], $"{Said(claim)}: on {when}") with
        {
            When = when,
        };

    /// <summary>A document that says nothing that counts.</summary>
    public Judgement Ignore(DocumentId document) =>
        Of(
            JudgementKind.Ignore,
            [
                [PlaceOf(document)],
            ],
            $"{archive.ById[document].Document.Path} is ignored"
        );

    /// <summary>That an earlier judgement no longer holds.</summary>
    public static Judgement Undo(Judgement earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return Of(JudgementKind.Undo, [], $"not any more: {earlier.About}") with { Undoes = earlier.Id };
    }

    private string Said(ClaimId claim) => _phrase.Of(archive.Claims[claim]);

    private static string Sign(JudgementKind kind) =>
        kind is JudgementKind.SameActor or JudgementKind.SameClaim ? "=" : "≠";

    /// <summary>Who, why and when are the caller's to fill in.</summary>
    private static Judgement Of(JudgementKind kind, ImmutableArray<ImmutableArray<Anchor>> sides, string about) =>
        new()
        {
            Kind = kind,
            Sides = sides,
            About = about,
            Who = "",
            At = default,
        };

    private Anchor PlaceOf(DocumentId document) => new(archive.ById[document].Document.Path, default, "");

    /// <summary>The first name, or else the first mention, in each document.</summary>
    private ImmutableArray<Anchor> PlacesOf(ActorId actor)
    {
        var places = ImmutableArray.CreateBuilder<Anchor>();
        foreach (var (id, figure) in archive.Actors[actor].Figures)
        {
            var reading = archive.ById[id];
            var mention = reading
                .Findings.Mentions.Where(each => each.Figure == figure)
                .OrderBy(each => each.Kind)
                .ThenBy(each => each.Span)
                .FirstOrDefault();
            if (mention is not null)
                places.Add(new(reading.Document.Path, mention.Core, mention.Core.Of(reading.Document.Text)));
        }
        return places.ToImmutable();
    }

    private ImmutableArray<Anchor> PlacesOf(ImmutableArray<StatementId> statements) =>
        [
            .. statements
                .Select(id =>
                {
                    var (reading, content) = (archive[id].Reading, archive[id].Subject);
                    return new Anchor(
                        reading.Document.Path,
                        content.Span,
                        content.Span.Of(reading.Document.Text),
                        content.Type?.Name
                    );
                })
                .Distinct(),
        ];
}
