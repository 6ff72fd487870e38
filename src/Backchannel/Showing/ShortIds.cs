namespace Backchannel.Showing;

/// <summary>Ids cut to the shortest beginning that is theirs alone among those of an archive; `why` takes any such beginning.</summary>
public sealed class ShortIds
{
    private const int Shortest = 5;
    private readonly string[] _ids;

    public ShortIds(IEnumerable<string> ids) =>
        _ids = [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public string Of(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var at = Array.BinarySearch(_ids, id, StringComparer.Ordinal);
        if (at < 0)
            return id;
        var shared = Math.Max(
            at > 0 ? Shared(id, _ids[at - 1]) : 0,
            at + 1 < _ids.Length ? Shared(id, _ids[at + 1]) : 0
        );
        return id[..Math.Min(id.Length, Math.Max(Shortest, shared + 1))];
    }

    private static int Shared(string a, string b)
    {
        var n = 0;
        while (n < a.Length && n < b.Length && a[n] == b[n])
            n++;
        return n;
    }
}
