using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Backchannel.Linking.Actors;

/// <summary>Who is who across documents.</summary>
/// <param name="OutletOf">Which actor the outlet of a document is, as far as some document speaks of it as one.</param>
internal sealed record LinkedActors(
    ImmutableArray<Actor> All,
    FrozenDictionary<FigureRef, ActorId> Of,
    FrozenDictionary<DocumentId, ActorId> OutletOf
)
{
    private readonly FrozenDictionary<ActorId, Actor> _byId = All.ToFrozenDictionary(actor => actor.Id);

    public Actor this[ActorId id] => _byId[id];

    public Actor this[DocumentId document, int figure] => _byId[Of[new(document, figure)]];

    /// <summary>The side an actor is on in the end: the state or body that the one it acts for acts for, and so on; itself where it acts for none.</summary>
    public Actor SideOf(Actor actor)
    {
        // An official acts for a ministry, the ministry for a state; longer chains than this are circles.
        for (var step = 0; step < 4 && actor.ActsFor is { } side && side != actor.Id; step++)
            actor = _byId[side];
        return actor;
    }
}
