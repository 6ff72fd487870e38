using System.Text.Json;
using Backchannel.Showing.Rows;

namespace Backchannel.Showing;

/// <summary>The lines of claims in the export.</summary>
internal static class ClaimLines
{
    public static void Write(Utf8JsonWriter json, Archive archive, Claim claim)
    {
        json.WriteString("kind", "claim");
        json.WriteString("id", claim.Id.Value);
        json.WriteString("family", Words.Of(claim.Type.Family));
        json.WriteString("type", claim.Type.Name);
        json.WriteString("polarity", Words.Of(archive.PolarityOf(claim)));
        json.WriteString("status", Words.Of(claim.Status));
        json.WriteString("standing", Words.Of(claim.Standing));
        if (claim.Secret is { } secret)
            json.WriteBoolean("secret", secret);
        if (claim.Channel != Channel.Unknown)
            json.WriteString("channel", Words.Of(claim.Channel));
        json.WriteStartArray("participants");
        foreach (var participant in claim.Participants)
        {
            json.WriteStartObject();
            json.WriteString("role", Words.Of(participant.Role));
            json.WriteString("actor", participant.Actor.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (!claim.When.IsUnknown)
        {
            json.WriteStartObject("date");
            JsonLines.Days(json, claim.When);
            if (Phrase.IsInferred(archive, claim))
                json.WriteString("basis", Words.Of(MomentBasis.Inferred));
            json.WriteEndObject();
        }
        if (claim.Place is { } place)
            json.WriteString("place", place.Value);
        JsonLines.Strings(json, "statements", claim.Statements.Select(id => id.Value));
        JsonLines.Strings(json, "documents", claim.Documents.Select(id => id.Value));
        JsonLines.Strings(json, "outlets", archive.Outlets(claim));
        JsonLines.Strings(json, "origins", claim.Origins.Select(id => id.Value));
        JsonLines.Strings(json, "confirmed_by", claim.ConfirmedBy.Select(id => id.Value));
        JsonLines.Strings(json, "denied_by", claim.DeniedBy.Select(id => id.Value));
        JsonLines.Strings(json, "declined_by", claim.DeclinedBy.Select(id => id.Value));
        if (claim.Said.From is { } first)
            json.WriteString("first_said", Interval.Iso(first));
        if (claim.Said.To is { } last)
            json.WriteString("last_said", Interval.Iso(last));
        json.WriteStartArray("history");
        foreach (var turn in claim.History)
        {
            json.WriteStartObject();
            json.WriteString("day", Interval.Iso(turn.Day));
            json.WriteString("turn", Words.Of(turn.Kind));
            JsonLines.Optional(json, "by", turn.By?.Value);
            json.WriteString("statement", turn.Statement.Value);
            JsonLines.Optional(json, "claim", turn.Other?.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        JsonLines.Strings(json, "reasons", claim.Reasons);
    }
}
