using System.Collections.Immutable;
using Backchannel.Showing;
using Backchannel.Showing.Rows;
using Backchannel.Storage;

namespace Backchannel.Web.Desk;

/// <summary>One linked state of a store, with what its views ask for again and again. Nothing in it changes; any number of requests share it.</summary>
public sealed class Snapshot
{
    private readonly Lazy<ImmutableArray<Claim>> _byWeight;
    private readonly Lazy<ImmutableArray<Claim>> _byTime;
    private readonly Lazy<ImmutableArray<ActorRow>> _actors;
    private readonly Lazy<ImmutableArray<StoryRow>> _stories;
    private readonly Lazy<ILookup<ActorId, Claim>> _claimsOf;
    private readonly Lazy<ILookup<ActorId, StatementId>> _saidBy;
    private readonly Lazy<ImmutableArray<string>> _languages;

    public Snapshot(Archive archive, ImmutableArray<Judgement> judgements)
    {
        ArgumentNullException.ThrowIfNull(archive);
        Archive = archive;
        Judgements = judgements;
        Index = new SearchIndex(archive);
        Version = Hash.Id(
            'v',
            [
                .. archive.Readings.Select(reading => $"{reading.Document.Id} {reading.Document.Published}"),
                .. archive.Changes.Claims.Select(claim => claim.Id.Value),
                .. judgements.Select(judgement => judgement.Id.Value),
            ]
        );
        _byWeight = new(() => Ledger.ByWeight(archive, ClaimFilter.Everything));
        _byTime = new(() => Ledger.ByTime(archive, ClaimFilter.Everything));
        _actors = new(() => ActorRow.All(archive));
        _stories = new(() =>
            [
                .. archive
                    .Changes.Stories.Select(story => StoryRow.Of(archive, story))
                    .OrderByDescending(row => row.Documents.Length)
                    .ThenBy(row => row.Id, StringComparer.Ordinal),
            ]
        );
        _claimsOf = new(() =>
            _byWeight
                .Value.SelectMany(claim =>
                    claim.Participants.Select(each => each.Actor).Distinct().Select(actor => (actor, claim))
                )
                .ToLookup(each => each.actor, each => each.claim)
        );
        _saidBy = new(() =>
            archive
                .Statements.Keys.Select(id => archive[id])
                .OrderBy(said => said.Reading.Document.Published.From ?? DateOnly.MaxValue)
                .ThenBy(said => said.Reading.Document.Path, StringComparer.Ordinal)
                .ThenBy(said => said.Statement.Evidence)
                .SelectMany(said =>
                    said.Statement.Voices.Select(voice => voice.Figure)
                        .OfType<int>()
                        .Select(figure => archive.ActorOf(said.Reading.Document.Id, figure).Id)
                        .Distinct()
                        .Select(actor => (actor, said.Id))
                )
                .ToLookup(each => each.actor, each => each.Id)
        );
        _languages = new(() =>
            [
                .. archive
                    .Readings.Select(reading => reading.Findings.Language)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ]
        );
    }

    public Archive Archive { get; }

    /// <summary>Every judgement ever made, those undone among them.</summary>
    public ImmutableArray<Judgement> Judgements { get; }

    public SearchIndex Index { get; }

    /// <summary>The same for the same documents, engine and judgements, on any machine.</summary>
    public string Version { get; }

    public ImmutableArray<Claim> ByWeight => _byWeight.Value;

    public ImmutableArray<Claim> ByTime => _byTime.Value;

    public ImmutableArray<ActorRow> Actors => _actors.Value;

    public ImmutableArray<StoryRow> Stories => _stories.Value;

    public ImmutableArray<string> Languages => _languages.Value;

    public IEnumerable<Claim> ClaimsOf(ActorId actor) => _claimsOf.Value[actor];

    /// <summary>Statements of which the actor is one of the voices.</summary>
    public IEnumerable<StatementId> SaidBy(ActorId actor) => _saidBy.Value[actor];

    public Story? StoryOf(string id) => Archive.Changes.Stories.FirstOrDefault(story => story.Id.Value == id);

    public bool Holds(string id) =>
        id is { Length: > 1 }
        && id[0] switch
        {
            'd' => Archive.ById.ContainsKey(new(id)),
            'a' => Archive.Actors.ContainsKey(new(id)),
            'c' => Archive.Claims.ContainsKey(new(id)),
            's' => Archive.Statements.ContainsKey(new(id)),
            'o' => Archive.Origins.ContainsKey(new(id)),
            't' => StoryOf(id) is not null,
            'k' => Archive.Changes.Copies.Any(copy => copy.Id.Value == id),
            _ => false,
        };

    /// <summary>What an id of an earlier state is called in this one: a merged actor, a claim that was joined. The id itself where it still stands.</summary>
    public string Successor(Snapshot earlier, string id)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        if (Holds(id) || !earlier.Holds(id))
            return id;
        return id[0] switch
        {
            'a' => earlier
                .Archive.Actors[new(id)]
                .Figures.Select(figure =>
                    Archive.Changes.ActorOf.TryGetValue(figure, out var actor) ? actor.Value : null
                )
                .FirstOrDefault(each => each is not null)
                ?? id,
            'c' => earlier
                .Archive.Claims[new(id)]
                .Statements.Select(statement =>
                    Archive.Changes.ClaimOf.TryGetValue(statement, out var claim) ? claim.Value : null
                )
                .FirstOrDefault(each => each is not null)
                ?? id,
            _ => id,
        };
    }
}
