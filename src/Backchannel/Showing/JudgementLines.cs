using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Backchannel.Showing;

/// <summary>Judgements as lines of JSON: in exports, in stores, and in the files that carry them from one store to another.</summary>
public static class JudgementLines
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line of a judgement, without its end.</summary>
    public static string Write(Judgement judgement)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            Write(judgement, json);
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>The properties of a judgement, into an object that is open.</summary>
    internal static void Write(Judgement judgement, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        json.WriteString("kind", "judgement");
        json.WriteString("id", judgement.Id.Value);
        json.WriteString("judges", Words.Of(judgement.Kind));
        if (!judgement.Sides.IsEmpty)
        {
            json.WriteStartArray("sides");
            foreach (var side in judgement.Sides)
            {
                json.WriteStartArray();
                foreach (var place in side)
                    Write(place, json);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        if (judgement.Kind == JudgementKind.Date)
            json.WriteString("when", judgement.When.ToString());
        if (judgement.Undoes is { } undone)
            json.WriteString("undoes", undone.Value);
        json.WriteString("about", judgement.About);
        json.WriteString("who", judgement.Who);
        json.WriteString("why", judgement.Why);
        json.WriteString("at", judgement.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
    }

    private static void Write(Anchor place, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("path", place.Path);
        json.WriteNumber("start", place.Span.Start);
        json.WriteNumber("length", place.Span.Length);
        json.WriteString("text", place.Text);
        if (place.Type is not null)
            json.WriteString("type", place.Type);
        json.WriteEndObject();
    }

    /// <summary>The judgement of a line.</summary>
    /// <exception cref="FormatException">The line is no judgement; the message says what is wrong with it.</exception>
    public static Judgement Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            if (Word(json, "kind") != "judgement")
                throw new FormatException("\"kind\" is not \"judgement\"");
            var kind = Enum.GetValues<JudgementKind>()
                .Where(each => Words.Of(each) == Word(json, "judges"))
                .Cast<JudgementKind?>()
                .FirstOrDefault();
            var judgement = new Judgement
            {
                Kind =
                    kind ?? throw new FormatException($"\"judges\" says {Word(json, "judges")}, which is no judgement"),
                Sides = json.TryGetProperty("sides", out var sides)
                    ? [.. sides.EnumerateArray().Select(side => side.EnumerateArray().Select(Place).ToImmutableArray())]
                    : [],
                When =
                    json.TryGetProperty("when", out var when) && Interval.TryParse(when.GetString(), out var interval)
                        ? interval
                        : Interval.Unknown,
                Undoes = json.TryGetProperty("undoes", out var undone) ? new(undone.GetString()!) : null,
                About = Word(json, "about"),
                Who = Word(json, "who"),
                Why = Word(json, "why"),
                At = DateTimeOffset.ParseExact(
                    Word(json, "at"),
                    "yyyy-MM-ddTHH:mm:ssZ",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
                ),
            };
            var expected = judgement.Kind switch
            {
                JudgementKind.Undo => 0,
                JudgementKind.Date or JudgementKind.Ignore => 1,
                _ => 2,
            };
            if (judgement.Sides.Length != expected || judgement.Sides.Any(side => side.IsEmpty))
                throw new FormatException($"{Words.Of(judgement.Kind)} wants {expected} sides with a place each");
            if (judgement.Kind == JudgementKind.Undo && judgement.Undoes is null)
                throw new FormatException("undo wants \"undoes\"");
            return judgement;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static string Word(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.GetString() is { } word
            ? word
            : throw new FormatException($"\"{name}\" is missing");

    private static Anchor Place(JsonElement json) =>
        new(
            Word(json, "path"),
            new(json.GetProperty("start").GetInt32(), json.GetProperty("length").GetInt32()),
            Word(json, "text"),
            json.TryGetProperty("type", out var type) ? type.GetString() : null
        );
}
