using System.Collections.Immutable;
using Backchannel.Linking.Actors;

namespace Backchannel.Linking.Stories;

/// <summary>
/// Joins documents into stories: those that are on average likely to tell of one run of events. Alike are documents of one language that share rare words, in the
/// archive as it is; of two languages, or in an archive too small to tell which words are rare, those that share most of their actors; and any that share a claim
/// of contact or a copy. An average is asked for, so that no state or person in the news every day glues stories together.
/// </summary>
internal static class StoryLinks
{
    public static ImmutableArray<Story> Link(
        ImmutableArray<DocumentReading> readings,
        LinkedActors actors,
        ImmutableArray<Claim> claims,
        ImmutableArray<Copy> copies
    )
    {
        // By day, so that a story keeps its first document, and by that its name, when later ones come.
        var ordered = readings
            .OrderBy(reading => reading.Document.Published.From ?? reading.Document.Published.To ?? DateOnly.MaxValue)
            .ThenBy(reading => reading.Document.Path, StringComparer.Ordinal)
            .ThenBy(reading => reading.Document.Id.Value, StringComparer.Ordinal)
            .ToImmutableArray();
        var casts = ordered.Select(reading => Cast(reading, actors)).ToArray();
        var likeness = StoryLikeness.Of(ordered, casts);
        var index = ordered
            .Select((reading, i) => (reading.Document.Id, i))
            .ToDictionary(pair => pair.Id, pair => pair.i);
        foreach (var claim in claims.Where(claim => claim.Type.Family == Family.Contact))
        foreach (var document in claim.Documents.Skip(1))
            likeness.Add(index[claim.Documents[0]], index[document], Shared);
        foreach (var copy in copies)
            likeness.Add(index[copy.Of], index[copy.Document], Shared);
        return
        [
            .. AverageLinkage
                .Cluster(ordered.Length, likeness.Pairs, least: 1)
                .Select(group => Finish([.. group.Select(i => ordered[i])], actors, claims))
                .OrderBy(story => story.Id.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>A claim of contact or a copy that both hold makes two documents one story.</summary>
    private const double Shared = 1;

    private static Story Finish(
        ImmutableArray<DocumentReading> members,
        LinkedActors actors,
        ImmutableArray<Claim> claims
    )
    {
        var documents = members.Select(reading => reading.Document.Id).ToHashSet();
        var own = claims.Where(claim => claim.Documents.Any(documents.Contains)).ToList();
        var counts = new Dictionary<ActorId, int>();
        foreach (var (actor, count) in members.SelectMany(member => Cast(member, actors)))
            counts[actor] = counts.GetValueOrDefault(actor) + count;
        var leading = counts
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key.Value, StringComparer.Ordinal)
            .Select(pair => pair.Key)
            .ToList();
        var published = members.Select(member => member.Document.Published).Where(when => !when.IsUnknown).ToList();
        var dated =
            published.Count == 0
                ? Interval.Unknown
                : new(published.Min(when => when.From ?? when.To), published.Max(when => when.To ?? when.From));
        return new()
        {
            Id = new(Hash.Id('t', members[0].Document.Id.Value)),
            Title = Title(members, leading, actors),
            Documents = [.. members.Select(member => member.Document.Id)],
            Claims = [.. own.Select(claim => claim.Id)],
            Actors = [.. leading.Take(12)],
            Published = dated,
        };
    }

    /// <summary>The earliest headline; without one, the three actors spoken of most.</summary>
    private static string Title(ImmutableArray<DocumentReading> members, List<ActorId> leading, LinkedActors actors)
    {
        var titled = members
            .Where(member =>
                member.Document.Title is not null
                || member.Findings.Passages.Any(passage => passage.Kind == PassageKind.Headline)
            )
            .OrderBy(member => member.Document.Published.From ?? DateOnly.MaxValue)
            .ThenBy(member => member.Document.Path, StringComparer.Ordinal)
            .FirstOrDefault();
        if (titled?.Document.Title is { } title)
            return title;
        if (titled is not null)
            return titled
                .Findings.Passages.First(passage => passage.Kind == PassageKind.Headline)
                .Span.Of(titled.Document.Text);
        return leading.Count == 0
            ? members[0].Document.Path
            : string.Join(", ", leading.Take(3).Select(id => actors[id].Name));
    }

    /// <summary>Named actors of a document with how often they are mentioned; outlets and agencies tell little of the story.</summary>
    private static Dictionary<ActorId, int> Cast(DocumentReading reading, LinkedActors actors)
    {
        var cast = new Dictionary<ActorId, int>();
        foreach (var mention in reading.Findings.Mentions)
        {
            var actor = actors[reading.Document.Id, mention.Figure];
            if (actor.IsNamed && actor.Type is not (ActorType.Outlet or ActorType.Agency))
                cast[actor.Id] = cast.GetValueOrDefault(actor.Id) + 1;
        }
        return cast;
    }
}
