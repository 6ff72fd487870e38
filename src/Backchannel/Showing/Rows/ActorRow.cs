using System.Collections.Immutable;

namespace Backchannel.Showing.Rows;

/// <summary>One actor as a flat row: all its names, what it is said to be, and how much is said of it.</summary>
public sealed record ActorRow
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Type { get; init; }

    /// <summary>Whether a proper name is known; a row without one is a description, such as "a senior official".</summary>
    public required bool Named { get; init; }

    public string? ActsFor { get; init; }

    public ImmutableArray<string> Names { get; init; } = [];

    public ImmutableArray<string> Roles { get; init; } = [];

    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Contact claims that it takes part in.</summary>
    public required int Contacts { get; init; }

    /// <summary>Claims of every family that it takes part in.</summary>
    public required int Claims { get; init; }

    /// <summary>Statements of which it is one of the voices.</summary>
    public required int Statements { get; init; }

    public required int Documents { get; init; }

    /// <summary>Every actor, those of whom most is said first.</summary>
    public static ImmutableArray<ActorRow> All(Archive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        var claims = archive
            .Changes.Claims.SelectMany(claim =>
                claim.Participants.Select(participant => participant.Actor).Distinct().Select(actor => (actor, claim))
            )
            .ToLookup(each => each.actor, each => each.claim);
        var voices = archive
            .Readings.SelectMany(reading =>
                reading.Findings.Statements.SelectMany(statement =>
                    statement
                        .Voices.Select(voice => voice.Figure)
                        .OfType<int>()
                        .Select(figure => archive.ActorOf(reading.Document.Id, figure).Id)
                        .Distinct()
                )
            )
            .CountBy(actor => actor)
            .ToDictionary();
        return
        [
            .. archive
                .Changes.Actors.Select(actor => new ActorRow
                {
                    Id = actor.Id.Value,
                    Name = actor.Name,
                    Type = Words.Of(actor.Type),
                    Named = actor.IsNamed,
                    ActsFor = actor.ActsFor is { } side ? archive.Actors[side].Name : null,
                    Names = [.. actor.Names.Select(name => name.Text).Distinct(StringComparer.Ordinal)],
                    Roles = [.. actor.Roles.Select(role => role.Text).Distinct(StringComparer.Ordinal)],
                    Languages =
                    [
                        .. actor
                            .Names.Select(name => name.Language)
                            .Distinct(StringComparer.Ordinal)
                            .Order(StringComparer.Ordinal),
                    ],
                    Contacts = claims[actor.Id].Count(claim => claim.Type.Family == Family.Contact),
                    Claims = claims[actor.Id].Count(),
                    Statements = voices.GetValueOrDefault(actor.Id),
                    Documents = actor.Figures.Select(figure => figure.Document).Distinct().Count(),
                })
                .OrderByDescending(row => row.Claims + row.Statements)
                .ThenByDescending(row => row.Documents)
                .ThenBy(row => row.Name, StringComparer.Ordinal)
                .ThenBy(row => row.Id, StringComparer.Ordinal),
        ];
    }
}
