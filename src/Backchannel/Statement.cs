using System.Collections.Immutable;

namespace Backchannel;

public enum Stance
{
    Asserts,
    Confirms,
    Denies,
    Declines,
    Hedges,
}

public enum VoiceRole
{
    Outlet,
    Agency,
    Speaker,

    /// <summary>The speaker's own source.</summary>
    Source,
}

/// <summary>
/// One link of an attribution. <see cref="Figure"/> is null only for the outlet that published the document when its text does not name
/// it; <see cref="Span"/> is null for a voice carried over from a neighbouring sentence or from the document's header.
/// </summary>
public sealed record Voice
{
    public required VoiceRole Role { get; init; }

    public int? Figure { get; init; }

    /// <summary>The outlet's name as the header gives it, for a voice without a figure.</summary>
    public string? Name { get; init; }

    public Span? Span { get; init; }

    public bool IsAnonymous { get; init; }
}

/// <summary>
/// One voice's stance on one content, with the chain of voices behind it, found in one sentence.
/// </summary>
public sealed record Statement
{
    /// <summary>The sentence, or the part of it, that the statement rests on.</summary>
    public required Span Evidence { get; init; }

    /// <summary>Nearest the reader first: outlet, agency, speaker, the speaker's own source. Empty where the outlet itself speaks and is not known.</summary>
    public required ImmutableArray<Voice> Voices { get; init; }

    public required Stance Stance { get; init; }

    /// <summary>Position in <see cref="Findings.Contents"/>.</summary>
    public required int Content { get; init; }

    /// <summary>Position in <see cref="Findings.Moments"/> of when it was said.</summary>
    public int? Said { get; init; }

    public string Why { get; init; } = "";
}
