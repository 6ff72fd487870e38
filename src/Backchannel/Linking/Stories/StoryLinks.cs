using System.Collections.Immutable;
using Backchannel.Linking.Actors;

namespace Backchannel.Linking.Stories;

/// <summary>Joins documents into stories: those that share a contact claim, a copy, or most of their actors within a few weeks.</summary>
internal static class StoryLinks
{
    /// <summary>Articles on one run of events seldom lie further apart; a story that sleeps longer is woken by a shared claim.</summary>
    private const int NearDays = 21;

    private const double SharedActors = 0.45;

    public static ImmutableArray<Story> Link(
        ImmutableArray<DocumentReading> readings,
        LinkedActors actors,
        ImmutableArray<Claim> claims,
        ImmutableArray<Copy> copies
    )
    {
        var index = readings
            .Select((reading, i) => (reading.Document.Id, i))
            .ToDictionary(pair => pair.Id, pair => pair.i);
        var parent = Enumerable.Range(0, readings.Length).ToArray();
        foreach (var claim in claims.Where(claim => claim.Type.Family == Family.Contact))
        foreach (var document in claim.Documents.Skip(1))
            Union(parent, index[claim.Documents[0]], index[document]);
        foreach (var copy in copies)
            Union(parent, index[copy.Of], index[copy.Document]);
        var cast = readings.Select(reading => Cast(reading, actors)).ToArray();
        for (var a = 0; a < readings.Length; a++)
        {
            for (var b = a + 1; b < readings.Length; b++)
            {
                if (
                    Near(readings[a].Document.Published, readings[b].Document.Published)
                    && Shared(cast[a], cast[b]) >= SharedActors
                )
                    Union(parent, a, b);
            }
        }
        return
        [
            .. Enumerable
                .Range(0, readings.Length)
                .GroupBy(i => Find(parent, i))
                .Select(group => Finish([.. group.Select(i => readings[i])], actors, claims, cast[group.First()]))
                .OrderBy(story => story.Id.Value, StringComparer.Ordinal),
        ];
    }

    private static Story Finish(
        ImmutableArray<DocumentReading> members,
        LinkedActors actors,
        ImmutableArray<Claim> claims,
        Dictionary<ActorId, int> firstCast
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
        _ = firstCast;
        var dated =
            published.Count == 0
                ? Interval.Unknown
                : new(published.Min(when => when.From ?? when.To), published.Max(when => when.To ?? when.From));
        return new()
        {
            Id = new(Hash.Id('t', [.. documents.Select(id => id.Value).Order(StringComparer.Ordinal).Take(1)])),
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

    /// <summary>The share of all mentions that fall on actors in both.</summary>
    private static double Shared(Dictionary<ActorId, int> a, Dictionary<ActorId, int> b)
    {
        if (a.Count == 0 || b.Count == 0)
            return 0;
        double dot = 0,
            x = 0,
            y = 0;
        foreach (var (actor, count) in a)
        {
            x += (double)count * count;
            if (b.TryGetValue(actor, out var other))
                dot += (double)count * other;
        }
        foreach (var count in b.Values)
            y += (double)count * count;
        return dot / Math.Sqrt(x * y) * Math.Min(1, (double)a.Keys.Count(b.ContainsKey) / 3);
    }

    private static bool Near(Interval a, Interval b)
    {
        if (a.IsUnknown || b.IsUnknown)
            return true;
        var (x, y) = (a.From ?? a.To!.Value, b.From ?? b.To!.Value);
        return Math.Abs(x.DayNumber - y.DayNumber) <= NearDays;
    }

    private static int Find(int[] parent, int i)
    {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    }

    private static void Union(int[] parent, int a, int b)
    {
        var (x, y) = (Find(parent, a), Find(parent, b));
        if (x != y)
            parent[Math.Max(x, y)] = Math.Min(x, y);
    }
}
