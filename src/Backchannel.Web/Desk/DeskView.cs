using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Backchannel.Showing;
using Backchannel.Showing.Rows;

namespace Backchannel.Web.Desk;

/// <summary>What every view of one request shares: the account, the reader's language, where it is, and the key of its forms.</summary>
public sealed record DeskView
{
    public required Snapshot Snapshot { get; init; }

    public required Wording W { get; init; }

    /// <summary>Path of this page, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The query of this page.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> Query { get; init; }

    /// <summary>Proof that a form came from this desk.</summary>
    public required string FormKey { get; init; }

    /// <summary>Whoever judged last from this browser.</summary>
    public string Who { get; init; } = "";

    public bool IsBeingCounted { get; init; }

    /// <summary>Why the account could not be linked again; null where it could.</summary>
    public string? Trouble { get; init; }

    public Archive Archive => Snapshot.Archive;

    public string? this[string name] =>
        Query.LastOrDefault(each => each.Key == name).Value is { Length: > 0 } value ? value : null;

    /// <summary>This page and its query.</summary>
    public string Here => Link(Path, Query);

    /// <summary>This page with something in its query set or, where null, taken out.</summary>
    public string With(params (string Key, string? Value)[] changed) =>
        Link(
            Path,
            Query
                .Where(each => !Array.Exists(changed, change => change.Key == each.Key))
                .Concat(
                    changed
                        .Where(change => change.Value is not null)
                        .Select(change => KeyValuePair.Create(change.Key, change.Value!))
                )
        );

    public static string Link(string path, IEnumerable<KeyValuePair<string, string>> query)
    {
        var link = new StringBuilder(path);
        var separator = '?';
        foreach (
            var (key, value) in query.Where(each => each.Value.Length > 0 && each.Key is not "judged" and not "notice")
        )
        {
            link.Append(separator)
                .Append(UrlEncoder.Default.Encode(key))
                .Append('=')
                .Append(UrlEncoder.Default.Encode(value));
            separator = '&';
        }
        return link.ToString();
    }

    public string Name(ActorId id) => Bidi.Plain(Phrase.Cut(Archive.Actors[id].Name));

    /// <summary>"2031-03-12" as it is given; in the reader's words where it is inferred or nobody knows.</summary>
    public string Published(DocumentReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return !reading.Document.Published.IsUnknown ? Days(reading.Document.Published)
            : reading.Findings.Dating is { When.IsUnknown: false } dating ? $"{W["inferred"]}: {Days(dating.When)}"
            : W["undated"];
    }

    /// <summary>When it happened; the texts' own words where nothing dates it.</summary>
    public string When(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (!claim.When.IsUnknown)
            return (Phrase.IsInferred(Archive, claim) ? $"{W["inferred"]}: " : "") + Days(claim.When);
        var words = Archive.Said(claim).Select(said => said.Moment?.Words).FirstOrDefault(each => each is not null);
        return words is null ? W["not dated"] : $"“{Bidi.Isolate(Phrase.Cut(words))}”";
    }

    /// <summary>Days as numbers, which every reader reads.</summary>
    public string Days(Interval days) =>
        days switch
        {
            { From: { } from, To: null } => $"{W["since"]} {Interval.Iso(from)}",
            { From: null, To: { } to } => $"{W["until"]} {Interval.Iso(to)}",
            _ => Phrase.Days(days).Replace(" to ", " – ", StringComparison.Ordinal),
        };

    /// <summary>"meeting · planned · secret".</summary>
    public string Kind(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var parts = new List<string> { W[claim.Type.Name] };
        if (claim.Status is not (Status.Unknown or Status.Held))
            parts.Add(W[claim.Status]);
        if (claim.Channel is not (Channel.Unknown or Channel.InPerson))
            parts.Add(W[claim.Channel]);
        if (claim.Secret == true)
            parts.Add(W["secret"]);
        if (Archive.PolarityOf(claim) == Polarity.Negated)
            parts.Add(W["negated"]);
        return string.Join(" · ", parts);
    }

    /// <summary>Who, with whom: in names only, so that it reads in every language.</summary>
    public string Sides(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var sides = claim
            .Participants.Where(each => each.Role is not (Role.Intermediary or Role.OnBehalfOf or Role.Topic))
            .Select(each => Bidi.Isolate(Phrase.Cut(Archive.Actors[each.Actor].Name)))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return sides.Count == 0 ? W["nobody named"] : string.Join(" – ", sides);
    }

    public static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
