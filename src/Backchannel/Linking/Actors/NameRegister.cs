using Backchannel.Names;

namespace Backchannel.Linking.Actors;

/// <summary>The names that clusters are known by, to find those that another name may be.</summary>
internal sealed class NameRegister
{
    private readonly NameIndex _index = new();
    private readonly List<(NameForm Name, ActorCluster Cluster)> _names = [];
    private readonly Dictionary<string, NameForm> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ActorCluster>> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActorCluster> _byLoneName = new(StringComparer.Ordinal);

    /// <summary>The name made ready to be compared; made once, however many documents write it.</summary>
    public NameForm Form(string text)
    {
        if (!_forms.TryGetValue(text, out var form))
            _forms[text] = form = new(text);
        return form;
    }

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
        if (!_byText.TryGetValue(name.Text, out var written))
            _byText[name.Text] = written = [];
        written.Add(cluster);
        if (cluster.Names is [{ Heavy: <= 1, Words: [.., var word] }])
            _byLoneName.TryAdd(word.Bare, cluster);
    }

    /// <summary>
    /// The clusters of a kind with names like one, each with the name and why: those that are written the same, then the likest first. A cluster may come
    /// more than once, under several names.
    /// </summary>
    public IEnumerable<(ActorCluster Cluster, NameForm Name, NameLikeness Likeness)> Like(
        NameForm name,
        ActorType type
    ) =>
        _byText
            .GetValueOrDefault(name.Text, [])
            .Select(cluster => (cluster, name, new NameLikeness(1, "same name")))
            .Concat(
                _index
                    .Search(name, number => _names[number].Name, MostLike)
                    .Select(found => (_names[found.Number].Cluster, _names[found.Number].Name, found.Likeness))
            )
            .Where(found => SameKind(found.Item1.Type, type));

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

    /// <summary>The cluster of any kind that was first known by the same one word and by no fuller name; null where there is none.</summary>
    public ActorCluster? OfLoneName(NameForm name) =>
        name.Words is [.., var word]
        && _byLoneName.TryGetValue(word.Bare, out var cluster)
        && cluster.Names.TrueForAll(known => known.Heavy <= 1)
            ? cluster
            : null;

    private const int MostLike = 20;

    private static bool SameKind(ActorType a, ActorType b) =>
        a == b || a is ActorType.Body or ActorType.Group && b is ActorType.Body or ActorType.Group;
}
