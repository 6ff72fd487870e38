using System.Collections.Immutable;
using Backchannel.Showing.Rows;

namespace Backchannel.Showing.Summary;

/// <summary>Writes one claim as a sentence: what is said to have happened, then how it stands and on whose word.</summary>
internal sealed class ClaimSentence(Archive archive, Func<string, string> name)
{
    private readonly Phrase _phrase = new(archive, name);

    /// <summary>"Peter Holm and Ana Ruiz met in Geneva on 2026-03-12: reported by two independent origins; Ana Ruiz denies it."</summary>
    public string Contact(Claim claim) => $"{Capital(What(claim))}: {How(claim)}.";

    public string Act(Claim claim) => $"{Capital(Deed(claim))}: {How(claim)}.";

    /// <summary>What is said to be so, without a word on how it stands; begins small.</summary>
    public string What(Claim claim) =>
        claim.Type.Family == Family.Contact ? Meets(claim) + Circumstances(claim) : Deed(claim);

    private string Meets(Claim claim)
    {
        var visitors = Names(claim, Role.Visitor);
        var hosts = Names(claim, Role.Host);
        var parties = Names(claim, Role.Party);
        if (claim.Type == ContentType.Visit && visitors.Length + hosts.Length > 0)
        {
            var who = visitors.Length > 0 ? And(visitors) : "somebody";
            return Staged(claim, who, hosts.Length > 0 ? $" {And(hosts)}" : "");
        }
        if (claim.Type == ContentType.Mediation)
            return Staged(
                claim,
                Names(claim, Role.Intermediary) is { Length: > 0 } between ? And(between) : "somebody",
                parties.Length > 0 ? $" between {And(parties)}" : ""
            );
        var all = parties.Concat(visitors).Concat(hosts).ToImmutableArray();
        return all.Length switch
        {
            0 => Staged(claim, "people who are not named", ""),
            1 => Staged(claim, $"{all[0]} and somebody who is not named", ""),
            _ => Staged(claim, And(all), ""),
        };
    }

    /// <summary>The verb in the stage the claim is in.</summary>
    private static string Staged(Claim claim, string who, string whom)
    {
        var (noun, bare, past, going) = Verbs(claim);
        var secretly = claim.Secret == true ? "secretly " : "";
        return claim.Status switch
        {
            Status.Ongoing => $"{who} have been {secretly}{going}{whom}",
            Status.Attempted => $"{who} tried to {secretly}{bare}{whom}",
            Status.Planned => $"{who} are to {bare}{whom}",
            Status.Proposed => $"it is proposed or wished that {who} {bare}{whom}",
            Status.Refused => $"it is refused that {who} {bare}{whom}",
            Status.Cancelled => $"{who} were to {bare}{whom}, and the {noun} was called off",
            Status.Hypothetical => $"{who} may {bare}{whom}",
            _ => $"{who} {secretly}{past}{whom}",
        };
    }

    private static (string Noun, string Bare, string Past, string Going) Verbs(Claim claim) =>
        claim.Type.Name switch
        {
            "meeting" => ("meeting", "meet", "met", "meeting"),
            "visit" => ("visit", "visit", "visited", "visiting"),
            "call" => ("call", "speak by telephone", "spoke by telephone", "speaking by telephone"),
            "message" => ("message", "send a message", "exchanged a message", "exchanging messages"),
            "negotiation" => ("negotiation", "negotiate", "negotiated", "negotiating"),
            "mediation" => ("mediation", "mediate", "mediated", "mediating"),
            _ => ("contact", "be in contact", "were in contact", "in contact"),
        };

    private string Circumstances(Claim claim)
    {
        var through =
            claim.Type != ContentType.Mediation && Names(claim, Role.Intermediary) is { Length: > 0 } between
                ? $" through {And(between)}"
                : "";
        var place = claim.Place is { } at && !IsHost(claim, at) ? $" in {_phrase.Name(at)}" : "";
        return through + place + When(claim);
    }

    private string When(Claim claim) =>
        _phrase.When(claim) switch
        {
            "" => "",
            var words when words[0] == '“' => $", {words}",
            var days when days.Length == 10 => $" on {days}",
            var days
                when days.StartsWith("since", StringComparison.Ordinal)
                    || days.StartsWith("until", StringComparison.Ordinal) => $", {days}",
            var days when days.Contains(" to ", StringComparison.Ordinal) =>
                $" between {days.Replace(" to ", " and ", StringComparison.Ordinal)}",
            var days => $" in {days}",
        };

    private static bool IsHost(Claim claim, ActorId place) =>
        claim.Participants.Any(participant => participant.Role == Role.Host && participant.Actor == place);

    /// <summary>"Chile: demand to Norway".</summary>
    private string Deed(Claim claim)
    {
        var actors = Names(claim, Role.Party);
        var onto = Names(claim, Role.Addressee, Role.Target);
        var who = actors.Length > 0 ? And(actors) : "somebody";
        var link = claim.Type.Family == Family.Pressure ? "against" : "towards";
        return $"{who}, {Phrase.Kind(claim)}{(onto.Length > 0 ? $" {link} {And(onto)}" : "")}{When(claim)}";
    }

    private string How(Claim claim)
    {
        var parts = new List<string>();
        var outlets = archive.Outlets(claim).Length;
        var origins = claim.Origins.Length;
        if (claim.ConfirmedBy.Length > 0)
            parts.Add($"confirmed by {And([.. claim.ConfirmedBy.Select(_phrase.Name)])}");
        if (claim.Standing == Standing.Withdrawn)
            parts.Add("taken back by who said so");
        else if (origins == 0)
            parts.Add("nobody on record says so");
        else
            parts.Add(
                $"on the word of {AccountSummary.Count(origins, "independent origin")}, in {AccountSummary.Count(outlets, "outlet")}"
            );
        if (claim.DeniedBy.Length > 0)
            parts.Add($"denied by {And([.. claim.DeniedBy.Select(_phrase.Name)])}");
        if (claim.DeclinedBy.Length > 0)
            parts.Add($"{And([.. claim.DeclinedBy.Select(_phrase.Name)])} would not comment");
        return string.Join("; ", parts);
    }

    private ImmutableArray<string> Names(Claim claim, params ReadOnlySpan<Role> roles)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var participant in claim.Participants)
        {
            if (roles.Contains(participant.Role))
                names.Add(_phrase.Name(participant.Actor));
        }
        return names.ToImmutable();
    }

    private static string And(ImmutableArray<string> names) =>
        names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";

    private static string Capital(string text) =>
        text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
