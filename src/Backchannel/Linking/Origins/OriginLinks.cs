using System.Collections.Frozen;
using System.Collections.Immutable;
using Backchannel.Linking.Actors;

namespace Backchannel.Linking.Origins;

/// <summary>
/// Follows each chain of voices to its far end, and through copies. A named speaker is one origin wherever quoted. An unnamed one is known
/// only by who relays it and whom it is said to belong to: the same agency's "State Department source" in two papers is one; the same words
/// at two agencies are two until shown to be one. What one person heard from somebody unnamed is one, whether or not the side is told again.
/// </summary>
internal static class OriginLinks
{
    private sealed record Far(string Key, ActorId? Actor, string Description, bool IsAnonymous, string Reason)
    {
        /// <summary>Who is named and heard it from somebody unnamed: a person, an agency, a paper.</summary>
        public ActorId? Through { get; init; }

        /// <summary>Whether that is a person, who has few such sources.</summary>
        public bool IsPersons { get; init; }

        public bool IsReport { get; init; }

        /// <summary>Whom the unnamed one is said to belong to; empty where nobody says so.</summary>
        public string Side { get; init; } = "";
    }

    public static (ImmutableArray<Origin> Origins, FrozenDictionary<StatementId, OriginId> Of) Link(
        ImmutableArray<DocumentReading> readings,
        LinkedActors actors,
        ImmutableArray<Copy> copies
    )
    {
        var first = copies.ToLookup(copy => copy.Document);
        var byId = readings.ToDictionary(reading => reading.Document.Id);
        var byOrigin = new SortedDictionary<string, (Far Far, List<DocumentId> Documents)>(StringComparer.Ordinal);
        var of = new Dictionary<StatementId, OriginId>();
        var ends = readings
            .SelectMany(reading =>
                reading.Findings.Statements.Select(
                    (statement, s) => (Reading: reading, s, Far: FarEnd(reading, statement, actors, first, byId))
                )
            )
            .ToList();
        var sided = ends.Where(end => end.Far is { IsPersons: true, Side.Length: > 0 })
            .ToLookup(end => end.Far.Through!.Value, end => end.Far);
        foreach (var (reading, s, end) in ends)
        {
            // "One of his sources" in one language is "his source in the ministry" in another.
            var far =
                end is { IsPersons: true, Through: { } who, Side.Length: 0 }
                && sided[who].DistinctBy(other => other.Key, StringComparer.Ordinal).ToList() is [var only]
                    ? only
                    : end;
            var id = Hash.Id('o', far.Key);
            if (!byOrigin.TryGetValue(id, out var origin))
                byOrigin[id] = origin = (far, []);
            if (!origin.Documents.Contains(reading.Document.Id))
                origin.Documents.Add(reading.Document.Id);
            of[reading.StatementId(s)] = new(id);
        }
        var origins = byOrigin
            .Select(pair => new Origin
            {
                Id = new(pair.Key),
                Actor = pair.Value.Far.Actor,
                Description = pair.Value.Far.Description,
                IsAnonymous = pair.Value.Far.IsAnonymous,
                IsReport = pair.Value.Far.IsReport,
                Through = pair.Value.Far.Through,
                Documents = [.. pair.Value.Documents],
                Reason = pair.Value.Far.Reason,
            })
            .ToImmutableArray();
        return (origins, of.ToFrozenDictionary());
    }

    private static Far FarEnd(
        DocumentReading reading,
        Statement statement,
        LinkedActors actors,
        ILookup<DocumentId, Copy> copies,
        Dictionary<DocumentId, DocumentReading> byId
    )
    {
        // Somebody unnamed is called otherwise in another language: he is whoever stands in the first document. Whom a copy names, it names.
        if (
            statement.Voices.All(voice => voice.Figure is null || voice.IsAnonymous)
            && Original(reading, statement.Evidence, copies, byId) is var (first, there)
            && first != reading
            && Counterpart(first, there, reading.Findings.Contents[statement.Content].Type, statement.Stance)
                is { } same
        )
            (reading, statement) = (first, same);
        var voices = statement.Voices;
        var last =
            voices.LastOrDefault(voice => voice.Role is VoiceRole.Source or VoiceRole.Speaker)
            ?? voices.LastOrDefault(voice => voice.Figure is not null);
        if (last is not { Figure: { } figure })
            return Outlet(reading, statement, actors, copies, byId);
        var actor = actors[reading.Document.Id, figure];
        if (actor.IsNamed && !last.IsAnonymous)
            return new(
                $"actor|{actor.Id}",
                actor.Id,
                actor.Name,
                false,
                $"{actor.Name} is named as the one who says so"
            );
        // The nearest named voice before it vouches for it: the agency it spoke to, the speaker whose source it is.
        var relay = voices.TakeWhile(voice => voice != last).LastOrDefault(voice => voice.Figure is not null);
        // "The ministry", whose nobody says, tells no source from another.
        var side =
            actor.ActsFor is { } actsFor && actors[actsFor] is { } body && (body.IsNamed || body.ActsFor is not null)
                ? body.Name
                : "";
        if (relay is { Figure: { } through })
        {
            return Unnamed(actors[reading.Document.Id, through], side);
        }
        var (source, _) = Original(reading, statement.Evidence, copies, byId);
        // What an agency has of somebody unnamed, papers will say that he told the agency.
        if (
            actors.OutletOf.TryGetValue(source.Document.Id, out var outlet)
            && actors[outlet] is { Type: ActorType.Agency } agency
        )
            return Unnamed(agency, side);
        return new(
            $"anonymous|{source.Document.Outlet ?? source.Document.Id.Value}|{side}|{(side.Length > 0 ? "" : actor.Name)}",
            null,
            $"{actor.Name}, unnamed, in {source.Document.Outlet ?? source.Document.Path}",
            true,
            "unnamed, and no agency or paper is named that it spoke to: one origin for each outlet until shown to be one"
        )
        {
            IsReport = reading.Findings.Figures[figure].IsReport,
        };
    }

    private static Far Unnamed(Actor through, string side) =>
        new(
            $"anonymous|{through.Id}|{side}",
            null,
            side.Length > 0
                ? $"an unnamed source of {side}, to {through.Name}"
                : $"an unnamed source, to {through.Name}",
            true,
            side.Length > 0
                ? $"unnamed, known through {through.Name} alone and said to belong to {side}; one unnamed elsewhere is another until shown to be the same"
                : $"unnamed, known through {through.Name} alone; one unnamed elsewhere is another until shown to be the same"
        )
        {
            Through = through.IsNamed ? through.Id : null,
            IsPersons = through is { IsNamed: true, Type: ActorType.Person },
            Side = side,
        };

    private static Far Outlet(
        DocumentReading reading,
        Statement statement,
        LinkedActors actors,
        ILookup<DocumentId, Copy> copies,
        Dictionary<DocumentId, DocumentReading> byId
    )
    {
        var (source, _) = Original(reading, statement.Evidence, copies, byId);
        var name = source.Document.Outlet ?? source.Document.Path;
        // Others may cite it by its name.
        var known = actors.OutletOf.TryGetValue(source.Document.Id, out var actor);
        return new(
            known ? $"actor|{actor}" : $"outlet|{source.Document.Outlet ?? source.Document.Id.Value}",
            known ? actor : null,
            name,
            false,
            source == reading
                ? "the outlet says so in its own words"
                : $"the words stand in {source.Document.Path} before"
        );
    }

    /// <summary>The statement of the same kind that stands where a passage was copied from; null where there is none.</summary>
    private static Statement? Counterpart(DocumentReading first, Span there, ContentType? type, Stance stance) =>
        first
            .Findings.Statements.Where(each =>
                each.Evidence.Overlaps(there) && first.Findings.Contents[each.Content].Type == type
            )
            .OrderBy(each => each.Stance != stance)
            .FirstOrDefault();

    /// <summary>Where these words stood first, followed through copies.</summary>
    private static (DocumentReading Reading, Span There) Original(
        DocumentReading reading,
        Span evidence,
        ILookup<DocumentId, Copy> copies,
        Dictionary<DocumentId, DocumentReading> byId
    )
    {
        // What is computed goes back in time; what is judged may go in a circle.
        var passed = new HashSet<DocumentId>();
        while (passed.Add(reading.Document.Id) && Before(copies[reading.Document.Id], evidence) is var (copy, there))
        {
            reading = byId[copy.Of];
            evidence = there;
        }
        return (reading, evidence);
    }

    /// <summary>The copy that has these words from an earlier document, and where they stand there.</summary>
    private static (Copy Copy, Span There)? Before(IEnumerable<Copy> copies, Span evidence)
    {
        foreach (var copy in copies)
        {
            // Judged to be a copy as a whole.
            if (copy.Passages.IsEmpty)
                return (copy, evidence);
            foreach (var (there, here) in copy.Passages)
            {
                if (2 * (Math.Min(here.End, evidence.End) - Math.Max(here.Start, evidence.Start)) >= evidence.Length)
                    return (copy, there);
            }
        }
        return null;
    }
}
