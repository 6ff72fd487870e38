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
    private readonly Dictionary<OtherSide, ImmutableHashSet<ActorId>> _sides = [];

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
            var found = Found(other);
            matched.UnionWith(found.Select(each => each.Own.Claim.Id));
            rows.AddRange(
                found.IsEmpty
                    ? [ComparedRow.Of(Relation.OnlyTheirs, other)]
                    : found.Select(each => ComparedRow.Of(each.Relation, other, each.Own, _phrase))
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
        : !other.Pairs().Any(pair => SidesOf(pair.One).Count > 0 && SidesOf(pair.Other).Count > 0)
            ? "theirs, between sides of which this store has no claim"
        : null;

    /// <summary>
    /// What the store says of it: the nearest claim that says the same, or else the nearest that it is planned or refused; and every claim of which it
    /// holds a denial.
    /// </summary>
    private ImmutableArray<(Relation Relation, OwnEvent Own)> Found(OtherEvent other)
    {
        var near = other
            .Pairs()
            .SelectMany(pair => Between(SidesOf(pair.One), SidesOf(pair.Other)))
            .DistinctBy(own => own.Claim.Id)
            .Where(own => own.Days is { } days && Widened(other.Days).Overlaps(days))
            .Select(own => (Relation: RelationOf(other, own), Own: own))
            .Where(each => each.Relation is not null)
            .Select(each => (Relation: each.Relation!.Value, each.Own))
            .OrderBy(each => each.Relation)
            .ThenBy(each => each.Own.Days!.Value.Days ?? int.MaxValue)
            .ThenBy(each => each.Own.Claim.Id.Value, StringComparer.Ordinal)
            .ToList();
        var best = near.Where(each => each.Relation != Relation.DeniedHere).Take(1);
        return [.. best.Concat(near.Where(each => each.Relation == Relation.DeniedHere))];
    }

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

    /// <summary>Actors of claims here that a side of theirs may be: of its country; or of its name, where either has no country.</summary>
    private ImmutableHashSet<ActorId> SidesOf(OtherSide side)
    {
        if (_sides.TryGetValue(side, out var known))
            return known;
        var country = side.Country is { Length: >= 3 } code ? Country.OfThree(code[..3].ToUpperInvariant()) : null;
        var query = side.Name.Length > 2 ? new NameQuery(side.Name) : null;
        return _sides[side] = [
            .. _ownOf.Keys.Where(id =>
            {
                var actor = _archive.Actors[id];
                return Country.Of(_archive, actor) is { } own && country is not null
                    ? own == country
                    : query is not null && actor.IsNamed && query.Finds(actor);
            }),
        ];
    }

    private Interval Widened(Interval days) =>
        new(
            days.From is { } from ? from.AddDays(-Math.Min(_tolerance, from.DayNumber)) : null,
            days.To is { } to ? to.AddDays(Math.Min(_tolerance, DateOnly.MaxValue.DayNumber - to.DayNumber)) : null
        );
}
