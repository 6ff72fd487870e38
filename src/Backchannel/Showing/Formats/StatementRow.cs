using System.Collections.Immutable;
using Backchannel.Showing.Rows;

namespace Backchannel.Showing.Formats;

/// <summary>One statement as a flat row of statements.csv: who says what of what, in which sentence of which article.</summary>
public sealed record StatementRow
{
    public required string Id { get; init; }

    /// <summary>The claim it is about; plain words are about none.</summary>
    public string? Claim { get; init; }

    public required string Stance { get; init; }

    /// <summary>The chain, nearest the reader first: "outlet Harbour Wire > speaker Ana Lind".</summary>
    public required string Voices { get; init; }

    /// <summary>The far end of the chain that is named or described.</summary>
    public string? LastVoice { get; init; }

    public string? LastVoiceId { get; init; }

    public required bool Anonymous { get; init; }

    public string? Origin { get; init; }

    public string? Family { get; init; }

    public string? Type { get; init; }

    public string? Status { get; init; }

    public string? Polarity { get; init; }

    /// <summary>"party Ana Lind", "intermediary Oman".</summary>
    public ImmutableArray<string> Participants { get; init; } = [];

    public string? From { get; init; }

    public string? To { get; init; }

    public string? DateWords { get; init; }

    public string? DateBasis { get; init; }

    public string? Place { get; init; }

    public required string Document { get; init; }

    public required string Path { get; init; }

    public string? Outlet { get; init; }

    /// <summary>As it is given: a day, or an interval.</summary>
    public string? Published { get; init; }

    public string? Language { get; init; }

    public string? Url { get; init; }

    /// <summary>Of the evidence, in UTF-16 code units of the document's text.</summary>
    public required int Start { get; init; }

    public required int Length { get; init; }

    /// <summary>The sentence, in its own language.</summary>
    public required string Evidence { get; init; }

    /// <summary>Every statement, by document and position.</summary>
    public static IEnumerable<StatementRow> All(Archive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return archive.Readings.SelectMany(reading =>
            Enumerable.Range(0, reading.Findings.Statements.Length).Select(s => Of(archive, reading, s))
        );
    }

    private static StatementRow Of(Archive archive, DocumentReading reading, int s)
    {
        var statement = reading.Findings.Statements[s];
        var said = new Said(reading.StatementId(s), reading, statement);
        var (document, subject) = (reading.Document, said.Subject);
        var voices = statement.Voices.Select(voice => SpokenVoice.Of(archive, reading, voice)).ToList();
        return new()
        {
            Id = said.Id.Value,
            Claim = archive.Changes.ClaimOf.TryGetValue(said.Id, out var claim) ? claim.Value : null,
            Stance = Words.Of(statement.Stance),
            Voices = string.Join(" > ", voices),
            LastVoice = voices is [.., var last] ? last.Name : null,
            LastVoiceId = voices is [.., { Actor: { } actor }] ? actor.Id.Value : null,
            Anonymous = voices is [.., { IsAnonymous: true }],
            Origin = archive.Changes.OriginOf.TryGetValue(said.Id, out var origin) ? origin.Value : null,
            Family = subject.Type is { } type ? Words.Of(type.Family) : null,
            Type = subject.Type?.Name,
            Status = subject.Type is null ? null : Words.Of(subject.Status),
            Polarity = subject.Type is null ? null : Words.Of(subject.Polarity),
            Participants =
            [
                .. subject.Participants.Select(each =>
                    $"{Words.Of(each.Role)} {archive.ActorOf(document.Id, each.Figure).Name}"
                ),
            ],
            From = said.Moment?.Moment.When.From is { } from ? Interval.Iso(from) : null,
            To = said.Moment?.Moment.When.To is { } to ? Interval.Iso(to) : null,
            DateWords = said.Moment?.Words,
            DateBasis = said.Moment is { } moment ? Words.Of(moment.Moment.Basis) : null,
            Place = subject.Place is { } place ? archive.ActorOf(document.Id, place.Figure).Name : null,
            Document = document.Id.Value,
            Path = document.Path,
            Outlet = document.Outlet,
            Published = document.Published.IsUnknown ? null : document.Published.ToString(),
            Language = reading.Findings.Language,
            Url = document.Url,
            Start = statement.Evidence.Start,
            Length = statement.Evidence.Length,
            Evidence = said.Evidence,
        };
    }
}

/// <summary>One link of a statement's chain, with whom it is across documents.</summary>
/// <param name="Actor">Null for an outlet whose own text does not name it.</param>
public sealed record SpokenVoice(VoiceRole Role, string? Name, Actor? Actor, bool IsAnonymous)
{
    public static SpokenVoice Of(Archive archive, DocumentReading reading, Voice voice)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(voice);
        var actor = voice.Figure is { } figure ? archive.ActorOf(reading.Document.Id, figure) : null;
        return new(voice.Role, actor?.Name ?? voice.Name, actor, voice.IsAnonymous);
    }

    /// <summary>"speaker Ana Lind".</summary>
    public override string ToString() => Name is null ? Words.Of(Role) : $"{Words.Of(Role)} {Name}";
}
