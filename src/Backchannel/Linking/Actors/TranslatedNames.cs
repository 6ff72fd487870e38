using Backchannel.Names;
using Backchannel.Values;

namespace Backchannel.Linking.Actors;

/// <summary>
/// Machines translate surnames that are words: "a Hair envoy" is an envoy of Cabello's. Where a name may be such a translation, and the same document or one
/// that shares its people names exactly one person so called, it is that person; the word stays among the names, and the reason says what it is.
/// </summary>
internal static class TranslatedNames
{
    /// <summary>Documents that share fewer people and bodies tell of different things.</summary>
    private const int LeastShared = 2;

    public static void Join(List<ActorCluster> clusters)
    {
        var translated = clusters
            .SelectMany(cluster => cluster.Members.Select(member => (Cluster: cluster, Member: member)))
            .Where(each => !each.Member.Figure.TranslatedFrom.IsDefaultOrEmpty)
            .ToList();
        if (translated.Count == 0)
            return;
        var byDocument = clusters
            .Where(cluster =>
                cluster.Members[0].Figure.IsNamed && cluster.Type is not (ActorType.Outlet or ActorType.Agency)
            )
            .SelectMany(cluster => cluster.Members.Select(member => (member.Reading.Document.Id, Cluster: cluster)))
            .ToLookup(pair => pair.Id, pair => pair.Cluster);
        foreach (var (cluster, member) in translated)
        {
            var here = byDocument[member.Reading.Document.Id].ToHashSet();
            var meant = clusters
                .Where(other => other != cluster && Surname(other, member.Figure) is not null)
                .Select(other => (Cluster: other, Sibling: Sibling(other, member.Reading, here, byDocument)))
                .Where(other => other.Sibling is not null)
                .ToList();
            if (meant.Count == 0)
                continue;
            var (surname, name) = Surname(meant[0].Cluster, member.Figure)!.Value;
            if (meant is not [var (person, sibling)])
            {
                cluster.Reasons.Add(
                    $"{member.Figure.Name}: the surname {surname} word for word, but it could be {string.Join(" or ", meant.Select(each => Surname(each.Cluster, member.Figure)!.Value.Name))}, so kept apart"
                );
                continue;
            }
            person.Members.Add(member);
            person.Reasons.Add(
                $"{member.Figure.Name} in {member.Reading.Document.Path}: the surname {surname} translated word for word; {name} is named in {sibling}"
            );
            cluster.Members.Remove(member);
            if (cluster.Members.Count == 0)
                clusters.Remove(cluster);
        }
    }

    /// <summary>Which of the surnames that a name may be the translation of is the person's, and the full name that ends in it.</summary>
    private static (string Surname, string Name)? Surname(ActorCluster cluster, Figure figure)
    {
        if (cluster.Type != ActorType.Person)
            return null;
        foreach (var surname in figure.TranslatedFrom)
        {
            if (cluster.Names.Find(name => name.Heavy > 1 && name.Words[^1].Bare == Fold.Bare(surname)) is { } full)
                return (surname, full.Text);
        }
        return null;
    }

    /// <summary>"the same article", or the path of one that shares people with it, where the other is named; null where none is.</summary>
    private static string? Sibling(
        ActorCluster other,
        DocumentReading reading,
        HashSet<ActorCluster> here,
        ILookup<DocumentId, ActorCluster> byDocument
    ) =>
        other.Members.Exists(each => each.Reading.Document.Id == reading.Document.Id)
            ? "the same article"
            : other
                .Members.Select(each => each.Reading.Document)
                .FirstOrDefault(document => byDocument[document.Id].Distinct().Count(here.Contains) >= LeastShared)
                ?.Path;
}
