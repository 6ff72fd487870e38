using Backchannel.Linking.Judgements;

namespace Backchannel.Linking.Actors;

/// <summary>What analysts judged of actors, put upon the clusters.</summary>
internal static class JudgedActors
{
    /// <summary>Whether a figure may not join a cluster, for it is judged not to be one of those in it.</summary>
    public static bool AreApart(
        Bonds<FigureRef> judged,
        (DocumentReading Reading, int Index, Figure Figure) member,
        ActorCluster cluster
    ) => !judged.IsEmpty && cluster.Members.Exists(other => judged.AreApart(Ref(member), Ref(other)));

    /// <summary>Makes one cluster of two where a figure of the one is judged to be one of the other.</summary>
    public static void Unite(List<ActorCluster> clusters, Bonds<FigureRef> judged)
    {
        foreach (var (a, b, judgement) in judged.Together)
        {
            if (Holding(clusters, a) is not { } first || Holding(clusters, b) is not { } second || first == second)
                continue;
            // The world lists' name stays; otherwise the cluster that was begun first.
            var (into, from) =
                first.Known is null && second.Known is not null
                || (first.Known is null) == (second.Known is null) && clusters.IndexOf(second) < clusters.IndexOf(first)
                    ? (second, first)
                    : (first, second);
            // Where one of each side is judged to be two, only whom the judgement names moves.
            var all = !from.Members.Exists(member => AreApart(judged, member, into));
            var members = all
                ? [.. from.Members]
                : from.Members.FindAll(member => Ref(member) == (into == first ? b : a));
            into.Members.AddRange(members);
            into.Names.AddRange(from.Names.Where(name => all && !into.Names.Exists(other => other.Text == name.Text)));
            if (all)
                into.Reasons.AddRange(from.Reasons);
            into.Reasons.Add($"{judgement.About}: {judgement.Reason}");
            from.Members.RemoveAll(members.Contains);
            if (from.Members.Count == 0)
                clusters.Remove(from);
        }
    }

    private static ActorCluster? Holding(List<ActorCluster> clusters, FigureRef figure) =>
        clusters.Find(cluster => cluster.Members.Exists(member => Ref(member) == figure));

    private static FigureRef Ref((DocumentReading Reading, int Index, Figure Figure) member) =>
        new(member.Reading.Document.Id, member.Index);
}
