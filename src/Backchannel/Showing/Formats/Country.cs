using System.Collections.Frozen;

namespace Backchannel.Showing.Formats;

/// <summary>A country by its codes: the world lists' (ISO 3166-1 alpha-2), alpha-3, and that of CAMEO's list, which differs for a few.</summary>
public sealed record Country(string Alpha2, string Alpha3, string Cameo)
{
    private static readonly FrozenDictionary<string, Country> ByAlpha2 = Read()
        .ToFrozenDictionary(country => country.Alpha2, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Country> ByThree = ByAlpha2
        .Values.SelectMany(country => new[] { (country.Alpha3, country), (country.Cameo, country) })
        .DistinctBy(each => each.Item1, StringComparer.Ordinal)
        .ToFrozenDictionary(each => each.Item1, each => each.country, StringComparer.Ordinal);

    /// <summary>The state that an actor is, or is on the side of; null where nothing tells.</summary>
    public static Country? Of(Archive archive, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(actor);
        var seen = new HashSet<ActorId>();
        for (var side = actor; side is not null && seen.Add(side.Id); side = SideOf(archive, side))
        {
            if (
                side.Known?.Split(':') is ["state", var code]
                && ByAlpha2.TryGetValue(code.ToUpperInvariant(), out var country)
            )
                return country;
        }
        return null;
    }

    /// <summary>The country of a three-letter code, ISO's or CAMEO's; null for codes of regions, groups and organisations.</summary>
    public static Country? OfThree(string code) => ByThree.GetValueOrDefault(code);

    private static Actor? SideOf(Archive archive, Actor actor) =>
        actor.ActsFor is { } side ? archive.Actors[side] : null;

    private static IEnumerable<Country> Read()
    {
        using var stream = typeof(Country).Assembly.GetManifestResourceStream("countries.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(' ') is [{ Length: 2 } two, { Length: 3 } three, .. var other])
                yield return new(two, three, other is [var cameo] ? cameo : three);
        }
    }
}
