using System.Collections.Immutable;
using System.Globalization;
using Backchannel.Showing;
using Backchannel.Showing.Rows;
using Microsoft.AspNetCore.Http;

namespace Backchannel.Web.Desk;

/// <summary>Which claims a view or the API is asked for, as a query string says it: the filters of the command line, words, a story, an order, a page.</summary>
public sealed class LedgerQuery
{
    public const int MostRows = 500;

    private readonly IQueryCollection _query;
    private readonly List<string> _mistakes = [];

    public LedgerQuery(IQueryCollection query, int size)
    {
        _query = query;
        Filter = new()
        {
            Family = Among("family", Enum.GetValues<Family>()),
            Standing = Among("standing", Enum.GetValues<Standing>()),
            Type = Type(),
            Actor = Name("actor"),
            With = Name("with"),
            Through = Name("through"),
            Language = this["language"],
            When = new(Days("since").From, Days("until").To),
        };
        if (Filter.When is { From: { } from, To: { } to } && from > to)
            _mistakes.Add($"since {Interval.Iso(from)} is after until {Interval.Iso(to)}");
        Page = Number("page", 1, int.MaxValue / MostRows);
        Size = this["size"] is null ? size : Number("size", size, MostRows);
        if (this["order"] is { } order && order is not ("weight" or "time" or "said" or "origins"))
            _mistakes.Add($"order is weight, time, said or origins, not {order}");
    }

    /// <summary>A parameter as it stands; null where it is missing or empty.</summary>
    public string? this[string name] =>
        _query.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.ToString().Trim() : null;

    public ClaimFilter Filter { get; }

    /// <summary>Counted from 1.</summary>
    public int Page { get; }

    public int Size { get; }

    /// <summary>What could not be understood, and was passed over; a sentence each.</summary>
    public IReadOnlyList<string> Mistakes => _mistakes;

    /// <summary>All claims that fit, in the order asked for.</summary>
    public ImmutableArray<Claim> Find(Snapshot snapshot, bool byTime = false)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var claims = snapshot.ByWeight.AsEnumerable();
        if (this["order"] == "time" || this["order"] is null && byTime)
            claims = snapshot.ByTime;
        claims = Chosen(snapshot, claims).Where(claim => Filter.Holds(snapshot.Archive, claim));
        if (this["order"] == "said")
            claims = claims.OrderByDescending(claim => claim.Said.To ?? claim.Said.From ?? DateOnly.MinValue);
        else if (this["order"] == "origins")
            claims = claims.OrderByDescending(claim => claim.Origins.Length);
        return [.. claims];
    }

    /// <summary>How many more would fit if they had a date.</summary>
    public int LeftOutUndated(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return Filter.When.IsUnknown
            ? 0
            : Chosen(snapshot, snapshot.ByWeight).Count(claim => Filter.LeavesOutUndated(snapshot.Archive, claim));
    }

    private IEnumerable<Claim> Chosen(Snapshot snapshot, IEnumerable<Claim> claims)
    {
        if (this["q"] is { } words)
        {
            var found = snapshot.Index.Find(words).Claims.ToHashSet();
            claims = claims.Where(claim => found.Contains(claim.Id));
        }
        if (this["story"] is { } id)
        {
            var told = snapshot.StoryOf(id)?.Claims.ToHashSet() ?? [];
            claims = claims.Where(claim => told.Contains(claim.Id));
        }
        return claims;
    }

    private NameQuery? Name(string name) => this[name] is { } text ? new(text) : null;

    private ContentType? Type()
    {
        if (this["type"] is not { } name)
            return null;
        var type = ContentType.Named(name);
        if (type is null)
            _mistakes.Add($"there is no type {name}");
        return type;
    }

    private T? Among<T>(string name, T[] values)
        where T : struct, Enum
    {
        if (this[name] is not { } text)
            return null;
        foreach (var value in values)
        {
            if (Words.Of(value) == text)
                return value;
        }
        _mistakes.Add($"{name} is {string.Join(", ", values.Select(each => Words.Of(each)))}, not {text}");
        return null;
    }

    private Interval Days(string name)
    {
        if (this[name] is not { } text)
            return Interval.Unknown;
        if (!text.Contains('/', StringComparison.Ordinal) && Interval.TryParse(text, out var days))
            return days;
        _mistakes.Add($"{name} is a day, a month or a year, such as 2031-03-05, 2031-03 or 2031, not {text}");
        return Interval.Unknown;
    }

    private int Number(string name, int otherwise, int most)
    {
        if (this[name] is not { } text)
            return otherwise;
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= most
        )
            return number;
        _mistakes.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is a number from 1 to {most}, not {text}"));
        return otherwise;
    }
}
