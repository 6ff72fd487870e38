using System.Collections.Immutable;
using Backchannel.Linking.Actors;

namespace Backchannel.Linking.Claims;

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
        Sides = [.. all.Where(each => IsSide(each.Role)).Select(each => each.Actor).DistinctBy(actor => actor.Id)];
        Others = [.. all.Where(each => !IsSide(each.Role)).Select(each => each.Actor).DistinctBy(actor => actor.Id)];
        Place = Content.Place is { } place ? actors[reading.Document.Id, place.Figure] : null;
        Keys =
        [
            .. Sides
                .SelectMany(actor => new[] { actor.Id, actor.ActsFor })
                .OfType<ActorId>()
                .Distinct()
                .Select(id => $"{Content.Type!.Family}|{id}"),
        ];
    }

    public DocumentReading Reading { get; }

    public int Index { get; }

    public Content Content { get; }

    public Interval When { get; }

    /// <summary>
    /// <see cref="When"/>, or for an undated content the days around its publication in which the press would still tell it without a date:
    /// the year before for what was, the year after for what is planned. For telling contents apart only; it dates nothing.
    /// </summary>
    public Interval Window { get; }

    /// <summary>Who is in contact, or who acts on whom.</summary>
    public ImmutableArray<Actor> Sides { get; }

    public ImmutableArray<Actor> Others { get; }

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
                $"{view.Reading.Document.Path}: same sides ({string.Join(", ", view.Sides.Select(side => side.Name))}), same kind, days that can agree";
            if (!Reasons.Contains(reason, StringComparer.Ordinal))
                Reasons.Add(reason);
        }
        Contents.Add(view);
    }

    /// <summary>Whether the content says the same as every content here.</summary>
    public bool Holds(ContentView view) => Contents.TrueForAll(each => Same(each, view));

    private static bool Same(ContentView a, ContentView b)
    {
        if (a.Stage != b.Stage || !SameType(a.Content.Type!, b.Content.Type!))
            return false;
        if (!a.Window.Overlaps(b.Window) || a.When.IsUnknown && b.When.IsUnknown && !ToldTogether(a, b))
            return false;
        if (a.Place is { } here && b.Place is { } there && here.Id != there.Id && !SameSide(here, there))
            return false;
        return SidesAgree(a.Sides, b.Sides);
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

    private static bool SameSide(Actor a, Actor b) => a.Id == b.Id || a.ActsFor == b.Id || b.ActsFor == a.Id;

    /// <summary>Every side of the one that tells less stands on a side of the other; one at least is the very same actor.</summary>
    private static bool SidesAgree(ImmutableArray<Actor> a, ImmutableArray<Actor> b)
    {
        var (fewer, more) = a.Length <= b.Length ? (a, b) : (b, a);
        if (fewer.IsEmpty)
            return false;
        var left = more.ToList();
        var same = 0;
        foreach (var side in fewer)
        {
            var match =
                left.Find(other => other.Id == side.Id)
                ?? left.Find(other => SameSide(side, other) || Described(side, other));
            if (match is null)
                return false;
            if (match.Id == side.Id)
                same++;
            left.Remove(match);
        }
        return same > 0 && left.TrueForAll(other => !other.IsNamed || fewer.Length >= 2 || more.Length == fewer.Length);
    }

    /// <summary>Two descriptions of one side, in whatever words: both unnamed, both of the same state or body.</summary>
    private static bool Described(Actor a, Actor b) => !a.IsNamed && !b.IsNamed && a.ActsFor == b.ActsFor;
}
