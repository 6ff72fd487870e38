using System.Collections.Frozen;
using System.Collections.Immutable;
using Backchannel.Values;

namespace Backchannel.Linking.Actors;

/// <summary>Whom other documents mean when they name the outlet of one: by the world lists, or by the very name.</summary>
internal static class Outlets
{
    public static FrozenDictionary<DocumentId, ActorId> Of(
        ImmutableArray<DocumentReading> readings,
        ImmutableArray<Actor> actors
    )
    {
        var byKey = actors
            .Where(actor => actor.Known is not null)
            .DistinctBy(actor => actor.Known, StringComparer.Ordinal)
            .ToDictionary(actor => actor.Known!, actor => actor.Id, StringComparer.Ordinal);
        var byName = actors
            .Where(actor => actor is { IsNamed: true, Type: ActorType.Outlet or ActorType.Agency or ActorType.Body })
            .SelectMany(actor => actor.Names.Select(name => (Name: Fold.Bare(name.Text), actor.Id)))
            .DistinctBy(pair => pair.Name, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Name, pair => pair.Id, StringComparer.Ordinal);
        var of = new Dictionary<DocumentId, ActorId>();
        foreach (var reading in readings)
        {
            if (
                reading.Findings.Outlet is { } key && byKey.TryGetValue(key, out var actor)
                || reading.Document.Outlet is { } name && byName.TryGetValue(Fold.Bare(name), out actor)
            )
                of[reading.Document.Id] = actor;
        }
        return of.ToFrozenDictionary();
    }
}
