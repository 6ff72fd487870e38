using System.Collections.Frozen;
using System.Collections.Immutable;
using Backchannel.Linking.Actors;
using Backchannel.Linking.Claims;
using Backchannel.Linking.Copies;
using Backchannel.Linking.Datings;
using Backchannel.Linking.Judgements;
using Backchannel.Linking.Origins;
using Backchannel.Linking.Stories;

namespace Backchannel.Linking;

/// <summary>
/// Links what documents say: who is the same, what is the same claim, whose word it is in the end. A function of the set of readings: they
/// are put into one order first, so that neither the order they came in nor the number of threads shows in the result.
/// </summary>
public static class Linker
{
    /// <summary>The readings that count: without the documents that are judged to say nothing, and with the times that are judged to be right.</summary>
    /// <param name="judgements">Those in force.</param>
    private static ImmutableArray<DocumentReading> Judged(
        IEnumerable<DocumentReading> readings,
        ImmutableArray<Judgement> judgements
    ) => Rulings.Apply([.. readings], judgements);

    /// <summary>
    /// Links, and counts anew what documents without a date tell, where their siblings leave one day for them: the readings that count, and
    /// what linking decided of these.
    /// </summary>
    /// <param name="judgements">Those in force.</param>
    public static (ImmutableArray<DocumentReading> Readings, Changes Changes) Account(
        IEnumerable<DocumentReading> readings,
        ImmutableArray<Judgement> judgements = default
    )
    {
        judgements = judgements.IsDefault ? [] : judgements;
        var counted = Judged(readings, judgements);
        var changes = Link(counted, judgements);
        var dated = SiblingDates.Infer(counted, changes);
        return dated == counted ? (counted, changes) : (dated, Link(dated, judgements));
    }

    /// <summary>Which documents reuse the text of others, as far as their texts tell.</summary>
    public static ImmutableArray<Copy> CopiesOf(IEnumerable<DocumentReading> readings) => CopyLinks.Find([.. readings]);

    /// <param name="judgements">Those in force: they win over what would be decided without them.</param>
    public static Changes Link(IEnumerable<DocumentReading> readings, ImmutableArray<Judgement> judgements = default)
    {
        var ordered = readings
            .OrderBy(reading => reading.Document.Path, StringComparer.Ordinal)
            .ThenBy(reading => reading.Document.Id.Value, StringComparer.Ordinal)
            .ToImmutableArray();
        var rulings = Rulings.Of(ordered, judgements.IsDefault ? [] : judgements);
        var actors = ActorLinks.Link(ordered, rulings);
        var copies = rulings.Rule([.. CopyLinks.Find(ordered), .. TranslationLinks.Find(ordered, actors)]);
        var (origins, originOf) = OriginLinks.Link(ordered, actors, copies);
        var (claims, claimOf) = ClaimLinks.Link(ordered, actors, origins, originOf, rulings.Claims);
        claims = Histories.Tell(ordered, claims, actors);
        var stories = StoryLinks.Link(ordered, actors, claims, copies);
        return new()
        {
            Actors = actors.All,
            Claims = claims,
            Origins = origins,
            Copies = copies,
            Stories = stories,
            ActorOf = actors.Of,
            ClaimOf = claimOf,
            OriginOf = originOf,
        };
    }
}
