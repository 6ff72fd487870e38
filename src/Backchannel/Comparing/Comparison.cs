using System.Collections.Frozen;
using System.Collections.Immutable;
using Backchannel.Showing;
using Backchannel.Showing.Formats;
using Backchannel.Showing.Rows;

namespace Backchannel.Comparing;

/// <summary>
/// Another program's events beside a store: the same two sides, by country or name, the same PLOVER root, days within a tolerance. Where the store
/// holds a denial or no more than a plan of what the other tells plainly, that is said and not counted as agreement.
/// </summary>
public sealed class Comparison
{
    /// <summary>Roots that some type of content may have; a comparison says nothing of others.</summary>
    private static readonly FrozenSet<string> Coded = ContentType
        .All.SelectMany(type =>
            new[] { type.Codes.Done, type.Codes.Intended, type.Codes.Refused, type.Codes.CalledOff }
        )
        .OfType<EventCode>()
        .Select(code => code.Plover)
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly Archive _archive;
    private readonly int _tolerance;
    private readonly Phrase _phrase;
    private readonly ImmutableArray<OwnEvent> _own;
    private readonly FrozenDictionary<ActorId, ImmutableArray<OwnEvent>> _ownOf;
    private readonly Dictionary<OtherSide, (ImmutableHashSet<ActorId> All, ImmutableHashSet<ActorId> Named)> _sides =
    [];

    private Comparison(Archive archive, int tolerance)
    {
        _archive = archive;
        _tolerance = tolerance;
        _phrase = new(archive, name => name);
        _own =
        [
            .. Ledger
                .ByTime(archive, ClaimFilter.Everything)
                .Select(claim => OwnEvent.Of(archive, claim))
                .Where(own => own.Sides.Count > 1),
        ];
        _ownOf = _own.SelectMany(own => own.Sides.Select(side => (side, own)))
            .GroupBy(each => each.side)
            .ToFrozenDictionary(group => group.Key, group => group.Select(each => each.own).ToImmutableArray());
    }

    public ImmutableArray<ComparedRow> Rows { get; private set; } = [];

    /// <summary>Their events that nothing here could be laid beside, by why.</summary>
    public ImmutableArray<(string Why, int Count)> LeftOut { get; private set; } = [];

    public static Comparison Of(Archive archive, IReadOnlyCollection<OtherEvent> others, int tolerance)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(others);
        var comparison = new Comparison(archive, tolerance);
        comparison.Compare(others);
        return comparison;
    }

    private void Compare(IReadOnlyCollection<OtherEvent> others)
    {
        var rows = ImmutableArray.CreateBuilder<ComparedRow>();
        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        var matched = new HashSet<ClaimId>();
        foreach (var other in others)
        {
            if (WhyLeftOut(other) is { } why)
            {
                left[why] = left.GetValueOrDefault(why) + 1;
                continue;
            }
            var near = Near(other);
            matched.UnionWith(near.Select(each => each.Own.Claim.Id));
            rows.AddRange(
                near.IsEmpty
                    ? [ComparedRow.Of(Relation.OnlyTheirs, other)]
                    : Shown(near).Select(each => ComparedRow.Of(each.Relation, other, each.Own, _phrase))
            );
        }
        var days = new Interval(
            others.Select(other => other.Days.From).Where(day => day is not null).Min(),
            others.Select(other => other.Days.To).Where(day => day is not null).Max()
        );
        var (outside, inside) = (0, 0);
        foreach (var own in _own.Where(own => own.Event is not null && !matched.Contains(own.Claim.Id)))
        {
            if (own.Days is { } when && !days.IsUnknown && Widened(days).Overlaps(when))
            {
                rows.Add(ComparedRow.Of(Relation.OnlyOurs, own, _phrase));
                inside++;
            }
            else
                outside++;
        }
        if (outside > 0)
            left["ours, of other days than theirs"] = outside;
        Rows =
        [
            .. rows.OrderBy(row => row.Kind)
                .ThenBy(row => row.Day ?? row.From, StringComparer.Ordinal)
                .ThenBy(row => row.TheirLine ?? int.MaxValue)
                .ThenBy(row => row.Claim, StringComparer.Ordinal),
        ];
        LeftOut = [.. left.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => (each.Key, each.Value))];
    }

    private string? WhyLeftOut(OtherEvent other) =>
        other.IsNoEvent ? "theirs, which they say did not happen"
        : other.Root is null || !Coded.Contains(other.Root) ? "theirs, of kinds that no type here is coded as"
        : !other.Pairs().Any() ? "theirs, with one side or none"
        : !other.Pairs().Any(pair => SidesOf(pair.One).All.Count > 0 && SidesOf(pair.Other).All.Count > 0)
            ? "theirs, between sides of which this store has no claim"
        : null;

    /// <summary>Every claim here that may be what they tell, the likeliest first: the same people rather than the same countries, the same code, the nearest day.</summary>
    private ImmutableArray<Match> Near(OtherEvent other) =>
        [
            .. other
                .Pairs()
                .SelectMany(pair =>
                    Between(SidesOf(pair.One).All, SidesOf(pair.Other).All)
                        .Select(own => (Own: own, Names: Named(pair.One, own) + Named(pair.Other, own)))
                )
                .Where(each => each.Own.Days is { } days && Widened(other.Days).Overlaps(days))
                .Select(each => (each.Own, each.Names, Relation: RelationOf(other, each.Own)))
                .Where(each => each.Relation is not null)
                .OrderByDescending(each => each.Names)
                .ThenByDescending(each => (each.Own.Event ?? each.Own.Done).Cameo == other.Code)
                .ThenBy(each => Math.Abs(Start(each.Own.Days!.Value) - Start(other.Days)))
                .ThenBy(each => each.Relation)
                .ThenBy(each => each.Own.Claim.Id.Value, StringComparer.Ordinal)
                .DistinctBy(each => each.Own.Claim.Id)
                .Select(each => new Match(each.Own, each.Names, each.Relation!.Value)),
        ];

    /// <summary>The likeliest claim; and a denial of as likely a one, which must not be hidden behind who affirms another.</summary>
    private static ImmutableArray<Match> Shown(ImmutableArray<Match> near) =>
        near is [var best, .. var rest]
            ? [best, .. rest.Where(each => each.Relation == Relation.DeniedHere && each.Names >= best.Names)]
            : [];

    private sealed record Match(OwnEvent Own, int Names, Relation Relation);

    private static int Start(Interval days) => (days.From ?? days.To ?? DateOnly.MinValue).DayNumber;

    private int Named(OtherSide side, OwnEvent own) => own.Sides.Overlaps(SidesOf(side).Named) ? 1 : 0;

    private static Relation? RelationOf(OtherEvent other, OwnEvent own)
    {
        var same = own.Event?.Plover == other.Root;
        if (!same && own.Done.Plover != other.Root)
            return null;
        return own.IsDenied ? Relation.DeniedHere
            : same ? Relation.Both
            : Relation.NotHeldHere;
    }

    private IEnumerable<OwnEvent> Between(ImmutableHashSet<ActorId> one, ImmutableHashSet<ActorId> other) =>
        one.SelectMany(id => _ownOf[id].Where(own => own.Sides.Any(side => side != id && other.Contains(side))));

    /// <summary>Actors of claims here that a side of theirs may be: of its country, or of its name where either has none; and those of its name alone.</summary>
    private (ImmutableHashSet<ActorId> All, ImmutableHashSet<ActorId> Named) SidesOf(OtherSide side)
    {
        if (_sides.TryGetValue(side, out var known))
            return known;
        var country = side.Country is { Length: >= 3 } code ? Country.OfThree(code[..3].ToUpperInvariant()) : null;
        var query = side.Name.Length > 2 ? new NameQuery(side.Name) : null;
        var all = ImmutableHashSet.CreateBuilder<ActorId>();
        var named = ImmutableHashSet.CreateBuilder<ActorId>();
        foreach (var id in _ownOf.Keys)
        {
            var actor = _archive.Actors[id];
            var isNamed = query is not null && actor.IsNamed && query.Finds(actor);
            if (Country.Of(_archive, actor) is { } own && country is not null ? own == country : isNamed)
            {
                all.Add(id);
                if (isNamed)
                    named.Add(id);
            }
        }
        return _sides[side] = (all.ToImmutable(), named.ToImmutable());
    }

    private Interval Widened(Interval days) =>
        new(
            days.From is { } from ? from.AddDays(-Math.Min(_tolerance, from.DayNumber)) : null,
            days.To is { } to ? to.AddDays(Math.Min(_tolerance, DateOnly.MaxValue.DayNumber - to.DayNumber)) : null
        );
}
