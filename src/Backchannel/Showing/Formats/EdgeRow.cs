using System.Collections.Immutable;
using Backchannel.Showing.Rows;

namespace Backchannel.Showing.Formats;

/// <summary>A pair of actors in one claimed contact, as a row of edges.csv and an edge of the graph formats. Says always how the claim stands.</summary>
public sealed record EdgeRow
{
    public required string Id { get; init; }

    /// <summary>Id of an actor: the visitor of a visit.</summary>
    public required string Source { get; init; }

    public required string Target { get; init; }

    /// <summary>"Undirected", a word that graph programs look for: whoever meets, meets each other. Who visited whom, the roles say.</summary>
    public string Type { get; } = "Undirected";

    /// <summary>"party", "visitor", "host".</summary>
    public required string SourceRole { get; init; }

    public required string TargetRole { get; init; }

    public required string SourceName { get; init; }

    public required string TargetName { get; init; }

    /// <summary>What kind of contact: "meeting".</summary>
    public required string Contact { get; init; }

    public required string Status { get; init; }

    public required string Polarity { get; init; }

    public required string Standing { get; init; }

    /// <summary>One claim weighs one, over all its pairs.</summary>
    public required double Weight { get; init; }

    public required int Pairs { get; init; }

    /// <summary>Independent origins that affirm it.</summary>
    public required int Origins { get; init; }

    public required int Outlets { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>The words of the texts that date it.</summary>
    public ImmutableArray<string> DateWords { get; init; } = [];

    /// <summary>Names of those who carried it.</summary>
    public ImmutableArray<string> Through { get; init; } = [];

    public ImmutableArray<string> ThroughIds { get; init; } = [];

    public string? Place { get; init; }

    public string? Channel { get; init; }

    public bool? Secret { get; init; }

    public ImmutableArray<string> ConfirmedBy { get; init; } = [];

    public ImmutableArray<string> DeniedBy { get; init; } = [];

    public string? FirstSaid { get; init; }

    public required string Claim { get; init; }

    public static EdgeRow Of(Archive archive, ContactPair pair)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(pair);
        var claim = ClaimRow.Of(archive, pair.Claim);
        return new()
        {
            Id = pair.Id,
            Source = pair.Source.Value,
            Target = pair.Target.Value,
            SourceRole = Words.Of(pair.SourceRole),
            TargetRole = Words.Of(pair.TargetRole),
            SourceName = archive.Actors[pair.Source].Name,
            TargetName = archive.Actors[pair.Target].Name,
            Contact = claim.Type,
            Status = claim.Status,
            Polarity = claim.Polarity,
            Standing = claim.Standing,
            Weight = Math.Round(1.0 / pair.Pairs, 4),
            Pairs = pair.Pairs,
            Origins = claim.Origins,
            Outlets = claim.Outlets,
            From = claim.From,
            To = claim.To,
            DateWords = claim.DateWords,
            Through = [.. pair.Through.Select(id => archive.Actors[id].Name)],
            ThroughIds = [.. pair.Through.Select(id => id.Value)],
            Place = claim.Place,
            Channel = claim.Channel,
            Secret = claim.Secret,
            ConfirmedBy = claim.ConfirmedBy,
            DeniedBy = claim.DeniedBy,
            FirstSaid = claim.FirstSaid,
            Claim = claim.Id,
        };
    }
}
