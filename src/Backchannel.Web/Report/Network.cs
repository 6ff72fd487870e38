using System.Collections.Immutable;
using Backchannel.Showing;
using Backchannel.Showing.Formats;

namespace Backchannel.Web.Report;

/// <summary>An actor in the picture of who is in contact with whom.</summary>
public sealed record Node(Actor Actor, double X, double Y, int Contacts, bool IsIntermediary);

/// <summary>Contacts between two actors: the best standing among them decides how the line is drawn.</summary>
public sealed record Edge(
    Node From,
    Node To,
    Standing Standing,
    bool IsPlan,
    bool IsThrough,
    ImmutableArray<ClaimId> Claims
);

/// <summary>
/// Who is in contact with whom, laid out by springs and repulsion from a fixed start, so that the same archive gives the same picture. Only
/// the actors with most contacts are drawn; the ledger holds all.
/// </summary>
public sealed class Network
{
    public const double Width = 1000;

    public const double Height = 620;

    public const int MostNodes = 28;

    private const int Rounds = 400;

    /// <param name="around">Actors whose neighbours are drawn; where none are given, those with most contacts are.</param>
    public Network(Archive archive, IEnumerable<Claim> claims, IReadOnlyCollection<ActorId>? around = null)
    {
        ArgumentNullException.ThrowIfNull(archive);
        var links = claims
            .Where(claim => claim.Type.Family == Family.Contact)
            .SelectMany(Links)
            .Where(link => link.From != link.To)
            .ToList();
        if (around is { Count: > 0 })
        {
            var near = links
                .Where(link => around.Contains(link.From) || around.Contains(link.To))
                .SelectMany(link => new[] { link.From, link.To })
                .Concat(around)
                .ToHashSet();
            links.RemoveAll(link => !near.Contains(link.From) || !near.Contains(link.To));
        }
        var ranked = links
            .SelectMany(link => new[] { (link.From, link.Claim.Id), (link.To, link.Claim.Id) })
            .Distinct()
            .CountBy(each => each.Item1)
            .OrderByDescending(each => around?.Contains(each.Key))
            .ThenByDescending(each => each.Value)
            .ThenBy(each => each.Key.Value, StringComparer.Ordinal)
            .ToList();
        LeftOut = Math.Max(0, ranked.Count - MostNodes);
        var kept = ranked.Take(MostNodes).Select(each => each.Key).ToList();
        var pairs = links
            .Where(link => kept.Contains(link.From) && kept.Contains(link.To))
            .GroupBy(link => Ordered(kept.IndexOf(link.From), kept.IndexOf(link.To)))
            .OrderBy(group => group.Key)
            .ToList();
        var places = Lay(kept.Count, [.. pairs.Select(group => group.Key)]);
        Nodes =
        [
            .. kept.Select(
                (id, i) =>
                    new Node(
                        archive.Actors[id],
                        places[i].X,
                        places[i].Y,
                        ranked[i].Value,
                        links.Exists(link => link.IsThrough && link.From == id)
                    )
            ),
        ];
        Edges =
        [
            .. pairs.Select(group => new Edge(
                Nodes[group.Key.Item1],
                Nodes[group.Key.Item2],
                group.Min(link => Rank(link.Claim.Standing)) switch
                {
                    0 => Standing.Confirmed,
                    1 => Standing.Disputed,
                    2 => Standing.Reported,
                    _ => Standing.Denied,
                },
                group.All(link => IsPlan(link.Claim)),
                group.All(link => link.IsThrough),
                [.. group.Select(link => link.Claim.Id).Distinct()]
            )),
        ];
    }

    public ImmutableArray<Node> Nodes { get; }

    public ImmutableArray<Edge> Edges { get; }

    public int LeftOut { get; }

    public static bool IsPlan(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Status
            is Status.Planned
                or Status.Proposed
                or Status.Refused
                or Status.Cancelled
                or Status.Hypothetical;
    }

    private static int Rank(Standing standing) =>
        standing switch
        {
            Standing.Confirmed => 0,
            Standing.Disputed => 1,
            Standing.Reported => 2,
            _ => 3,
        };

    private static (int, int) Ordered(int a, int b) => a < b ? (a, b) : (b, a);

    /// <summary>Parties of one contact are all joined; an intermediary stands between, joined to each.</summary>
    private static IEnumerable<(ActorId From, ActorId To, bool IsThrough, Claim Claim)> Links(Claim claim)
    {
        var sides = claim
            .Participants.Where(participant => participant.Role is Role.Party or Role.Visitor or Role.Host)
            .Select(participant => participant.Actor)
            .Distinct()
            .ToList();
        var between = claim
            .Participants.Where(participant => participant.Role == Role.Intermediary)
            .Select(participant => participant.Actor)
            .ToList();
        foreach (var mediator in between)
        foreach (var side in sides)
            yield return (mediator, side, true, claim);
        foreach (var pair in ContactPair.Of(claim))
            yield return (pair.Source, pair.Target, false, claim);
    }

    private static (double X, double Y)[] Lay(int count, ImmutableArray<(int A, int B)> pairs)
    {
        var at = Enumerable
            .Range(0, count)
            .Select(i =>
                (X: Math.Cos(2.399963 * i) * Math.Sqrt(i + 0.5), Y: Math.Sin(2.399963 * i) * Math.Sqrt(i + 0.5))
            )
            .ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var heat = 0.25 * (1 - (double)round / Rounds);
            var push = new (double X, double Y)[count];
            for (var i = 0; i < count; i++)
            for (var j = 0; j < count; j++)
            {
                if (i == j)
                    continue;
                var (dx, dy) = (at[i].X - at[j].X, at[i].Y - at[j].Y);
                var square = Math.Max(0.01, dx * dx + dy * dy);
                push[i] = (push[i].X + 1.4 * dx / square, push[i].Y + 1.4 * dy / square);
            }
            foreach (var (a, b) in pairs)
            {
                var (dx, dy) = (at[a].X - at[b].X, at[a].Y - at[b].Y);
                var far = Math.Sqrt(dx * dx + dy * dy);
                push[a] = (push[a].X - 0.6 * dx * far / 2, push[a].Y - 0.6 * dy * far / 2);
                push[b] = (push[b].X + 0.6 * dx * far / 2, push[b].Y + 0.6 * dy * far / 2);
            }
            for (var i = 0; i < count; i++)
            {
                // A light pull to the middle keeps separate groups on one sheet.
                var (px, py) = (push[i].X - 0.12 * at[i].X, push[i].Y - 0.22 * at[i].Y);
                var length = Math.Max(1e-9, Math.Sqrt(px * px + py * py));
                at[i] = (
                    at[i].X + px / length * Math.Min(length, heat),
                    at[i].Y + py / length * Math.Min(length, heat)
                );
            }
        }
        if (count == 0)
            return at;
        var (left, right) = (at.Min(each => each.X), at.Max(each => each.X));
        var (top, bottom) = (at.Min(each => each.Y), at.Max(each => each.Y));
        return
        [
            .. at.Select(each =>
                (
                    110 + (each.X - left) / Math.Max(1e-9, right - left) * (Width - 220),
                    40 + (each.Y - top) / Math.Max(1e-9, bottom - top) * (Height - 90)
                )
            ),
        ];
    }
}
