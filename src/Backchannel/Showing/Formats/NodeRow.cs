using System.Collections.Immutable;
using Backchannel.Showing.Rows;

namespace Backchannel.Showing.Formats;

/// <summary>An actor as a row of nodes.csv and a node of the graph formats.</summary>
public sealed record NodeRow
{
    public required string Id { get; init; }

    /// <summary>The name shown.</summary>
    public required string Label { get; init; }

    /// <summary>"person", "state"; a column of another name than "type", which graph programs keep for themselves.</summary>
    public required string Kind { get; init; }

    public required bool Named { get; init; }

    /// <summary>ISO 3166-1 alpha-3, of the state that it is or acts for.</summary>
    public string? Country { get; init; }

    public string? ActsFor { get; init; }

    public string? ActsForId { get; init; }

    /// <summary>Its key in the world lists.</summary>
    public string? Known { get; init; }

    public ImmutableArray<string> Names { get; init; } = [];

    public ImmutableArray<string> Roles { get; init; } = [];

    public required int Contacts { get; init; }

    public required int Claims { get; init; }

    public required int Documents { get; init; }

    /// <summary>Every actor, in order of id.</summary>
    public static ImmutableArray<NodeRow> All(Archive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return
        [
            .. ActorRow
                .All(archive)
                .OrderBy(row => row.Id, StringComparer.Ordinal)
                .Select(row =>
                {
                    var actor = archive.Actors[new(row.Id)];
                    return new NodeRow
                    {
                        Id = row.Id,
                        Label = row.Name,
                        Kind = row.Type,
                        Named = row.Named,
                        Country = Formats.Country.Of(archive, actor)?.Alpha3,
                        ActsFor = row.ActsFor,
                        ActsForId = actor.ActsFor?.Value,
                        Known = actor.Known,
                        Names = row.Names,
                        Roles = row.Roles,
                        Contacts = row.Contacts,
                        Claims = row.Claims,
                        Documents = row.Documents,
                    };
                }),
        ];
    }

    /// <summary>Those who take part in a contact as a side or go-between: what a graph of contacts has to show.</summary>
    public static ImmutableArray<NodeRow> InContact(Archive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        var inContact = archive
            .Changes.Claims.Where(claim => claim.Type.Family == Family.Contact)
            .SelectMany(claim => claim.Participants)
            .Where(each => each.Role is Role.Party or Role.Visitor or Role.Host or Role.Intermediary)
            .Select(each => each.Actor.Value)
            .ToHashSet(StringComparer.Ordinal);
        return [.. All(archive).Where(row => inContact.Contains(row.Id))];
    }
}
