using System.Collections.Immutable;
using Backchannel.Showing.Rows;

namespace Backchannel.Showing.Summary;

/// <summary>Writes one claim as a sentence: what is said to have happened, then how it stands and on whose word.</summary>
internal sealed class ClaimSentence(Archive archive, Func<string, string> name)
{
    private readonly Phrase _phrase = new(archive, name);

    /// <summary>"Peter Holm and Ana Ruiz met in Geneva on 2026-03-12: reported by two independent origins; Ana Ruiz denies it."</summary>
    public string Contact(Claim claim) => $"{Capital(What(claim))}: {How(claim)}.";

    /// <summary>"Chile demanded of Norway, “that the crew go first”: on the word of …": the words are the first statement's own.</summary>
    public string Act(Claim claim) => $"{Capital(Acts(claim))}: {How(claim)}.";

    /// <summary>What is said to be so, without a word on how it stands; begins small.</summary>
    public string What(Claim claim) =>
        claim.Type.Family == Family.Contact ? Said(claim, Meets(claim) + Circumstances(claim)) : Acts(claim);

    /// <summary>What nobody affirms must not read as if it were so.</summary>
    private static string Said(Claim claim, string clause) =>
        claim.Standing == Standing.Denied ? $"that {clause} is denied" : clause;

    private string Meets(Claim claim)
    {
        var visitors = Names(claim, Role.Visitor);
        var hosts = Names(claim, Role.Host);
        var parties = Names(claim, Role.Party);
        if (claim.Type == ContentType.Visit && visitors.Length + hosts.Length > 0)
        {
            var who = visitors.Length > 0 ? And(visitors) : "somebody";
            return Staged(claim, who, hosts.Length > 0 ? $" {And(hosts)}" : "", visitors.Length < 2);
        }
        if (claim.Type == ContentType.Mediation)
            return Staged(
                claim,
                Names(claim, Role.Intermediary) is { Length: > 0 } between ? And(between) : "somebody",
                parties.Length > 0 ? $" between {And(parties)}" : "",
                Names(claim, Role.Intermediary).Length < 2
            );
        var all = parties.Concat(visitors).Concat(hosts).ToImmutableArray();
        return all.Length switch
        {
            0 => Staged(claim, "people who are not named", ""),
            1 => Staged(claim, $"{all[0]} and somebody who is not named", ""),
            _ => Staged(claim, And(all), ""),
        };
    }

    private static string Staged(Claim claim, string who, string whom, bool isOne = false) =>
        Staged(claim, who, whom, isOne, Contact(claim.Type));

    /// <summary>The verb in the stage the claim is in.</summary>
    private static string Staged(Claim claim, string who, string whom, bool isOne, Deed deed)
    {
        var secretly = claim.Secret == true ? "secretly " : "";
        var (are, have, were) = isOne ? ("is", "has", "was") : ("are", "have", "were");
        return claim.Status switch
        {
            Status.Ongoing => $"{who} {have} {secretly}{deed.Done ?? deed.Past}{whom}, and it goes on",
            Status.Attempted => $"{who} tried to {secretly}{deed.Bare}{whom}",
            Status.Planned => $"{who} {are} to {deed.Bare}{whom}",
            Status.Proposed => $"it is proposed or wished that {who} {deed.Bare}{whom}",
            Status.Refused => $"it is refused that {who} {deed.Bare}{whom}",
            Status.Cancelled => $"{who} {were} to {deed.Bare}{whom}, and it was called off",
            Status.Hypothetical => $"{who} may {deed.Bare}{whom}",
            _ => $"{who} {secretly}{deed.Past}{whom}",
        };
    }

    private static Deed Contact(ContentType type) =>
        type.Name switch
        {
            "meeting" => new("meet", "met", ""),
            "visit" => new("visit", "visited", ""),
            "call" => new("speak by telephone", "spoke by telephone", "", Done: "spoken by telephone"),
            "message" => new("send a message", "exchanged a message", ""),
            "negotiation" => new("negotiate", "negotiated", ""),
            "mediation" => new("mediate", "mediated", ""),
            _ => new("be in contact", "were in contact", "", Done: "been in contact"),
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
        _phrase.When(claim) is var when && when.StartsWith(Phrase.Inferred, StringComparison.Ordinal)
            ? $"{When(when[Phrase.Inferred.Length..])} (inferred)"
            : When(when);

    private static string When(string when) =>
        when switch
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

    private string Acts(Claim claim)
    {
        var deed = Deed.Of(claim.Type);
        var actors = Names(claim, Role.Party);
        var onto = Names(claim, Role.Addressee, Role.Target);
        var whom =
            onto.Length > 0 ? $" {deed.Toward}{And(onto)}"
            : deed.NeedsObject ? $" {deed.Toward}somebody"
            : "";
        var words = archive.Said(claim).Select(said => said.Words).FirstOrDefault();
        var clause = Staged(claim, actors.Length > 0 ? And(actors) : "somebody", whom, actors.Length < 2, deed);
        return Said(claim, clause + When(claim))
            + (words is null ? "" : $", {name($"“{Phrase.Shorten(words, LongestWords)}”")}");
    }

    private const int LongestWords = 120;

    private string How(Claim claim)
    {
        var parts = new List<string>();
        var outlets = archive.Outlets(claim).Length;
        var origins = claim.Origins.Length;
        // Whoever demands or accuses says so in doing it: that confirms nothing.
        if (claim.ConfirmedBy.Length > 0 && claim.Type.Family == Family.Contact)
            parts.Add($"confirmed by {And([.. claim.ConfirmedBy.Select(_phrase.Name)])}");
        if (claim.Standing == Standing.Withdrawn)
            parts.Add("taken back by who said so");
        else if (claim.Standing == Standing.Denied)
            parts.Add(
                $"by {(claim.DeniedBy.IsEmpty ? AccountSummary.Count(outlets, "outlet") : And([.. claim.DeniedBy.Select(_phrase.Name)]))}"
            );
        else if (origins == 0)
            parts.Add("nobody on record says so");
        else
            parts.Add(
                $"on the word of {AccountSummary.Count(origins, "independent origin")}, in {AccountSummary.Count(outlets, "outlet")}"
            );
        if (claim.DeniedBy.Length > 0 && claim.Standing != Standing.Denied)
            parts.Add($"denied by {And([.. claim.DeniedBy.Select(_phrase.Name)])}");
        else if (claim.Standing == Standing.Disputed)
            parts.Add("said elsewhere not to be so");
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

    /// <summary>A name may stand behind the mark that isolates its direction.</summary>
    private static string Capital(string text)
    {
        var first = text.StartsWith(FirstStrongIsolate) ? 1 : 0;
        return first < text.Length && char.IsLower(text[first])
            ? text[..first] + char.ToUpperInvariant(text[first]) + text[(first + 1)..]
            : text;
    }

    private const char FirstStrongIsolate = '\u2068';
}
