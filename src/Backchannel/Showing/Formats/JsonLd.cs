using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Backchannel.Showing.Rows;

namespace Backchannel.Showing.Formats;

/// <summary>
/// Linked data, JSON-LD 1.1 with its own context: claims as schema.org has them, chains of voices in PROV-O, and each statement an annotation whose
/// target is the exact words (Web Annotation). What neither knows, such as standing and stance, has terms of our own.
/// </summary>
public static class JsonLd
{
    /// <summary>Characters before and after the words, by which they are found again when the text has moved.</summary>
    private const int Around = 32;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    public static void Write(Archive archive, Stream output)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(output);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            JsonLdContext.Write(json);
            json.WriteStartArray("@graph");
            foreach (var reading in archive.Readings)
                Article(json, reading);
            foreach (var actor in archive.Changes.Actors)
                Agent(json, actor);
            foreach (var origin in archive.Changes.Origins)
                Origin(json, origin);
            foreach (var claim in Ledger.ByTime(archive, ClaimFilter.Everything))
                Claim(json, archive, claim);
            foreach (var reading in archive.Readings)
            {
                for (var s = 0; s < reading.Findings.Statements.Length; s++)
                    Statement(json, archive, reading, s);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void Article(Utf8JsonWriter json, DocumentReading reading)
    {
        var document = reading.Document;
        json.WriteStartObject();
        json.WriteString("@id", Id(document.Id.Value));
        Types(json, "schema:NewsArticle", "prov:Entity");
        JsonLines.Optional(json, "headline", document.Title);
        json.WriteString("identifier", document.Path);
        if (Uri.TryCreate(document.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            json.WriteString("url", url.AbsoluteUri);
        JsonLines.Optional(json, "inLanguage", reading.Findings.Language);
        if (!document.Published.IsUnknown)
            json.WriteString("datePublished", document.Published.ToString());
        JsonLines.Optional(json, "outlet", document.Outlet);
        json.WriteEndObject();
    }

    private static void Agent(Utf8JsonWriter json, Actor actor)
    {
        json.WriteStartObject();
        json.WriteString("@id", Id(actor.Id.Value));
        Types(
            json,
            actor.Type switch
            {
                ActorType.Person => ["schema:Person", "prov:Person"],
                ActorType.State => ["schema:Country", "prov:Agent"],
                ActorType.Office or ActorType.Body => ["schema:Organization", "prov:Organization"],
                ActorType.Outlet or ActorType.Agency => ["schema:NewsMediaOrganization", "prov:Organization"],
                ActorType.Place => ["schema:Place", "prov:Agent"],
                _ => ["prov:Agent"],
            }
        );
        json.WriteString("name", actor.Name);
        json.WriteString("actorType", Words.Of(actor.Type));
        json.WriteBoolean("named", actor.IsNamed);
        JsonLines.Optional(json, "known", actor.Known);
        JsonLines.Optional(json, "actedOnBehalfOf", actor.ActsFor is { } side ? Id(side.Value) : null);
        json.WriteStartArray("alternateName");
        foreach (var name in actor.Names)
        {
            json.WriteStartObject();
            json.WriteString("@value", name.Text);
            json.WriteString("@language", name.Language);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Origin(Utf8JsonWriter json, Origin origin)
    {
        json.WriteStartObject();
        json.WriteString("@id", Id(origin.Id.Value));
        Types(json, "prov:Entity");
        json.WriteString("description", origin.Description);
        json.WriteBoolean("anonymous", origin.IsAnonymous);
        JsonLines.Optional(json, "wasAttributedTo", origin.Actor is { } actor ? Id(actor.Value) : null);
        json.WriteString("reason", origin.Reason);
        json.WriteEndObject();
    }

    private static void Claim(Utf8JsonWriter json, Archive archive, Claim claim)
    {
        json.WriteStartObject();
        json.WriteString("@id", Id(claim.Id.Value));
        Types(json, "schema:Claim", "prov:Entity");
        json.WriteString("name", new Phrase(archive, name => name).Of(claim));
        Ids(json, "appearance", claim.Documents.Select(id => id.Value));
        json.WriteString("family", Words.Of(claim.Type.Family));
        json.WriteString("contentType", claim.Type.Name);
        json.WriteString("status", Words.Of(claim.Status));
        json.WriteString("polarity", Words.Of(archive.PolarityOf(claim)));
        json.WriteString("standing", Words.Of(claim.Standing));
        if (claim.Channel != Channel.Unknown)
            json.WriteString("channel", Words.Of(claim.Channel));
        if (claim.Secret is { } secret)
            json.WriteBoolean("secret", secret);
        json.WriteStartArray("participant");
        foreach (var participant in claim.Participants)
        {
            json.WriteStartObject();
            json.WriteString("role", Words.Of(participant.Role));
            json.WriteString("actor", Id(participant.Actor.Value));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        JsonLines.Optional(json, "from", claim.When.From is { } from ? Interval.Iso(from) : null);
        JsonLines.Optional(json, "to", claim.When.To is { } to ? Interval.Iso(to) : null);
        JsonLines.Optional(json, "place", claim.Place is { } place ? Id(place.Value) : null);
        Ids(json, "hadPrimarySource", claim.Origins.Select(id => id.Value));
        Ids(json, "confirmedBy", claim.ConfirmedBy.Select(id => id.Value));
        Ids(json, "deniedBy", claim.DeniedBy.Select(id => id.Value));
        Ids(json, "declinedBy", claim.DeclinedBy.Select(id => id.Value));
        JsonLines.Optional(json, "firstSaid", claim.Said.From is { } first ? Interval.Iso(first) : null);
        JsonLines.Optional(json, "lastSaid", claim.Said.To is { } last ? Interval.Iso(last) : null);
        json.WriteEndObject();
    }

    private static void Statement(Utf8JsonWriter json, Archive archive, DocumentReading reading, int s)
    {
        var statement = reading.Findings.Statements[s];
        var id = reading.StatementId(s);
        json.WriteStartObject();
        json.WriteString("@id", Id(id.Value));
        Types(json, "oa:Annotation", "prov:Entity");
        json.WriteString("stance", Words.Of(statement.Stance));
        if (archive.Changes.ClaimOf.TryGetValue(id, out var claim))
            json.WriteString("hasBody", Id(claim.Value));
        json.WriteStartObject("hasTarget");
        Types(json, "oa:SpecificResource");
        json.WriteString("hasSource", Id(reading.Document.Id.Value));
        json.WriteStartArray("hasSelector");
        Selectors(json, reading.Document.Text, statement.Evidence);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteString("wasDerivedFrom", Id(reading.Document.Id.Value));
        if (archive.Changes.OriginOf.TryGetValue(id, out var origin))
            json.WriteString("hadPrimarySource", Id(origin.Value));
        foreach (var voice in statement.Voices)
        {
            json.WriteStartObject("wasQuotedFrom");
            Types(json, "prov:Entity");
            json.WriteString("voiceRole", Words.Of(voice.Role));
            json.WriteBoolean("anonymous", voice.IsAnonymous);
            if (SpokenVoice.Of(archive, reading, voice) is { Actor: { } actor })
                json.WriteString("wasAttributedTo", Id(actor.Id.Value));
            else
                JsonLines.Optional(json, "outlet", voice.Name);
        }
        foreach (var _ in statement.Voices)
            json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The words with some around them, and their place: the model counts Unicode characters, where we count UTF-16 code units.</summary>
    private static void Selectors(Utf8JsonWriter json, string text, Span span)
    {
        var end = span.Start + span.Length;
        json.WriteStartObject();
        Types(json, "oa:TextQuoteSelector");
        json.WriteString("exact", span.Of(text));
        json.WriteString("prefix", text[Whole(text, Math.Max(0, span.Start - Around))..span.Start]);
        json.WriteString("suffix", text[end..Whole(text, Math.Min(text.Length, end + Around))]);
        json.WriteEndObject();
        json.WriteStartObject();
        Types(json, "oa:TextPositionSelector");
        json.WriteNumber("start", Characters(text.AsSpan(0, span.Start)));
        json.WriteNumber("end", Characters(text.AsSpan(0, end)));
        json.WriteEndObject();
    }

    private static int Whole(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;

    private static int Characters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }

    private static void Types(Utf8JsonWriter json, params ReadOnlySpan<string> types)
    {
        json.WriteStartArray("@type");
        foreach (var type in types)
            json.WriteStringValue(type);
        json.WriteEndArray();
    }

    private static void Ids(Utf8JsonWriter json, string name, IEnumerable<string> ids) =>
        JsonLines.Strings(json, name, ids.Select(Id));

    private static string Id(string id) => JsonLdContext.Things + id;
}
