using System.Collections.Immutable;

namespace Backchannel;

public enum Channel
{
    Unknown,
    InPerson,
    Phone,
    Video,
    Letter,
    Text,
    Envoy,
    Forum,
}

public enum Status
{
    Unknown,
    Held,
    Ongoing,
    Attempted,
    Planned,
    Proposed,
    Refused,
    Cancelled,
    Hypothetical,
}

public enum Polarity
{
    Affirmed,
    Negated,
}

public enum Role
{
    Party,
    Visitor,
    Host,
    Intermediary,
    OnBehalfOf,
    Addressee,
    Target,
    Topic,
}

/// <summary>Someone in a role; the figure is a position in <see cref="Findings.Figures"/>, the span is where the text says so.</summary>
public sealed record Participant(Role Role, int Figure, Span Span);

/// <summary>
/// What is said to be so: a typed frame with participants, or plain words where <see cref="Type"/> is null.
/// A content is not yet a fact and not yet anybody's word; statements carry those.
/// </summary>
public sealed record Content
{
    /// <summary>The words that say it, inside one sentence.</summary>
    public required Span Span { get; init; }

    public ContentType? Type { get; init; }

    public ImmutableArray<Participant> Participants { get; init; } = [];

    public Channel Channel { get; init; }

    /// <summary>Whether it is said to be secret; null where nothing is said.</summary>
    public bool? Secret { get; init; }

    public Status Status { get; init; }

    public Polarity Polarity { get; init; }

    /// <summary>Position in <see cref="Findings.Moments"/> of when it happened.</summary>
    public int? Moment { get; init; }

    /// <summary>Where it happened.</summary>
    public Participant? Place { get; init; }

    /// <summary>One of several that the same words tell one by one, each with a time or place of its own: "the first in Geneva, the second in Oslo".</summary>
    public bool IsOneOfSeveral { get; init; }

    /// <summary>
    /// The sentence that participants were carried from, for a content that speaks of an earlier one ("those contacts", "the rumours of his
    /// participation"); null where the content stands on its own sentence.
    /// </summary>
    public Span? CarriedFrom { get; init; }

    /// <summary>For plain words that speak of an earlier content ("would not confirm these reports"): its position in <see cref="Findings.Contents"/>.</summary>
    public int? About { get; init; }

    /// <summary>The pack line that made it and how each slot was filled.</summary>
    public string Why { get; init; } = "";

    /// <summary>
    /// What the day of publication alone says of a contact that no words date: what was held was held by then, what is planned lies ahead.
    /// Unknown for anything else.
    /// </summary>
    public Interval Bound(Interval published) =>
        this switch
        {
            { Moment: not null } or { Type: null } or { Type.Family: not Family.Contact } => Interval.Unknown,
            { Status: Status.Held or Status.Ongoing or Status.Attempted or Status.Refused } => new(null, published.To),
            { Status: Status.Planned or Status.Proposed, Polarity: Polarity.Affirmed } => new(published.From, null),
            _ => Interval.Unknown,
        };
}
