namespace Backchannel.Linking.Actors;

/// <summary>What tells two people of one name apart: whom they act for.</summary>
internal static class Namesakes
{
    /// <summary>"acts for Chile, not for Oman", where a figure acts for another state than those in a cluster and holds no office of theirs; else null.</summary>
    public static string? Differ((DocumentReading Reading, int Index, Figure Figure) member, ActorCluster cluster) =>
        StateOf(member) is { } state
        && StatesOf(cluster) is { Count: > 0 } states
        && !states.ContainsKey(state.Known!)
        && !HoldsSameOffice(member, cluster)
            ? $"acts for {state.Name}, not for {string.Join(" or ", states.Values)}"
            : null;

    /// <summary>The state that a person acts for in the end; null where the document does not say.</summary>
    private static Figure? StateOf((DocumentReading Reading, int Index, Figure Figure) member)
    {
        var figures = member.Reading.Findings.Figures;
        var figure = member.Figure;
        // An official acts for a ministry, the ministry for a state; longer chains than this are circles.
        for (var step = 0; step < 4 && figure.ActsFor is { } side; step++)
        {
            figure = figures[side];
            if (figure is { Type: ActorType.State, Known: not null })
                return figure;
        }
        return null;
    }

    /// <summary>The states' names by their keys.</summary>
    private static SortedDictionary<string, string> StatesOf(ActorCluster cluster)
    {
        var states = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var state in cluster.Members.Select(StateOf).OfType<Figure>())
            states.TryAdd(state.Known!, state.Name);
        return states;
    }

    /// <summary>
    /// Whether a role of theirs shares a word. Two people of one full name and one office are hardly ever met; an article from which the wrong side was
    /// read is.
    /// </summary>
    private static bool HoldsSameOffice(
        (DocumentReading Reading, int Index, Figure Figure) member,
        ActorCluster cluster
    )
    {
        var offices = cluster.Members.SelectMany(other => WordsOfRoles(other.Figure)).ToHashSet(StringComparer.Ordinal);
        return WordsOfRoles(member.Figure).Any(offices.Contains);
    }

    private static IEnumerable<string> WordsOfRoles(Figure figure) =>
        figure
            .Roles.SelectMany(role => Values.Fold.Bare(role.Text).Split(' '))
            .Where(word => word.Length >= LeastOfficeWord);

    /// <summary>Shorter words of a role are mostly "of" and "the"; none that tells an office is left out in scripts that write it in letters.</summary>
    private const int LeastOfficeWord = 4;
}
