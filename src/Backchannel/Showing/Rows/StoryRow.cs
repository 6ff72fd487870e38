using System.Collections.Immutable;

namespace Backchannel.Showing.Rows;

/// <summary>One story as a flat row.</summary>
public sealed record StoryRow
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Days of publication of its first and last document.</summary>
    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>Paths.</summary>
    public ImmutableArray<string> Documents { get; init; } = [];

    public ImmutableArray<string> Languages { get; init; } = [];

    public required int Claims { get; init; }

    /// <summary>Its named actors, those in most of its claims first.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];

    public static StoryRow Of(Archive archive, Story story)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(story);
        var documents = story.Documents.Select(id => archive.ById[id]).ToList();
        return new()
        {
            Id = story.Id.Value,
            Title = story.Title,
            From = story.Published.From is { } from ? Interval.Iso(from) : null,
            To = story.Published.To is { } to ? Interval.Iso(to) : null,
            Documents = [.. documents.Select(reading => reading.Document.Path)],
            Languages =
            [
                .. documents
                    .Select(reading => reading.Findings.Language)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            Claims = story.Claims.Length,
            Actors =
            [
                .. story
                    .Claims.SelectMany(id => archive.Claims[id].Participants.Select(each => each.Actor).Distinct())
                    .CountBy(actor => actor)
                    .Select(each => (Actor: archive.Actors[each.Key], Count: each.Value))
                    .Where(each => each.Actor.IsNamed)
                    .OrderByDescending(each => each.Count)
                    .ThenBy(each => each.Actor.Name, StringComparer.Ordinal)
                    .Select(each => each.Actor.Name),
            ],
        };
    }
}
