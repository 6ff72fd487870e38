using System.Collections.Immutable;
using Backchannel.Showing;

namespace Backchannel.Evaluation;

/// <summary>Somebody in a statement of ours, by every name we know.</summary>
internal sealed record PredictedName(
    string Role,
    string Key,
    ImmutableArray<string> Names,
    bool HasMention,
    bool IsAnonymous
);

/// <summary>One of our statements as the scorer sees it: what an export would say of it.</summary>
internal sealed record Predicted
{
    public required Said Said { get; init; }

    public required string Stance { get; init; }

    public required ImmutableArray<PredictedName> Voices { get; init; }

    public required ImmutableArray<PredictedName> Participants { get; init; }

    public required PredictedName? Place { get; init; }

    public required Standing? Standing { get; init; }

    public Span Evidence => Said.Statement.Evidence;

    public Content Content => Said.Content;

    /// <summary>The speaker; where there is none, the speaker's source, then the agency.</summary>
    public PredictedName? Speaker =>
        Voices.FirstOrDefault(voice => voice.Role == "speaker")
        ?? Voices.FirstOrDefault(voice => voice.Role == "source")
        ?? Voices.FirstOrDefault(voice => voice.Role == "agency");

    public bool HasVoiceBeyondOutlet => Voices.Any(voice => voice.Role is "speaker" or "source" or "agency");

    /// <summary>asserted, alleged, planned or denied, as measures.md maps our scheme onto the gold's.</summary>
    public string Modality(Standing? standing)
    {
        if (
            Content.Polarity == Polarity.Negated && Content.Type is not null
            || Said.Statement.Stance == Backchannel.Stance.Denies
        )
            return "denied";
        if (
            Content.Type is not null
            && Content.Status is Status.Planned or Status.Proposed or Status.Refused or Status.Cancelled
        )
            return "planned";
        return
            HasVoiceBeyondOutlet && standing != Backchannel.Standing.Confirmed
            || Said.Statement.Stance == Backchannel.Stance.Hedges
            ? "alleged"
            : "asserted";
    }

    public static Predicted Of(Archive archive, DocumentReading reading, int index)
    {
        var id = reading.StatementId(index);
        var statement = reading.Findings.Statements[index];
        var content = reading.Findings.Contents[statement.Content];
        return new()
        {
            Said = new(id, reading, statement),
            Stance = Words.Of(statement.Stance),
            Voices = [.. statement.Voices.Select(voice => Of(archive, reading, voice))],
            Participants =
            [
                .. content.Participants.Select(each =>
                    Of(archive, reading, Words.Of(each.Role), each.Figure, each.Span)
                ),
            ],
            Place = content.Place is { } place ? Of(archive, reading, "", place.Figure, place.Span) : null,
            Standing = archive.Changes.ClaimOf.TryGetValue(id, out var claim) ? archive.Claims[claim].Standing : null,
        };
    }

    private static PredictedName Of(Archive archive, DocumentReading reading, Voice voice)
    {
        var role = Words.Of(voice.Role);
        return voice.Figure is { } figure
            ? Of(archive, reading, role, figure, voice.Span) with
            {
                IsAnonymous = voice.IsAnonymous,
            }
            : new(
                role,
                voice.Span?.Of(reading.Document.Text) ?? voice.Name ?? "None",
                [.. new[] { voice.Name, voice.Span?.Of(reading.Document.Text) }.OfType<string>()],
                voice.Span is { Length: > 0 },
                voice.IsAnonymous
            );
    }

    private static PredictedName Of(Archive archive, DocumentReading reading, string role, int figure, Span? span)
    {
        var actor = archive.ActorOf(reading.Document.Id, figure);
        var mention = span?.Of(reading.Document.Text);
        return new(
            role,
            actor.Id.Value,
            [
                .. new[] { actor.Name, mention }.OfType<string>().Where(name => name.Length > 0),
                .. actor.Names.Select(name => name.Text),
            ],
            mention is { Length: > 0 },
            false
        );
    }
}
