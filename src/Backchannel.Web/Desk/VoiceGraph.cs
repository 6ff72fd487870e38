using System.Collections.Immutable;
using Backchannel.Showing;
using Backchannel.Showing.Rows;

namespace Backchannel.Web.Desk;

/// <summary>A page or a voice in the graph of voices.</summary>
/// <param name="Column">0 is the page; then outlets and agencies, speakers, and the speakers' own sources.</param>
/// <param name="Origins">Numbers of the independent origins that end here, from 1; none for a link of a chain that goes on.</param>
public sealed record VoiceNode(
    string Key,
    string Label,
    int Column,
    bool IsAnonymous,
    string Link,
    double X,
    double Y,
    ImmutableArray<int> Origins
);

/// <summary>Who passes on whose word; or a copy, which is drawn as one.</summary>
public sealed record VoiceEdge(VoiceNode From, VoiceNode To, bool IsCopy, bool IsDenial);

/// <summary>
/// Whose word some statements rest on, from the page back to the first speaker, in columns by kind of voice. Rows are put near what they are joined to, in
/// an order that only depends on the statements.
/// </summary>
public sealed class VoiceGraph
{
    public const double Width = 1000;

    public const int MostStatements = 150;

    private const double RowHeight = 46;

    private static readonly double[] Columns = [20, 290, 540, 790];

    /// <param name="counted">The origins that count, which are numbered; others stand without a number.</param>
    public VoiceGraph(Archive archive, IEnumerable<StatementId> statements, IReadOnlyCollection<OriginId> counted)
    {
        ArgumentNullException.ThrowIfNull(archive);
        var ids = statements.Distinct().ToList();
        LeftOut = Math.Max(0, ids.Count - MostStatements);
        var nodes = new List<(string Key, string Label, int Column, bool Anonymous, string Link)>();
        var ends = new List<(string Key, OriginId Origin)>();
        var edges = new List<(string From, string To, bool Copy, bool Denial)>();
        foreach (var said in ids.Take(MostStatements).Select(id => archive[id]))
        {
            var document = said.Reading.Document;
            var last = Add(document.Id.Value, document.Outlet ?? document.Path, 0, false, $"/document/{document.Id}");
            var origin = archive.Changes.OriginOf.TryGetValue(said.Id, out var known) ? known : (OriginId?)null;
            foreach (
                var voice in said.Statement.Voices.Where(each =>
                    each.Role != VoiceRole.Outlet || each.Figure is not null
                )
            )
            {
                var actor = voice.Figure is { } figure ? archive.ActorOf(document.Id, figure) : null;
                var column = voice.Role switch
                {
                    VoiceRole.Outlet or VoiceRole.Agency => 1,
                    VoiceRole.Speaker => 2,
                    _ => 3,
                };
                // One description may hide two: "sources" of one paper are not those of another.
                var next = Add(
                    $"{column} {actor?.Id.Value ?? voice.Name} {(voice.IsAnonymous ? origin : null)}",
                    actor?.Name ?? voice.Name ?? "",
                    column,
                    voice.IsAnonymous,
                    actor is null ? $"/document/{document.Id}" : $"/actor/{actor.Id}"
                );
                edges.Add((last, next, false, said.IsNegated));
                last = next;
            }
            if (origin is { } end)
                ends.Add((last, end));
        }
        var shown = nodes.Select(node => node.Key).ToHashSet(StringComparer.Ordinal);
        foreach (
            var copy in archive.Changes.Copies.Where(copy =>
                shown.Contains(copy.Document.Value) && shown.Contains(copy.Of.Value)
            )
        )
            edges.Add((copy.Document.Value, copy.Of.Value, true, false));
        var numbers = ends.Select(end => end.Origin)
            .Where(counted.Contains)
            .Distinct()
            .Index()
            .ToDictionary(each => each.Item, each => each.Index + 1);
        var endsOf = ends.Where(end => numbers.ContainsKey(end.Origin))
            .ToLookup(end => end.Key, end => numbers[end.Origin], StringComparer.Ordinal);
        Nodes = Place(nodes, edges, key => [.. endsOf[key].Distinct().Order()]);
        var byKey = Nodes.ToDictionary(node => node.Key, StringComparer.Ordinal);
        Edges =
        [
            .. edges.Distinct().Select(edge => new VoiceEdge(byKey[edge.From], byKey[edge.To], edge.Copy, edge.Denial)),
        ];
        Height = Nodes.Select(node => node.Y).DefaultIfEmpty(0).Max() + RowHeight;
        Origins = [.. numbers.OrderBy(each => each.Value).Select(each => archive.Origins[each.Key])];

        string Add(string key, string label, int column, bool anonymous, string link)
        {
            if (!nodes.Exists(node => node.Key == key))
                nodes.Add((key, label, column, anonymous, link));
            return key;
        }
    }

    public ImmutableArray<VoiceNode> Nodes { get; }

    public ImmutableArray<VoiceEdge> Edges { get; }

    /// <summary>In the order of their numbers.</summary>
    public ImmutableArray<Origin> Origins { get; }

    public double Height { get; }

    /// <summary>Statements beyond those drawn.</summary>
    public int LeftOut { get; }

    private static ImmutableArray<VoiceNode> Place(
        List<(string Key, string Label, int Column, bool Anonymous, string Link)> nodes,
        List<(string From, string To, bool Copy, bool Denial)> edges,
        Func<string, ImmutableArray<int>> origins
    )
    {
        var rows = new Dictionary<string, double>(StringComparer.Ordinal);
        // From the far end: those who speak stand in order, and each page beside the middle of those it rests on.
        for (var column = Columns.Length - 1; column >= 0; column--)
        {
            var inColumn = nodes
                .Where(node => node.Column == column)
                .Select(node =>
                    (
                        node.Key,
                        At: edges
                            .Where(edge => !edge.Copy && edge.From == node.Key && rows.ContainsKey(edge.To))
                            .Select(edge => rows[edge.To])
                            .DefaultIfEmpty(double.MaxValue)
                            .Average()
                    )
                )
                .OrderBy(each => each.At)
                .ToList();
            for (var i = 0; i < inColumn.Count; i++)
                rows[inColumn[i].Key] = i;
        }
        return
        [
            .. nodes.Select(node => new VoiceNode(
                node.Key,
                Phrase.Shorten(Bidi.Plain(node.Label), 28),
                node.Column,
                node.Anonymous,
                node.Link,
                Columns[node.Column],
                30 + rows[node.Key] * RowHeight,
                origins(node.Key)
            )),
        ];
    }
}
