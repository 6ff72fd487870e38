using System.Collections.Frozen;
using System.Collections.Immutable;
using Backchannel.Linking.Actors;

namespace Backchannel.Linking.Claims;

/// <summary>How a claim stands: who of its parties affirms, who denies, who will not say, and how many independent origins there are.</summary>
internal static class Standings
{
    public static Claim Finish(ClaimDraft draft, LinkedActors actors, FrozenDictionary<StatementId, OriginId> originOf)
    {
        var sides = draft
            .Contents.SelectMany(content => content.Sides)
            .Concat(draft.Contents.SelectMany(content => content.Others))
            .DistinctBy(actor => actor.Id)
            .ToList();
        var confirmed = new List<ActorId>();
        var denied = new List<ActorId>();
        var declined = new List<ActorId>();
        var affirmedBy = new List<OriginId>();
        var affirmed = false;
        var statements = draft
            .Statements.OrderBy(each => each.Reading.Document.Path, StringComparer.Ordinal)
            .ThenBy(each => each.Reading.Findings.Statements[each.Statement].Evidence)
            .ThenBy(each => each.Statement)
            .ToList();
        foreach (var (reading, index) in statements)
        {
            var statement = reading.Findings.Statements[index];
            var content = reading.Findings.Contents[statement.Content];
            var negates = statement.Stance == Stance.Denies != (content.Polarity == Polarity.Negated);
            var speaker = statement.Voices.FirstOrDefault(voice =>
                voice is { Role: VoiceRole.Speaker, IsAnonymous: false, Figure: not null }
            );
            var actor = speaker is { Figure: { } figure } ? actors[reading.Document.Id, figure] : null;
            var isParty =
                actor is not null
                && (actor.IsNamed || actor.Type is ActorType.Body or ActorType.Group)
                && sides.Exists(side => IsSameSide(side, actor, actors));
            if (statement.Stance == Stance.Declines)
            {
                if (actor is not null)
                    AddOnce(declined, actor.Id);
                continue;
            }
            if (negates)
            {
                if (actor is not null)
                    AddOnce(denied, actor.Id);
                else if (statement.Voices.All(voice => voice.Figure is null))
                    AddOnce(denied, default);
                continue;
            }
            affirmed = true;
            var origin = originOf[reading.StatementId(index)];
            if (statement.Stance != Stance.Hedges || statement.Voices.Any(voice => voice.Figure is not null))
                AddOnce(affirmedBy, origin);
            // A party that itself says so confirms; what only its own unnamed source told it does not.
            if (
                isParty
                && statement.Stance is Stance.Asserts or Stance.Confirms
                && !statement.Voices.Any(voice => voice.Role == VoiceRole.Source)
            )
                AddOnce(confirmed, actor!.Id);
        }
        denied.Remove(default);
        var first = draft.Contents[0];
        var type = draft
            .Contents.Select(content => content.Content.Type!)
            .OrderBy(kind => kind == ContentType.Contact)
            .ThenBy(kind => kind == ContentType.Negotiation)
            .First();
        var when = draft.Contents.Aggregate(
            Interval.Unknown,
            (so, content) => content.When.IsUnknown ? so : so.Meet(content.When) ?? so
        );
        return new()
        {
            Id = new(
                Hash.Id(
                    'c',
                    type.Family.ToString(),
                    first.Stage,
                    string.Join('|', first.Sides.Select(side => side.Id.Value).Order(StringComparer.Ordinal)),
                    type.Name,
                    first.When.ToString()
                )
            ),
            Type = type,
            Status = draft
                .Contents.Select(content => content.Content.Status)
                .OrderBy(status => status == Status.Unknown)
                .First(),
            Standing = StandingOf(
                affirmed,
                confirmed.Count > 0,
                denied.Count > 0 || draft.Contents.Exists(content => content.Content.Polarity == Polarity.Negated)
            ),
            Participants = Participants(draft, actors),
            When = when,
            Place = draft.Contents.Select(content => content.Place?.Id).FirstOrDefault(place => place is not null),
            Channel = draft
                .Contents.Select(content => content.Content.Channel)
                .FirstOrDefault(channel => channel != Channel.Unknown),
            Secret = draft.Contents.Exists(content => content.Content.Secret == true) ? true : null,
            Statements = [.. statements.Select(each => each.Reading.StatementId(each.Statement)).Distinct()],
            Documents = [.. statements.Select(each => each.Reading.Document.Id).Distinct()],
            Origins = [.. affirmedBy.OrderBy(origin => origin.Value, StringComparer.Ordinal)],
            ConfirmedBy = [.. confirmed],
            DeniedBy = [.. denied],
            DeclinedBy = [.. declined],
            Said = Said(statements),
            Reasons = [.. draft.Reasons],
        };
    }

    private static Standing StandingOf(bool affirmed, bool confirmed, bool denied) =>
        (affirmed, confirmed, denied) switch
        {
            (true, _, true) => Standing.Disputed,
            (false, _, true) => Standing.Denied,
            (_, true, false) => Standing.Confirmed,
            _ => Standing.Reported,
        };

    /// <summary>The same actor, or one speaks for the other: a minister for the state, a state for its ministry.</summary>
    private static bool IsSameSide(Actor party, Actor speaker, LinkedActors actors) =>
        party.Id == speaker.Id
        || speaker.ActsFor == party.Id
        || party.ActsFor == speaker.Id
        || speaker.ActsFor is { } side && (actors[side].ActsFor == party.Id || side == party.ActsFor);

    private static ImmutableArray<ClaimParticipant> Participants(ClaimDraft draft, LinkedActors actors)
    {
        var participants = new List<ClaimParticipant>();
        foreach (var content in draft.Contents)
        {
            foreach (var participant in content.Content.Participants)
            {
                var actor = actors[content.Reading.Document.Id, participant.Figure];
                // A description adds nothing where the side is named already.
                if (
                    !actor.IsNamed
                    && participants.Exists(other =>
                        other.Role == participant.Role
                        && (other.Actor == actor.ActsFor || actors[other.Actor].ActsFor == actor.ActsFor)
                    )
                )
                    continue;
                if (!participants.Exists(other => other.Actor == actor.Id))
                    participants.Add(new(participant.Role, actor.Id));
            }
        }
        return [.. participants];
    }

    private static Interval Said(List<(DocumentReading Reading, int Statement)> statements)
    {
        var days = statements
            .Select(each =>
                each.Reading.Findings.Statements[each.Statement].Said is { } moment
                && !each.Reading.Findings.Moments[moment].When.IsUnknown
                    ? each.Reading.Findings.Moments[moment].When
                    : each.Reading.Document.Published
            )
            .Where(when => !when.IsUnknown)
            .ToList();
        return days.Count == 0
            ? Interval.Unknown
            : new(days.Min(day => day.From ?? day.To), days.Max(day => day.To ?? day.From));
    }

    private static void AddOnce<T>(List<T> list, T item)
    {
        if (!list.Contains(item))
            list.Add(item);
    }
}
