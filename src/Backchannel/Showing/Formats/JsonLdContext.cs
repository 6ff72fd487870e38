using System.Text.Json;

namespace Backchannel.Showing.Formats;

/// <summary>What the keys of the linked data mean: one context, which needs no network.</summary>
internal static class JsonLdContext
{
    /// <summary>Before the id of every document, actor, claim, statement and origin.</summary>
    public const string Things = "urn:x-backchannel:";

    private const string Terms = Things + "terms:";
    private const string Date = "http://www.w3.org/2001/XMLSchema#date";
    private const string Count = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";

    private static readonly (string Prefix, string Iri)[] Prefixes =
    [
        ("schema", "https://schema.org/"),
        ("prov", "http://www.w3.org/ns/prov#"),
        ("oa", "http://www.w3.org/ns/oa#"),
        ("terms", Terms),
    ];

    /// <summary>Terms whose values are plain, by what they mean.</summary>
    private static readonly (string Term, string Iri)[] Plain =
    [
        ("name", "schema:name"),
        ("alternateName", "schema:alternateName"),
        ("headline", "schema:headline"),
        ("identifier", "schema:identifier"),
        ("description", "schema:description"),
        ("inLanguage", "schema:inLanguage"),
        ("datePublished", "schema:datePublished"),
        ("exact", "oa:exact"),
        ("prefix", "oa:prefix"),
        ("suffix", "oa:suffix"),
        ("outlet", "terms:outlet"),
        ("actorType", "terms:actorType"),
        ("named", "terms:named"),
        ("known", "terms:known"),
        ("anonymous", "terms:anonymous"),
        ("reason", "terms:reason"),
        ("family", "terms:family"),
        ("contentType", "terms:contentType"),
        ("status", "terms:status"),
        ("polarity", "terms:polarity"),
        ("standing", "terms:standing"),
        ("stance", "terms:stance"),
        ("channel", "terms:channel"),
        ("secret", "terms:secret"),
        ("participant", "terms:participant"),
        ("role", "terms:role"),
        ("voiceRole", "terms:voiceRole"),
    ];

    /// <summary>Terms whose values are days, whole numbers, or other things of the graph.</summary>
    private static readonly (string Term, string Iri, string Type)[] Typed =
    [
        ("url", "schema:url", "@id"),
        ("appearance", "schema:appearance", "@id"),
        ("wasAttributedTo", "prov:wasAttributedTo", "@id"),
        ("wasDerivedFrom", "prov:wasDerivedFrom", "@id"),
        ("wasQuotedFrom", "prov:wasQuotedFrom", "@id"),
        ("hadPrimarySource", "prov:hadPrimarySource", "@id"),
        ("actedOnBehalfOf", "prov:actedOnBehalfOf", "@id"),
        ("hasBody", "oa:hasBody", "@id"),
        ("hasTarget", "oa:hasTarget", "@id"),
        ("hasSource", "oa:hasSource", "@id"),
        ("hasSelector", "oa:hasSelector", "@id"),
        ("start", "oa:start", Count),
        ("end", "oa:end", Count),
        ("actor", "terms:actor", "@id"),
        ("place", "terms:place", "@id"),
        ("confirmedBy", "terms:confirmedBy", "@id"),
        ("deniedBy", "terms:deniedBy", "@id"),
        ("declinedBy", "terms:declinedBy", "@id"),
        ("from", "terms:from", Date),
        ("to", "terms:to", Date),
        ("firstSaid", "terms:firstSaid", Date),
        ("lastSaid", "terms:lastSaid", Date),
    ];

    public static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("@context");
        json.WriteNumber("@version", 1.1);
        foreach (var (prefix, iri) in Prefixes)
        {
            json.WriteStartObject(prefix);
            json.WriteString("@id", iri);
            json.WriteBoolean("@prefix", true);
            json.WriteEndObject();
        }
        foreach (var (term, iri) in Plain)
            json.WriteString(term, iri);
        foreach (var (term, iri, type) in Typed)
        {
            json.WriteStartObject(term);
            json.WriteString("@id", iri);
            json.WriteString("@type", type);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
