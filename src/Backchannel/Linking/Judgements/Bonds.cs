namespace Backchannel.Linking.Judgements;

/// <summary>Things that are judged one and things that are judged two, brought into agreement: of two judgements at odds the one given first wins.</summary>
internal sealed class Bonds<T>
    where T : struct
{
    private readonly Dictionary<T, T> _parent = [];
    private readonly List<(T A, T B)> _apart = [];
    private readonly List<(T A, T B, Judgement Why)> _together = [];

    /// <summary>Pairs that are one, with the judgement that says so.</summary>
    public IReadOnlyList<(T A, T B, Judgement Why)> Together => _together;

    public bool IsEmpty => _parent.Count == 0;

    public void Join(T a, T b, Judgement why)
    {
        var (x, y) = (Find(a), Find(b));
        if (Equals(x, y) || AreApart(a, b))
            return;
        _parent[y] = x;
        _together.Add((a, b, why));
    }

    public void Part(T a, T b)
    {
        if (!Equals(Find(a), Find(b)))
            _apart.Add((a, b));
    }

    /// <summary>Whether the two may not be one, by what is judged of them or of what they are judged one with.</summary>
    public bool AreApart(T a, T b)
    {
        if (!_parent.ContainsKey(a) || !_parent.ContainsKey(b))
            return false;
        var (x, y) = (Find(a), Find(b));
        return _apart.Exists(pair =>
            Equals(Find(pair.A), x) && Equals(Find(pair.B), y) || Equals(Find(pair.A), y) && Equals(Find(pair.B), x)
        );
    }

    private T Find(T thing)
    {
        _parent.TryAdd(thing, thing);
        while (!Equals(_parent[thing], thing))
            thing = _parent[thing];
        return thing;
    }

    private static bool Equals(T a, T b) => EqualityComparer<T>.Default.Equals(a, b);
}
