using System.Collections.Frozen;
using Backchannel.Linking.Actors;

namespace Backchannel.Linking.Claims;

/// <summary>
/// Outlets that others cite for a claim, and whom they have it from themselves: where an agency is named as the one who says so, and its own article here names
/// another, the other is the origin. Where they name each other, nobody is known to have it of his own, and all of them together are one.
/// </summary>
internal static class CitedOutlets
{
    /// <summary>For each origin that is an outlet with articles of its own about the claim, the origins that those name.</summary>
    public static Dictionary<OriginId, List<OriginId>> Of(
        List<(DocumentId Document, OriginId Origin)> affirmed,
        LinkedActors actors,
        FrozenDictionary<OriginId, Origin> origins
    )
    {
        var named = affirmed
            .Where(each => actors.OutletOf.ContainsKey(each.Document))
            .ToLookup(each => actors.OutletOf[each.Document], each => each.Origin);
        var cited = new Dictionary<OriginId, List<OriginId>>();
        foreach (var origin in affirmed.Select(each => each.Origin).Distinct())
        {
            // One that says so in its own words too has it of its own.
            if (
                origins[origin].Actor is { } outlet
                && named[outlet].ToList() is { Count: > 0 } own
                && !own.Contains(origin)
            )
                cited[origin] = [.. own.Distinct().OrderBy(id => id.Value, StringComparer.Ordinal)];
        }
        return cited;
    }

    /// <summary>The origins in the end: each that cites is left for those it cites; of a circle, one stays.</summary>
    public static IEnumerable<OriginId> Followed(List<OriginId> origins, Dictionary<OriginId, List<OriginId>> cited) =>
        origins.SelectMany(origin => Ends(origin, cited)).Distinct();

    /// <summary>"EFE names AFP", for each that cites.</summary>
    public static IEnumerable<string> Reasons(
        List<OriginId> affirmedBy,
        Dictionary<OriginId, List<OriginId>> cited,
        FrozenDictionary<OriginId, Origin> origins
    ) =>
        affirmedBy
            .Where(cited.ContainsKey)
            .Select(origin =>
                $"{origins[origin].Description} does not say so of its own: its article names {string.Join(" and ", cited[origin].Select(other => origins[other].Description))}"
            );

    private static IEnumerable<OriginId> Ends(OriginId origin, Dictionary<OriginId, List<OriginId>> cited)
    {
        var passed = new HashSet<OriginId>();
        var ends = new List<OriginId>();
        var ahead = new Stack<OriginId>([origin]);
        while (ahead.TryPop(out var at))
        {
            if (!passed.Add(at))
                continue;
            if (!cited.TryGetValue(at, out var others))
                ends.Add(at);
            else
            {
                foreach (var other in others)
                    ahead.Push(other);
            }
        }
        return ends.Count > 0 ? ends : passed.OrderBy(id => id.Value, StringComparer.Ordinal).Take(1);
    }
}
