using System.Collections.Immutable;
using Backchannel.Linking.Actors;
using Backchannel.Linking.Judgements;

namespace Backchannel.Linking.Claims;

/// <summary>Someone in contact or acted on, and the state or body that is in the end.</summary>
internal readonly record struct Side(Actor Actor, ActorId Top)
{
    public bool IsPerson => Actor is { IsNamed: true, Type: ActorType.Person };
}

/// <summary>One content as linking compares it: actors instead of figures, days instead of words.</summary>
internal sealed class ContentView
{
    public ContentView(DocumentReading reading, int index, LinkedActors actors)
    {
        Reading = reading;
        Index = index;
        Content = reading.Findings.Contents[index];
        When = Content.Moment is { } moment ? reading.Findings.Moments[moment].When : Interval.Unknown;
        Window = When.IsUnknown ? Supposed(reading.Document.Published, Stage) : When;
        var all = Content
            .Participants.Select(participant =>
                (participant.Role, Actor: actors[reading.Document.Id, participant.Figure])
            )
            .ToList();
        var sides = all.Where(each => IsSide(each.Role))
            .Select(each => each.Actor)
            .DistinctBy(actor => actor.Id)
            .ToList();
        // "Trump and the United States": whoever acts for a side stands for it.
        if (Content.Type!.Family == Family.Contact && sides.Count > 2)
            sides.RemoveAll(side =>
                side.Type is ActorType.State
                && sides.Exists(other => other.Id != side.Id && actors.SideOf(other).Id == side.Id)
            );
        Sides = [.. sides.Select(actor => new Side(actor, actors.SideOf(actor).Id))];
        Place = Content.Place is { } place ? actors[reading.Document.Id, place.Figure] : null;
        Keys =
        [
            .. Sides
                .SelectMany(side => new[] { side.Actor.Id, side.Top })
                .Distinct()
                .Select(id => $"{Content.Type!.Family}|{id}"),
        ];
    }

    public DocumentReading Reading { get; }

    public int Index { get; }

    public ContentRef Ref => new(Reading.Document.Id, Index);

    public Content Content { get; }

    public Interval When { get; }

    /// <summary>
    /// <see cref="When"/>, or for an undated content the days around its publication in which the press would still tell it without a date:
    /// the year before for what was, the year after for what is planned. For telling contents apart only; it dates nothing.
    /// </summary>
    public Interval Window { get; }

    /// <summary>Who is in contact, or who acts on whom.</summary>
    public ImmutableArray<Side> Sides { get; }

    public Actor? Place { get; }

    /// <summary>Blocking keys: contents that share none are never compared.</summary>
    public ImmutableArray<string> Keys { get; }

    private static bool IsSide(Role role) =>
        role is Role.Party or Role.Visitor or Role.Host or Role.Addressee or Role.Target;

    /// <summary>How much a content tells: named sides, a day, a place.</summary>
    public static int PrecisionOf(DocumentReading reading, Content content) =>
        content.Participants.Count(participant =>
            IsSide(participant.Role) && reading.Findings.Figures[participant.Figure].IsNamed
        ) * 4
        + (content.Moment is { } moment && !reading.Findings.Moments[moment].When.IsUnknown ? 2 : 0)
        + (content.Place is null ? 0 : 1)
        + (content.CarriedFrom is null ? 1 : 0);

    private static Interval Supposed(Interval published, string stage)
    {
        if ((published.From ?? published.To) is not { } first)
            return Interval.Unknown;
        var last = published.To ?? first;
        return stage == "plan" ? new(first.AddDays(-31), last.AddDays(366)) : new(first.AddDays(-366), last);
    }

    /// <summary>Plans, attempts and facts never become one claim.</summary>
    public string Stage =>
        Content.Status switch
        {
            Status.Planned or Status.Proposed or Status.Hypothetical or Status.Cancelled or Status.Refused => "plan",
            Status.Attempted => "attempt",
            _ => "fact",
        };
}

/// <summary>A claim while contents are still joining it.</summary>
internal sealed class ClaimDraft
{
    public List<ContentView> Contents { get; } = [];

    public List<(DocumentReading Reading, int Statement)> Statements { get; } = [];

    public List<string> Reasons { get; } = [];

    public void Add(ContentView view)
    {
        if (Contents.Count > 0 && view.Reading.Document.Id != Contents[0].Reading.Document.Id)
        {
            var reason =
                $"{view.Reading.Document.Path}: same sides ({string.Join(", ", view.Sides.Select(side => side.Actor.Name))}), same kind, days that can agree";
            if (!Reasons.Contains(reason, StringComparer.Ordinal))
                Reasons.Add(reason);
        }
        Contents.Add(view);
    }

    /// <summary>Whether the content says the same as every content here, and nobody judged that it does not.</summary>
    public bool Holds(ContentView view, Bonds<ContentRef> judged) =>
        Contents.TrueForAll(each => Same(each, view)) && !IsApart(view, judged);

    /// <summary>Whether the content is judged to say something else than one of those here.</summary>
    public bool IsApart(ContentView view, Bonds<ContentRef> judged) =>
        !judged.IsEmpty && Contents.Exists(each => judged.AreApart(each.Ref, view.Ref));

    private static bool Same(ContentView a, ContentView b)
    {
        if (a.Stage != b.Stage || !SameType(a.Content.Type!, b.Content.Type!))
            return false;
        if (!a.Window.Overlaps(b.Window) || a.When.IsUnknown && b.When.IsUnknown && !ToldTogether(a, b))
            return false;
        if (a.Place is { } here && b.Place is { } there && !SamePlace(here, there))
            return false;
        // "The first in Geneva in May": an account of contacts without that place or day is of the others as well.
        if (
            (a.Content.IsOneOfSeveral || b.Content.IsOneOfSeveral)
            && (a.Place is null || b.Place is null)
            && !(a.When is { Days: 1 } && a.When == b.When)
        )
            return false;
        return SidesAgree(a, b);
    }

    /// <summary>Undated contents of articles that lie further apart than this speak of different times, for all one knows.</summary>
    private const int DaysTogether = 92;

    private static bool ToldTogether(ContentView a, ContentView b)
    {
        var (first, second) = (a.Reading.Document.Published, b.Reading.Document.Published);
        if ((first.From ?? first.To) is not { } one || (second.From ?? second.To) is not { } other)
            return true;
        return Math.Abs(one.DayNumber - other.DayNumber) <= DaysTogether;
    }

    private static bool SameType(ContentType a, ContentType b)
    {
        if (a == b)
            return true;
        if (a.Family != Family.Contact || b.Family != Family.Contact)
            return false;
        // "Contacts" and "talks" may be any kind of contact.
        return a == ContentType.Contact
            || b == ContentType.Contact
            || a == ContentType.Negotiation
            || b == ContentType.Negotiation;
    }

    private static bool SamePlace(Actor a, Actor b) => a.Id == b.Id || a.ActsFor == b.Id || b.ActsFor == a.Id;

    /// <summary>
    /// Every side of the one that tells less stands on a side of the other: it is the very same, or both are of one state in other words
    /// ("the White House", "US officials"). A named person stands for a state only where both are told of the same day.
    /// </summary>
    private static bool SidesAgree(ContentView a, ContentView b)
    {
        var (fewer, more) = a.Sides.Length <= b.Sides.Length ? (a.Sides, b.Sides) : (b.Sides, a.Sides);
        if (fewer.IsEmpty)
            return false;
        var sameDay = a.When is { Days: 1 } day && day == b.When;
        var left = more.ToList();
        var same = 0;
        foreach (var side in fewer)
        {
            var match = left.FindIndex(other => other.Actor.Id == side.Actor.Id);
            if (match >= 0)
                same++;
            else
                match = left.FindIndex(other => Related(side, other, sameDay));
            if (match < 0)
                return false;
            left.RemoveAt(match);
        }
        // Where no actor is the very same, both sides of a contact must be of the same two states.
        if (same == 0 && (fewer.Length < 2 || a.Content.Type!.Family != Family.Contact))
            return false;
        return left.TrueForAll(other => !other.Actor.IsNamed || fewer.Length >= 2 || more.Length == fewer.Length);
    }

    private static bool Related(Side a, Side b, bool sameDay)
    {
        if (a.Top != b.Top)
            // Two descriptions in whatever words, of nobody known.
            return !a.Actor.IsNamed && !b.Actor.IsNamed && a.Actor.ActsFor == b.Actor.ActsFor;
        return (a.IsPerson, b.IsPerson) switch
        {
            (true, true) => false,
            (false, false) => true,
            _ => sameDay,
        };
    }
}
