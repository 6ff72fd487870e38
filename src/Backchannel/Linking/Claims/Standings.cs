using System.Collections.Frozen;
using System.Collections.Immutable;
using Backchannel.Linking.Actors;

namespace Backchannel.Linking.Claims;

/// <summary>How a claim stands: who of its parties affirms, who denies, who will not say, and how many independent origins there are.</summary>
internal static class Standings
{
    public static Claim Finish(
        ClaimDraft draft,
        LinkedActors actors,
        FrozenDictionary<OriginId, Origin> origins,
        FrozenDictionary<StatementId, OriginId> originOf
    )
    {
        var sides = draft
            .Contents.SelectMany(content => content.Sides)
            .Select(side => side.Actor)
            .DistinctBy(actor => actor.Id)
            .ToList();
        var declined = new List<ActorId>();
        var affirmedBy = new List<OriginId>();
        var affirmed = false;
        var deniedByText = false;
        // What each named voice says of it, in the order of the days on which it says so.
        var accounts = new Dictionary<ActorId, List<Account>>();
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
            var actor = Speaker(reading, index, actors);
            if (statement.Stance == Stance.Declines)
            {
                if (actor is not null)
                    AddOnce(declined, actor.Id);
                continue;
            }
            if (actor is not null && statement.Stance != Stance.Hedges)
            {
                if (!accounts.TryGetValue(actor.Id, out var own))
                    accounts[actor.Id] = own = [];
                // What only its own unnamed source told it does not make a party confirm.
                own.Add(
                    new(
                        DayOf(reading, statement),
                        !negates,
                        !negates
                            && !statement.Voices.Any(voice => voice.Role == VoiceRole.Source)
                            && (actor.IsNamed || actor.Type is ActorType.Body or ActorType.Group)
                            && sides.Exists(side => IsSameSide(side, actor, actors))
                    )
                );
            }
            if (negates)
            {
                deniedByText |= actor is null;
                continue;
            }
            affirmed = true;
            if (statement.Stance != Stance.Hedges || statement.Voices.Any(voice => voice.Figure is not null))
                AddOnce(affirmedBy, originOf[reading.StatementId(index)]);
        }
        var confirmed = accounts
            .Where(each => each.Value.Exists(account => account.Confirms))
            .Select(each => each.Key)
            .ToList();
        var denied = accounts
            .Where(each => each.Value.Exists(account => !account.Affirms))
            .Select(each => each.Key)
            .ToList();
        // Whose last word is the contrary has given up what he said before.
        var stillConfirmed = confirmed.Exists(who => LastWord(accounts[who]) != false);
        var stillDenied = denied.Exists(who => LastWord(accounts[who]) != true);
        var withdrawn =
            accounts.Values.Any(own => own.Exists(account => account.Affirms))
            && statements
                .Where(each => Affirms(each.Reading, each.Statement))
                .All(each =>
                    Speaker(each.Reading, each.Statement, actors) is { } who
                    && accounts.TryGetValue(who.Id, out var own)
                    && LastWord(own) == false
                );
        var cited = CitedOutlets.Of(
            [
                .. statements
                    .Where(each => Affirms(each.Reading, each.Statement))
                    .Select(each => (each.Reading.Document.Id, originOf[each.Reading.StatementId(each.Statement)])),
            ],
            actors,
            origins
        );
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
                    string.Join('|', first.Sides.Select(side => side.Actor.Id.Value).Order(StringComparer.Ordinal)),
                    type.Name,
                    first.When.ToString()
                )
            ),
            Type = type,
            Status = draft
                .Contents.Select(content => content.Content.Status)
                .OrderBy(status => status == Status.Unknown)
                .First(),
            Standing = withdrawn
                ? Standing.Withdrawn
                : StandingOf(affirmed, stillConfirmed, stillDenied || deniedByText && denied.Count == 0),
            Participants = Participants(draft, actors),
            When = when,
            Place = draft.Contents.Select(content => content.Place?.Id).FirstOrDefault(place => place is not null),
            Channel = draft
                .Contents.Select(content => content.Content.Channel)
                .FirstOrDefault(channel => channel != Channel.Unknown),
            Secret = draft.Contents.Exists(content => content.Content.Secret == true) ? true : null,
            Statements = [.. statements.Select(each => each.Reading.StatementId(each.Statement)).Distinct()],
            Documents = [.. statements.Select(each => each.Reading.Document.Id).Distinct()],
            Origins =
            [
                .. CitedOutlets
                    .Followed(affirmedBy, cited)
                    .Where(origin => IsIndependent(origins[origin], affirmedBy, origins))
                    .OrderBy(origin => origin.Value, StringComparer.Ordinal),
            ],
            ConfirmedBy = [.. confirmed],
            DeniedBy = [.. denied],
            DeclinedBy = [.. declined],
            Said = Said(statements),
            Reasons = [.. draft.Reasons, .. CitedOutlets.Reasons(affirmedBy, cited, origins)],
        };
    }

    /// <summary>Who speaks on his own source's word is no second witness beside it, nor are reports that nobody names beside an origin that is known.</summary>
    private static bool IsIndependent(
        Origin origin,
        List<OriginId> affirmedBy,
        FrozenDictionary<OriginId, Origin> origins
    ) =>
        !(origin.Actor is { } who && affirmedBy.Exists(other => origins[other].Through == who))
        && !(origin.IsReport && affirmedBy.Exists(other => !origins[other].IsReport));

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

    /// <summary>What a voice says of a claim on some day; null where the day is not known.</summary>
    private sealed record Account(DateOnly? Day, bool Affirms, bool Confirms);

    /// <summary>Whether a voice affirms in the end; null where it has said both and the days do not tell which came last.</summary>
    private static bool? LastWord(List<Account> accounts)
    {
        if (accounts.TrueForAll(account => account.Affirms == accounts[0].Affirms))
            return accounts[0].Affirms;
        if (accounts.Exists(account => account.Day is null))
            return null;
        var last = accounts.Max(account => account.Day);
        var then = accounts.FindAll(account => account.Day == last);
        return then.TrueForAll(account => account.Affirms == then[0].Affirms) ? then[0].Affirms : null;
    }

    internal static DateOnly? DayOf(DocumentReading reading, Statement statement)
    {
        var said = statement.Said is { } moment ? reading.Findings.Moments[moment].When : Interval.Unknown;
        var day = said.IsUnknown ? reading.Document.Published : said;
        return day.To ?? day.From;
    }

    internal static Actor? Speaker(DocumentReading reading, int statement, LinkedActors actors) =>
        reading
            .Findings.Statements[statement]
            .Voices.FirstOrDefault(voice => voice is { Role: VoiceRole.Speaker, IsAnonymous: false, Figure: not null })
            is { Figure: { } figure }
            ? actors[reading.Document.Id, figure]
            : null;

    internal static bool Affirms(DocumentReading reading, int index)
    {
        var statement = reading.Findings.Statements[index];
        var negated = reading.Findings.Contents[statement.Content].Polarity == Polarity.Negated;
        return statement.Stance is not (Stance.Declines or Stance.Hedges)
            && statement.Stance == Stance.Denies == negated;
    }

    /// <summary>
    /// Who takes part, one for each side: the people and bodies that the fullest content names, and the state or body where a content only
    /// describes them ("envoys of Iceland").
    /// </summary>
    private static ImmutableArray<ClaimParticipant> Participants(ClaimDraft draft, LinkedActors actors)
    {
        var participants = new List<ClaimParticipant>();
        foreach (var content in draft.Contents)
        {
            var first = participants.Count;
            foreach (var participant in content.Content.Participants)
            {
                var actor = actors[content.Reading.Document.Id, participant.Figure];
                if (!actor.IsNamed && actor.ActsFor is { } whose && IsSide(actors[whose]))
                    actor = actors[whose];
                // A description adds nothing where the side is named already; later contents add no second name for a side.
                if (
                    participants
                        .Take(actor.IsNamed ? first : participants.Count)
                        .Any(other =>
                            IsSameRole(other.Role, participant.Role)
                            && (
                                actors.SideOf(actors[other.Actor]).Id == actors.SideOf(actor).Id
                                || !actor.IsNamed && actors[other.Actor].IsNamed && first > 0
                            )
                        )
                )
                    continue;
                if (!participants.Exists(other => other.Actor == actor.Id))
                    participants.Add(new(participant.Role, actor.Id));
            }
        }
        // "through intermediaries": once somebody is named, the word adds nothing.
        if (participants.Exists(each => each.Role == Role.Intermediary && actors[each.Actor].IsNamed))
            participants.RemoveAll(each => each.Role == Role.Intermediary && !actors[each.Actor].IsNamed);
        // "Trump and the United States": whoever acts for a side stands for it.
        var sides = participants.Where(each => IsParty(each.Role)).ToList();
        if (sides.Count > 2)
            participants.RemoveAll(state =>
                IsParty(state.Role)
                && actors[state.Actor].Type is ActorType.State
                && sides.Exists(other => other != state && actors.SideOf(actors[other.Actor]).Id == state.Actor)
            );
        return [.. participants];
    }

    private static bool IsSide(Actor actor) =>
        actor is { IsNamed: true, Type: ActorType.State or ActorType.Body or ActorType.Group };

    internal static bool IsParty(Role role) => role is Role.Party or Role.Visitor or Role.Host;

    private static bool IsSameRole(Role a, Role b) => a == b || IsParty(a) && IsParty(b);

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
