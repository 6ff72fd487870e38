using System.Text.Json.Serialization;
using Backchannel.Showing;
using Backchannel.Showing.Rows;

namespace Backchannel.Comparing;

/// <summary>How an event of theirs and a claim of ours lie to each other.</summary>
public enum Relation
{
    Both,

    /// <summary>They tell it plainly; here somebody denies it, or took it back.</summary>
    DeniedHere,

    /// <summary>They tell it plainly; here it is planned, proposed, tried, refused, called off or supposed.</summary>
    NotHeldHere,
    OnlyTheirs,
    OnlyOurs,
}

/// <summary>One line of a comparison, with what either side says of it.</summary>
public sealed record ComparedRow
{
    /// <summary>"both", "denied here", "not held here", "only theirs", "only ours".</summary>
    public string Relation => Words.Of(Kind);

    [JsonIgnore]
    public Relation Kind { get; init; }

    /// <summary>Their day.</summary>
    public string? Day { get; init; }

    public int? TheirLine { get; init; }

    public string? TheirId { get; init; }

    public string? TheirCode { get; init; }

    public string? Root { get; init; }

    /// <summary>"UNITED STATES – VENEZUELA".</summary>
    public string? TheirSides { get; init; }

    public string? TheirUrl { get; init; }

    public string? Claim { get; init; }

    /// <summary>Our claim in a few words.</summary>
    public string? Ours { get; init; }

    public string? Type { get; init; }

    public string? Status { get; init; }

    public string? Standing { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>"event", "by", "from", or "said" where we know no more than when it was first said.</summary>
    public string? DaysBasis { get; init; }

    public int? Origins { get; init; }

    /// <summary>How our claim stands.</summary>
    public string? Note { get; init; }

    internal static ComparedRow Of(Relation relation, OtherEvent other) =>
        new()
        {
            Kind = relation,
            Day = other.Days.From is { } day ? Interval.Iso(day) : null,
            TheirLine = other.Line,
            TheirId = other.Id,
            TheirCode = other.Code,
            Root = other.Root,
            TheirSides = string.Join(
                " – ",
                other.Sources.Concat(other.Recipients).Select(side => side.Name.Length > 0 ? side.Name : side.Country)
            ),
            TheirUrl = other.Url,
        };

    internal static ComparedRow Of(Relation relation, OtherEvent other, OwnEvent own, Phrase phrase) =>
        With(Of(relation, other), own, phrase);

    internal static ComparedRow Of(Relation relation, OwnEvent own, Phrase phrase) =>
        With(new() { Kind = relation, Root = own.Event?.Plover }, own, phrase);

    private static ComparedRow With(ComparedRow row, OwnEvent own, Phrase phrase) =>
        row with
        {
            Claim = own.Claim.Id.Value,
            Ours = phrase.Of(own.Claim),
            Type = own.Claim.Type.Name,
            Status = Words.Of(own.Claim.Status),
            Standing = Words.Of(own.Claim.Standing),
            From = own.Days?.From is { } from ? Interval.Iso(from) : null,
            To = own.Days?.To is { } to ? Interval.Iso(to) : null,
            DaysBasis = own.DaysBasis,
            Origins = own.Claim.Origins.Length,
            Note = own.Note,
        };
}
