using Backchannel.Names;

namespace Backchannel.Linking.Actors;

/// <summary>The names that clusters are known by, to find those that another name may be.</summary>
internal sealed class NameRegister
{
    private readonly NameIndex _index = new();
    private readonly List<(NameForm Name, ActorCluster Cluster)> _names = [];

    public void Add(
        ActorCluster cluster,
        (DocumentReading Reading, int Index, Figure Figure) member,
        NameForm name,
        string? reason
    )
    {
        cluster.Members.Add(member);
        if (reason is not null && !cluster.Reasons.Contains(reason, StringComparer.Ordinal))
            cluster.Reasons.Add(reason);
        if (cluster.Names.Exists(known => known.Text == name.Text))
            return;
        cluster.Names.Add(name);
        _index.Add(name);
        _names.Add((name, cluster));
    }

    /// <summary>The clusters of a kind with names like one, the likest first, each with the name and why.</summary>
    public IEnumerable<(ActorCluster Cluster, NameForm Name, NameLikeness Likeness)> Like(
        NameForm name,
        ActorType type
    ) =>
        _index
            .Search(name, number => _names[number].Name, MostLike)
            .Where(found => SameKind(_names[found.Number].Cluster.Type, type))
            .Select(found => (_names[found.Number].Cluster, _names[found.Number].Name, found.Likeness));

    /// <summary>The clusters of a kind whose last name one word may be, the likest first.</summary>
    public List<(ActorCluster Cluster, float Likeness)> OfSurname(NameForm name, ActorType type) =>
        [
            .. _index
                .Near(name)
                .Where(number => SameKind(_names[number].Cluster.Type, type))
                .Select(number =>
                    (_names[number].Cluster, Likeness: NameMatch.LikenessToSurname(name, _names[number].Name))
                )
                .Where(found => found.Likeness > 0)
                .OrderByDescending(found => found.Likeness)
                .DistinctBy(found => found.Cluster),
        ];

    private const int MostLike = 20;

    private static bool SameKind(ActorType a, ActorType b) =>
        a == b || a is ActorType.Body or ActorType.Group && b is ActorType.Body or ActorType.Group;
}
