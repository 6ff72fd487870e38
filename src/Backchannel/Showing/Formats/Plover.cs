using System.Text.Json;
using Backchannel.Showing.Rows;

namespace Backchannel.Showing.Formats;

/// <summary>
/// PLOVER events as JSON lines, one for each claim, with the field names of the PLOVER manual and ours beside them. A plan is AGREE, a refusal
/// REJECT; what is denied, supposed or of unknown status has no event, and says so.
/// </summary>
public static class Plover
{
    /// <summary>The draft whose roots and modes are used.</summary>
    private const string Codebook = "plover-0.8";

    public static void Write(Archive archive, Stream output)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(output);
        var stories = archive
            .Changes.Stories.SelectMany(story => story.Claims.Select(claim => (claim, story.Id)))
            .DistinctBy(each => each.claim)
            .ToDictionary(each => each.claim, each => each.Id);
        var phrase = new Phrase(archive, name => name);
        foreach (var claim in Ledger.ByTime(archive, ClaimFilter.Everything))
        {
            JsonLines.Line(
                output,
                json =>
                {
                    json.WriteString("id", claim.Id.Value);
                    Event(json, archive, claim);
                    Where(json, archive, claim);
                    json.WriteString("summary", phrase.Of(claim));
                    JsonLines.Strings(
                        json,
                        "event_text",
                        archive.Said(claim).Select(said => said.Words).Distinct(StringComparer.Ordinal)
                    );
                    if (stories.TryGetValue(claim.Id, out var story))
                        json.WriteString("link", story.Value);
                    Standing(json, archive, claim);
                    Cited(json, archive, claim);
                }
            );
        }
    }

    private static void Event(Utf8JsonWriter json, Archive archive, Claim claim)
    {
        var coding = Coding.Of(archive, claim);
        var (sources, recipients) = Sides.Of(claim);
        var happened = Happened.Of(claim);
        var missing =
            coding.NoEvent
            ?? (
                sources.IsEmpty ? "no source named"
                : happened is null ? "no day known"
                : null
            );
        var code = missing is null ? coding.Event : null;
        json.WriteBoolean("has_event", code is not null);
        if (happened is { } day)
        {
            json.WriteString("date", Interval.Iso(day.From));
            if (day.To != day.From)
                json.WriteString("enddate", Interval.Iso(day.To));
            json.WriteString("date_basis", day.Basis);
        }
        Actors(json, "source", archive, sources);
        Actors(json, "recipient", archive, recipients);
        JsonLines.Strings(json, "event", code is null ? [] : [code.Plover]);
        if (code is null)
        {
            JsonLines.Strings(json, "not_event", [coding.Done.Plover]);
            JsonLines.Strings(json, "mode", [missing!]);
        }
        else
        {
            JsonLines.Strings(json, "mode", code.Mode is { } mode ? [mode] : []);
            json.WriteNumber("quad_code", code.PloverQuad);
        }
        JsonLines.Strings(json, "context", coding.Context is { } context ? [context] : []);
    }

    private static void Where(Utf8JsonWriter json, Archive archive, Claim claim)
    {
        if (claim.Place is not { } id)
            return;
        var place = archive.Actors[id];
        json.WriteStartObject("event_loc");
        json.WriteString("name", place.Name);
        if (Country.Of(archive, place) is { } country)
        {
            json.WriteString("country code", country.Alpha2);
            json.WriteString("cc3", country.Alpha3);
        }
        json.WriteEndObject();
    }

    private static void Standing(Utf8JsonWriter json, Archive archive, Claim claim)
    {
        json.WriteString("type", claim.Type.Name);
        json.WriteString("status", Words.Of(claim.Status));
        json.WriteString("polarity", Words.Of(archive.PolarityOf(claim)));
        json.WriteString("standing", Words.Of(claim.Standing));
        json.WriteNumber("origins", claim.Origins.Length);
        json.WriteNumber("outlets", archive.Outlets(claim).Length);
        if (claim.Secret is { } secret)
            json.WriteBoolean("secret", secret);
        Some(json, "through", archive, In(claim, Role.Intermediary));
        Some(json, "on_behalf_of", archive, In(claim, Role.OnBehalfOf));
        Some(json, "topic", archive, In(claim, Role.Topic));
        Some(json, "confirmed_by", archive, claim.ConfirmedBy);
        Some(json, "denied_by", archive, claim.DeniedBy);
        Some(json, "declined_by", archive, claim.DeclinedBy);
        JsonLines.Strings(json, "statements", claim.Statements.Select(id => id.Value));
    }

    private static void Cited(Utf8JsonWriter json, Archive archive, Claim claim)
    {
        var documents = claim.Documents.Select(id => archive.ById[id]).ToList();
        json.WriteStartObject("cite_info");
        json.WriteString("coder", "Backchannel");
        json.WriteString("codebook", Codebook);
        JsonLines.Strings(json, "citation", documents.Select(reading => reading.Document.Path));
        JsonLines.Strings(
            json,
            "url",
            documents.Select(reading => reading.Document.Url).OfType<string>().Distinct(StringComparer.Ordinal)
        );
        JsonLines.Strings(json, "publication", archive.Outlets(claim));
        JsonLines.Strings(
            json,
            "language",
            documents
                .Select(reading => reading.Findings.Language)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
        json.WriteEndObject();
    }

    private static IEnumerable<ActorId> In(Claim claim, Role role) =>
        claim.Participants.Where(each => each.Role == role).Select(each => each.Actor).Distinct();

    private static void Some(Utf8JsonWriter json, string name, Archive archive, IEnumerable<ActorId> ids)
    {
        var all = ids.ToList();
        if (all.Count > 0)
            Actors(json, name, archive, all);
    }

    private static void Actors(Utf8JsonWriter json, string name, Archive archive, IEnumerable<ActorId> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
        {
            var actor = archive.Actors[id];
            json.WriteStartObject();
            if (Country.Of(archive, actor) is { } country)
                json.WriteString("code", country.Alpha3);
            if (Sector.Of(archive, actor) is { } sector)
                json.WriteString("sector", sector.Plover);
            json.WriteString("actor_text", actor.Name);
            json.WriteString("identifier_id", actor.Id.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
