using Backchannel.Cli.Commands;
using Backchannel.Showing;

namespace Backchannel.Cli;

/// <summary>Ids as users type them: the beginning is enough where it begins one only.</summary>
internal static class Id
{
    private const int MostOffered = 10;

    public static ActorId Actor(Archive archive, string typed) =>
        new(Find(archive, typed) is ['a', ..] id ? id : throw Wrong(typed, "an actor", "actors"));

    public static ClaimId Claim(Archive archive, string typed) =>
        new(Find(archive, typed) is ['c', ..] id ? id : throw Wrong(typed, "a claim", "claims"));

    public static DocumentId Document(Archive archive, string typed) =>
        new(Find(archive, typed) is ['d', ..] id ? id : throw Wrong(typed, "a document", "why CLAIM"));

    /// <summary>The id of anything in an archive.</summary>
    public static string Find(Archive archive, string typed) => Only(archive.AllIds, typed);

    /// <summary>The one id that begins so.</summary>
    /// <exception cref="UsageException">None does, or several do.</exception>
    public static string Only(IEnumerable<string> ids, string typed) =>
        Beginning(ids, typed) is [var id]
            ? id
            : throw new UsageException(
                $"nothing in this store has an id that begins with {typed}. The lists print ids in their last column."
            );

    /// <summary>The one id that begins so, or none.</summary>
    /// <exception cref="UsageException">Several do.</exception>
    public static IReadOnlyList<string> Beginning(IEnumerable<string> ids, string typed)
    {
        var found = ids.Distinct(StringComparer.Ordinal)
            .Where(each => each.StartsWith(typed, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Take(MostOffered + 1)
            .ToList();
        if (found.Contains(typed, StringComparer.Ordinal))
            return [typed];
        return found.Count <= 1
            ? found
            : throw new UsageException(
                $"{typed} begins several ids: {string.Join(", ", found.Take(MostOffered))}{(found.Count > MostOffered ? " and more" : "")}. Give more of it."
            );
    }

    private static UsageException Wrong(string typed, string wanted, string command) =>
        new($"{typed} is not {wanted}. `backchannel {command} --store FILE` shows the ids of some.");
}
