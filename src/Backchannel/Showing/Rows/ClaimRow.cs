using System.Collections.Immutable;

namespace Backchannel.Showing.Rows;

/// <summary>
/// One claim as a flat row: what is said to have happened, how it stands, and on whose word. Names are shown names of actors; what is not
/// known is null or empty. Stance, status and polarity always travel with it.
/// </summary>
public sealed record ClaimRow
{
    public required string Id { get; init; }

    public required string Family { get; init; }

    public required string Type { get; init; }

    public required string Status { get; init; }

    /// <summary>"negated" where every statement says that it did not happen or does not hold; else "affirmed".</summary>
    public required string Polarity { get; init; }

    public required string Standing { get; init; }

    /// <summary>Every stance that some voice takes towards it.</summary>
    public ImmutableArray<string> Stances { get; init; } = [];

    public string? Channel { get; init; }

    public bool? Secret { get; init; }

    /// <summary>Parties, visitors and hosts of a contact; who demands, accuses, supports.</summary>
    public ImmutableArray<string> Parties { get; init; } = [];

    public ImmutableArray<string> Intermediaries { get; init; } = [];

    public ImmutableArray<string> OnBehalfOf { get; init; } = [];

    public ImmutableArray<string> Addressees { get; init; } = [];

    public ImmutableArray<string> Targets { get; init; } = [];

    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Ids of all the actors above, in that order.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];

    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>The words of the texts that date it.</summary>
    public ImmutableArray<string> DateWords { get; init; } = [];

    /// <summary>What the narrowest of its dates rests on; "unanchored" where all are relative and nothing dates them; "inferred" where only a day of writing does that no text gives.</summary>
    public string? DateBasis { get; init; }

    public string? Place { get; init; }

    /// <summary>Independent origins that affirm it.</summary>
    public required int Origins { get; init; }

    /// <summary>Outlets that carry it; a document whose outlet is not known counts as one.</summary>
    public required int Outlets { get; init; }

    public required int Documents { get; init; }

    public required int Statements { get; init; }

    /// <summary>Parties to it that say so.</summary>
    public ImmutableArray<string> ConfirmedBy { get; init; } = [];

    public ImmutableArray<string> DeniedBy { get; init; } = [];

    public ImmutableArray<string> DeclinedBy { get; init; } = [];

    public string? FirstSaid { get; init; }

    public string? LastSaid { get; init; }

    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>The words of its first statement.</summary>
    public required string Evidence { get; init; }

    public static ClaimRow Of(Archive archive, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(claim);
        var said = archive.Said(claim).ToList();
        var moments = said.Select(each => each.Moment).OfType<(Moment Moment, string Words)>().ToList();
        string Name(ActorId id) => archive.Actors[id].Name;
        ImmutableArray<ActorId> In(params ReadOnlySpan<Role> roles)
        {
            var wanted = roles.ToArray();
            return
            [
                .. claim
                    .Participants.Where(participant => wanted.Contains(participant.Role))
                    .Select(participant => participant.Actor),
            ];
        }
        var (parties, intermediaries, behalf) = (
            In(Role.Party, Role.Visitor, Role.Host),
            In(Role.Intermediary),
            In(Role.OnBehalfOf)
        );
        var (addressees, targets, topics) = (In(Role.Addressee), In(Role.Target), In(Role.Topic));
        return new()
        {
            Id = claim.Id.Value,
            Family = Words.Of(claim.Type.Family),
            Type = claim.Type.Name,
            Status = Words.Of(claim.Status),
            Polarity = Words.Of(archive.PolarityOf(claim)),
            Standing = Words.Of(claim.Standing),
            Stances = [.. said.Select(each => each.Statement.Stance).Distinct().Order().Select(each => Words.Of(each))],
            Channel = claim.Channel == Backchannel.Channel.Unknown ? null : Words.Of(claim.Channel),
            Secret = claim.Secret,
            Parties = [.. parties.Select(Name)],
            Intermediaries = [.. intermediaries.Select(Name)],
            OnBehalfOf = [.. behalf.Select(Name)],
            Addressees = [.. addressees.Select(Name)],
            Targets = [.. targets.Select(Name)],
            Topics = [.. topics.Select(Name)],
            Actors =
            [
                .. parties
                    .Concat(intermediaries)
                    .Concat(behalf)
                    .Concat(addressees)
                    .Concat(targets)
                    .Concat(topics)
                    .Select(id => id.Value),
            ],
            From = claim.When.From is { } from ? Interval.Iso(from) : null,
            To = claim.When.To is { } to ? Interval.Iso(to) : null,
            DateWords = [.. moments.Select(each => each.Words).Distinct(StringComparer.Ordinal)],
            DateBasis = moments.Count == 0 ? null : Words.Of(Narrowest(moments.Select(each => each.Moment)).Basis),
            Place = claim.Place is { } place ? Name(place) : null,
            Origins = claim.Origins.Length,
            Outlets = archive.Outlets(claim).Length,
            Documents = claim.Documents.Length,
            Statements = claim.Statements.Length,
            ConfirmedBy = [.. claim.ConfirmedBy.Select(Name)],
            DeniedBy = [.. claim.DeniedBy.Select(Name)],
            DeclinedBy = [.. claim.DeclinedBy.Select(Name)],
            FirstSaid = claim.Said.From is { } first ? Interval.Iso(first) : null,
            LastSaid = claim.Said.To is { } last ? Interval.Iso(last) : null,
            Languages =
            [
                .. said.Select(each => each.Reading.Findings.Language)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            Evidence = said.Count > 0 ? said[0].Evidence : "",
        };
    }

    private static Moment Narrowest(IEnumerable<Moment> moments) =>
        moments
            .OrderBy(moment => moment.Basis == MomentBasis.Unanchored)
            .ThenBy(moment => moment.When.Days ?? int.MaxValue)
            .ThenBy(moment => moment.Basis == MomentBasis.Inferred)
            .First();
}
