using System.Collections.Frozen;
using System.Collections.Immutable;
using Backchannel.Linking.Judgements;
using Backchannel.Names;

namespace Backchannel.Linking.Actors;

/// <summary>
/// Makes actors of figures. Figures of the world lists are one by their key; named ones by their names; bodies of a kind ("foreign ministry",
/// "government") by whose they are; other descriptions stay with their document, for "a senior official" in two papers may be two people.
/// </summary>
internal static class ActorLinks
{
    public static LinkedActors Link(ImmutableArray<DocumentReading> readings, Rulings rulings)
    {
        var clusters = new List<ActorCluster>();
        var byKnown = new Dictionary<string, ActorCluster>(StringComparer.Ordinal);
        var byDescription = new Dictionary<string, ActorCluster>(StringComparer.Ordinal);
        var register = new NameRegister();
        var alone = new List<(DocumentReading Reading, int Index, Figure Figure)>();
        var bodies = new List<(DocumentReading Reading, int Index, Figure Figure)>();
        foreach (var reading in readings)
        {
            for (var f = 0; f < reading.Findings.Figures.Length; f++)
            {
                var figure = reading.Findings.Figures[f];
                if (rulings.Strangers.Contains(new(reading.Document.Id, f)))
                    figure = figure with { Known = null };
                if (figure.Known is { } known)
                {
                    if (!byKnown.TryGetValue(known, out var cluster))
                    {
                        byKnown[known] = cluster = new() { Known = known, Type = figure.Type };
                        clusters.Add(cluster);
                    }
                    cluster.Members.Add((reading, f, figure));
                }
                else if (figure is { IsNamed: false, BodyKind: not null, ActsFor: not null })
                    bodies.Add((reading, f, figure));
                else if (!figure.IsNamed)
                {
                    // A ministry described by its state is the same wherever it is so described; other descriptions are only themselves.
                    var described = Described(reading, figure);
                    if (described is null || !byDescription.TryGetValue(described, out var own))
                    {
                        own = new ActorCluster { Type = figure.Type, Description = described };
                        clusters.Add(own);
                        if (described is not null)
                            byDescription[described] = own;
                    }
                    own.Members.Add((reading, f, figure));
                }
                else
                    alone.Add((reading, f, figure));
            }
        }
        // Full names first, in order of document; then names of one word join the full name they fit, where only one does.
        var byLength = alone.ToLookup(each => register.Form(each.Figure.Name).Heavy > 1);
        foreach (var member in byLength[true])
            Join(member, clusters, register, rulings.Actors);
        foreach (var member in byLength[false])
            JoinSurname(member, clusters, register, rulings.Actors);
        TranslatedNames.Join(clusters);
        JudgedActors.Unite(clusters, rulings.Actors);
        JoinBodies(bodies, clusters);
        JudgedActors.Unite(clusters, rulings.Actors);
        var actors = clusters
            .Select(Finish)
            .GroupBy(pair => pair.Actor.Id)
            .SelectMany(namesakes =>
                namesakes.Select((pair, i) => i == 0 ? pair : (Actor: Apart(pair.Actor), pair.Cluster))
            )
            .OrderBy(pair => pair.Actor.Id.Value, StringComparer.Ordinal)
            .ToList();
        var of = actors
            .SelectMany(pair => pair.Actor.Figures.Select(figure => (figure, pair.Actor.Id)))
            .ToFrozenDictionary(pair => pair.figure, pair => pair.Id);
        var finished = actors
            .Select(pair => pair.Actor with { ActsFor = Side(pair.Cluster, of, pair.Actor.Id) })
            .ToImmutableArray();
        return new(finished, of, Outlets.Of(readings, finished));
    }

    /// <summary>Bodies of one kind are one where they are of the same state or the same person.</summary>
    private static void JoinBodies(
        List<(DocumentReading Reading, int Index, Figure Figure)> bodies,
        List<ActorCluster> clusters
    )
    {
        var owners = clusters
            .SelectMany(cluster =>
                cluster.Members.Select(member => (Figure: (member.Reading.Document.Id, member.Index), Cluster: cluster))
            )
            .ToDictionary(pair => pair.Figure, pair => pair.Cluster);
        var joined = new Dictionary<(ActorCluster Owner, string Kind), ActorCluster>();
        foreach (var member in bodies)
        {
            var kind = member.Figure.BodyKind!;
            // A body of a body that only its document knows stays there with it.
            var owner = owners.GetValueOrDefault((member.Reading.Document.Id, member.Figure.ActsFor!.Value));
            if (owner is null || !joined.TryGetValue((owner, kind), out var cluster))
            {
                var whose = owner is null ? null : NameOf(owner);
                cluster = new()
                {
                    Type = member.Figure.Type,
                    Description = owner is null ? null : $"{IdOf(owner)}|{kind}",
                    Called = whose is null ? null : $"{kind} of {whose}",
                };
                clusters.Add(cluster);
                if (owner is not null)
                    joined[(owner, kind)] = cluster;
            }
            cluster.Members.Add(member);
        }
    }

    private static string? Described(DocumentReading reading, Figure figure) =>
        figure is { Type: ActorType.Body, ActsFor: { } side, IsAnonymous: false, IsPlural: false }
        && reading.Findings.Figures[side].Known is { } state
            ? $"{state}|{Values.Fold.Bare(figure.Name)}"
            : null;

    /// <summary>Namesakes that were kept apart need ids of their own: the document and figure that each is first met in.</summary>
    private static Actor Apart(Actor actor) =>
        actor with
        {
            Id = new(
                Hash.Id(
                    'a',
                    actor.Id.Value,
                    actor.Figures[0].Document.Value,
                    actor.Figures[0].Figure.ToString(System.Globalization.CultureInfo.InvariantCulture)
                )
            ),
        };

    private static ActorId? Side(ActorCluster cluster, FrozenDictionary<FigureRef, ActorId> of, ActorId self) =>
        cluster
            .Members.Where(member => member.Figure.ActsFor is not null)
            .Select(member => of[new(member.Reading.Document.Id, member.Figure.ActsFor!.Value)])
            .Where(id => id != self)
            .GroupBy(id => id)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key.Value, StringComparer.Ordinal)
            .Select(group => (ActorId?)group.Key)
            .FirstOrDefault();

    private static void Join(
        (DocumentReading Reading, int Index, Figure Figure) member,
        List<ActorCluster> clusters,
        NameRegister register,
        Bonds<FigureRef> judged
    )
    {
        var name = register.Form(member.Figure.Name);
        string? apart = null;
        foreach (var (cluster, known, likeness) in register.Like(name, member.Figure.Type))
        {
            if (likeness.Score < NameMatch.Same)
                break;
            if (JudgedActors.AreApart(judged, member, cluster))
            {
                apart ??= $"{member.Figure.Name}: judged not to be the {known.Text} of other documents";
                continue;
            }
            if (Namesakes.Differ(member, cluster) is { } difference)
            {
                apart ??= $"{member.Figure.Name}: {difference} as {known.Text} does, so kept apart";
                continue;
            }
            register.Add(
                cluster,
                member,
                name,
                name.Text == known.Text
                    ? null
                    : string.Create(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"{member.Figure.Name} = {known.Text}: {likeness.Reason}, {likeness.Score:0.00}"
                    )
            );
            return;
        }
        var fresh = new ActorCluster { Type = member.Figure.Type };
        clusters.Add(fresh);
        register.Add(fresh, member, name, apart);
    }

    private static void JoinSurname(
        (DocumentReading Reading, int Index, Figure Figure) member,
        List<ActorCluster> clusters,
        NameRegister register,
        Bonds<FigureRef> judged
    )
    {
        var name = register.Form(member.Figure.Name);
        if (name.Words.IsEmpty)
            name = register.Form(member.Reading.Document.Id.Value);
        var fitting = register.OfSurname(name, member.Figure.Type);
        var full = fitting
            .Where(found =>
                found.Cluster.Names.Exists(other => other.Heavy > 1)
                && !JudgedActors.AreApart(judged, member, found.Cluster)
            )
            .ToList();
        // Of two that it may be, one that comes much closer in sound is meant; one surname of two people says nothing.
        var closest =
            full.Count > 1 && full[0].Likeness - full[1].Likeness < MuchCloser ? null : full.FirstOrDefault().Cluster;
        if (closest is not null && member.Figure.Type == ActorType.Person)
            register.Add(
                closest,
                member,
                name,
                full.Count == 1
                    ? $"{member.Figure.Name}: the only {closest.Names[0].Text} in these documents"
                    : $"{member.Figure.Name}: sounds closest to {closest.Names[0].Text}"
            );
        else if (register.OfLoneName(name) is { } same && !JudgedActors.AreApart(judged, member, same))
            register.Add(same, member, name, null);
        else
        {
            var fresh = new ActorCluster { Type = member.Figure.Type };
            clusters.Add(fresh);
            register.Add(
                fresh,
                member,
                name,
                full.Count > 1
                    ? $"{member.Figure.Name}: could be {string.Join(" or ", full.Select(found => found.Cluster.Names[0].Text))}, so kept apart"
                    : null
            );
        }
    }

    private const float MuchCloser = 0.1f;

    private static (Actor Actor, ActorCluster Cluster) Finish(ActorCluster cluster)
    {
        var figures = cluster
            .Members.Select(member => new FigureRef(member.Reading.Document.Id, member.Index))
            .ToImmutableArray();
        var names = cluster
            .Members.SelectMany(member =>
                member.Figure.Names.Select(text => new ActorName(text, member.Reading.Findings.Language ?? "und"))
            )
            .Distinct()
            .OrderBy(name => name.Language, StringComparer.Ordinal)
            .ThenBy(name => name.Text, StringComparer.Ordinal)
            .ToImmutableArray();
        var actor = new Actor
        {
            Id = new(IdOf(cluster)),
            Name = NameOf(cluster),
            Type = KindOf(cluster),
            IsNamed = IsNamed(cluster),
            Known = cluster.Known,
            Names = names,
            Roles = Roles(cluster),
            Figures = figures,
            Reasons = [.. cluster.Reasons],
        };
        return (actor, cluster);
    }

    /// <summary>
    /// What most documents take it for; of as many, a thing before a person: a name that nobody explains is taken for a person's where it speaks.
    /// </summary>
    private static ActorType KindOf(ActorCluster cluster) =>
        cluster
            .Members.GroupBy(member => member.Figure.Type)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key == ActorType.Person)
            .ThenBy(group => group.Key)
            .First()
            .Key;

    private static bool IsNamed(ActorCluster cluster) => cluster.Known is not null || cluster.Members[0].Figure.IsNamed;

    private static string NameOf(ActorCluster cluster) =>
        cluster.Called ?? (cluster.Known is not null ? cluster.Members[0].Figure.Name : Shown(cluster));

    /// <summary>A description is only itself: its id holds its document; a name is the same wherever it stands.</summary>
    private static string IdOf(ActorCluster cluster) =>
        cluster.Known is { } known ? Hash.Id('a', "known", known)
        : IsNamed(cluster)
            ? Hash.Id(
                'a',
                "named",
                KindOf(cluster).ToString(),
                cluster
                    .Names.Select(name => string.Join(' ', name.Words.Select(word => word.Bare)))
                    .Min(StringComparer.Ordinal)!
            )
        : cluster.Description is { } description ? Hash.Id('a', "description", description)
        : Hash.Id(
            'a',
            "described",
            cluster.Members[0].Reading.Document.Id.Value,
            cluster.Members[0].Index.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );

    /// <summary>The fullest Latin spelling that most documents use, then in alphabetical order.</summary>
    private static string Shown(ActorCluster cluster) =>
        cluster
            .Members.GroupBy(member => member.Figure.Name, StringComparer.Ordinal)
            .Select(group => (Name: new NameForm(group.Key), Count: group.Count()))
            .OrderByDescending(written => written.Name.Writing == Writing.Latin)
            .ThenByDescending(written => written.Name.Heavy > 1)
            .ThenByDescending(written => written.Count)
            .ThenBy(written => written.Name.Text, StringComparer.Ordinal)
            .First()
            .Name.Text;

    private static ImmutableArray<ActorRole> Roles(ActorCluster cluster) =>
        [
            .. cluster
                .Members.SelectMany(member =>
                    member.Figure.Roles.Select(role => (role.Text, member.Reading.Document.Published))
                )
                .GroupBy(role => role.Text, StringComparer.Ordinal)
                .Select(group => new ActorRole(
                    group.Key,
                    new(group.Min(role => role.Published.From), group.Max(role => role.Published.To))
                ))
                .OrderBy(role => role.Text, StringComparer.Ordinal),
        ];
}

file static class Least
{
    public static string? Min(this IEnumerable<string> values, StringComparer comparer) =>
        values.Order(comparer).FirstOrDefault();
}
