using System.Collections.Immutable;

namespace Backchannel.Showing.Rows;

/// <summary>A claim in a few words, for lists: "planned meeting: A – B, through C, in Muscat". Says nothing of how it stands.</summary>
public sealed class Phrase
{
    private readonly Archive _archive;
    private readonly Func<string, string> _name;

    /// <param name="name">How the screen at hand writes a name among others, so that scripts of two directions stay apart.</param>
    public Phrase(Archive archive, Func<string, string> name)
    {
        _archive = archive;
        _name = name;
    }

    /// <summary>Characters of a description before it is cut.</summary>
    private const int LongestName = 60;

    public string Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var who = claim.Type.Family == Family.Contact ? Meets(claim) : Acts(claim);
        var place = claim.Place is { } at ? $", in {Name(at)}" : "";
        return $"{Kind(claim)}: {who}{Of(claim, ", through ", Role.Intermediary)}{place}";
    }

    /// <summary>"planned secret meeting".</summary>
    public static string Kind(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var status = claim.Status is Status.Unknown or Status.Held ? "" : Words.Of(claim.Status) + ' ';
        return $"{status}{(claim.Secret == true ? "secret " : "")}{claim.Type.Name}";
    }

    /// <summary>The shown name of an actor, short enough for a list.</summary>
    public string Name(ActorId id) => _name(Cut(_archive.Actors[id].Name));

    /// <summary>When it happened, as narrowly as is known: a day, a month, a year, an interval; the texts' own words where nothing dates it.</summary>
    public string When(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (!claim.When.IsUnknown)
            return IsInferred(_archive, claim) ? Inferred + Days(claim.When) : Days(claim.When);
        var words = _archive.Said(claim).Select(said => said.Moment?.Words).FirstOrDefault(each => each is not null);
        return words is null ? "" : $"“{_name(Cut(words))}”";
    }

    /// <summary>What stands before a day that no text gives and no day of publication dates.</summary>
    internal const string Inferred = "inferred: ";

    /// <summary>Whether all that dates a claim was counted from days of writing that were inferred.</summary>
    public static bool IsInferred(Archive archive, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(archive);
        var dated = archive
            .Said(claim)
            .Select(said => said.Moment?.Moment)
            .Where(moment => moment is { When.IsUnknown: false })
            .ToList();
        return dated.Count > 0 && dated.TrueForAll(moment => moment!.Basis == MomentBasis.Inferred);
    }

    /// <summary>"2031-03-12" as it is given, "inferred: since 2031-03-12" where it is not, "undated" where nothing tells.</summary>
    public static string Published(DocumentReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return !reading.Document.Published.IsUnknown ? Days(reading.Document.Published)
            : reading.Findings.Dating is { When.IsUnknown: false } dating ? Inferred + Days(dating.When)
            : "undated";
    }

    /// <summary>"2031-03-12", "2031-03", "2031", "until 2031-03-12", "2031-03-05 to 2031-03-12".</summary>
    public static string Days(Interval days) =>
        days switch
        {
            { From: { } from, To: { } to } when from == to => Interval.Iso(from),
            { From: { Day: 1, Month: 1 } from, To: { Day: 31, Month: 12 } to } when from.Year == to.Year =>
                Interval.Iso(from)[..4],
            { From: { Day: 1 } from, To: { } to } when days == Interval.Month(from.Year, from.Month) => Interval.Iso(
                from
            )[..7],
            { From: { } from, To: { } to } => $"{Interval.Iso(from)} to {Interval.Iso(to)}",
            { From: { } from } => $"since {Interval.Iso(from)}",
            { To: { } to } => $"until {Interval.Iso(to)}",
            _ => "",
        };

    /// <summary>A name or description, short enough for a list.</summary>
    public static string Cut(string text) => Shorten(text, LongestName);

    /// <summary>One line of at most that many characters, cut between words where there are any.</summary>
    public static string Shorten(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.ReplaceLineEndings(" ");
        if (text.Length <= longest)
            return text;
        var end = text.LastIndexOf(' ', longest - 1);
        if (end < longest / 2)
            end = longest - (char.IsHighSurrogate(text[longest - 2]) ? 2 : 1);
        return text[..end].TrimEnd() + '…';
    }

    private string Meets(Claim claim)
    {
        var visitors = Of(claim, "", Role.Visitor);
        var hosts = Of(claim, "", Role.Host);
        var parties = Of(claim, "", Role.Party);
        var visit = (visitors, hosts) switch
        {
            ("", "") => "",
            (_, "") => visitors,
            ("", _) => $"somebody to {hosts}",
            _ => $"{visitors} to {hosts}",
        };
        return string.Join("; ", new[] { visit, parties }.Where(part => part.Length > 0)) is { Length: > 0 } who
            ? who
            : "nobody named";
    }

    private string Acts(Claim claim)
    {
        var actors = Of(claim, "", Role.Party);
        var onto = Of(claim, "", Role.Addressee, Role.Target);
        var who = actors.Length > 0 ? actors : "somebody";
        return (onto.Length > 0 ? $"{who} → {onto}" : who) + Of(claim, ", on ", Role.Topic);
    }

    private string Of(Claim claim, string before, params ReadOnlySpan<Role> roles)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var participant in claim.Participants)
        {
            if (roles.Contains(participant.Role))
                names.Add(Name(participant.Actor));
        }
        return names.Count == 0 ? "" : before + string.Join(" – ", names);
    }
}
