using System.Collections.Immutable;
using Backchannel.Languages;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Understanding.Contents;

/// <summary>Someone who fills a slot of a trigger: which, and where the text says so.</summary>
internal sealed record Argument(Slot Slot, int Figure, Span Span, bool IsFirstPerson = false);

/// <summary>The two who were in contact last: as sides, and as people; empty where there were none.</summary>
internal readonly record struct LastPair(ImmutableArray<int> Sides, ImmutableArray<int> People);

/// <summary>A trigger with what was found around it, before it becomes a content.</summary>
internal sealed class Candidate
{
    public required Sentence Sentence { get; init; }

    public required int SentenceIndex { get; init; }

    public required Hit Trigger { get; init; }

    /// <summary>The clause of a verb, or the one a noun stands in.</summary>
    public Clause? Clause { get; init; }

    /// <summary>The noun phrase of a noun.</summary>
    public Nominal? Nominal { get; init; }

    public List<Argument> Arguments { get; } = [];

    public Status Status { get; set; }

    /// <summary>A noun that is what somebody does something for: "travelled for a meeting with".</summary>
    public bool IsPurpose { get; set; }

    public Polarity Polarity { get; set; }

    public bool IsHedged { get; set; }

    public bool? Secret { get; set; }

    public Channel Channel { get; set; }

    public int? Moment { get; set; }

    /// <summary>One of several that the words tell one by one: "two meetings, the first in Geneva in May and the second in Oslo".</summary>
    public bool IsOneOfSeveral { get; private init; }

    public Span? CarriedFrom { get; set; }

    /// <summary>Whether its own words name one of the sides, where others were carried.</summary>
    public bool TellsOwnSide { get; set; }

    /// <summary>As the pack gives it; talking by telephone is a call.</summary>
    public ContentType Type =>
        Trigger.Cue.Type == ContentType.Contact && (Channel is Channel.Phone or Channel.Video)
            ? ContentType.Call
            : Trigger.Cue.Type!;

    public Family Family => Trigger.Cue.Type!.Family;

    public List<string> Why { get; } = [];

    /// <summary>One of those that this tells of together, with a time and place of its own.</summary>
    public Candidate One(int? moment, Argument? place, string why)
    {
        var one = new Candidate
        {
            Sentence = Sentence,
            SentenceIndex = SentenceIndex,
            Trigger = Trigger,
            Clause = Clause,
            Nominal = Nominal,
            Status = Status,
            IsPurpose = IsPurpose,
            Polarity = Polarity,
            IsHedged = IsHedged,
            Secret = Secret,
            Channel = Channel,
            Moment = moment,
            IsOneOfSeveral = true,
            CarriedFrom = CarriedFrom,
            TellsOwnSide = TellsOwnSide,
        };
        one.Arguments.AddRange(Arguments.Where(argument => argument.Slot != Slot.Place));
        if (place is not null)
            one.Arguments.Add(place);
        one.Why.AddRange([.. Why, why]);
        return one;
    }

    public IEnumerable<Argument> In(params Slot[] slots) => Arguments.Where(argument => slots.Contains(argument.Slot));
}
