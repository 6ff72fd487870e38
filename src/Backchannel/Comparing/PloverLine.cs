using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Backchannel.Comparing;

/// <summary>One event of PLOVER JSON lines. "target" is read for "recipient", and roots of earlier drafts by their later names.</summary>
internal static class PloverLine
{
    public static OtherEvent Read(string text, int line, string at)
    {
        JsonElement json;
        try
        {
            using var document = JsonDocument.Parse(text);
            json = document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new OperatorException($"{at}: expected one JSON object on the line. {e.Message}", e);
        }
        if (json.ValueKind != JsonValueKind.Object)
            throw new OperatorException($"{at}: expected one JSON object on the line, found another value.");
        var isNoEvent =
            json.TryGetProperty("has_event", out var has) && has.ValueKind == JsonValueKind.False
            || Texts(json, "context").Contains("negation", StringComparer.OrdinalIgnoreCase);
        var code = Texts(json, "event").FirstOrDefault() ?? "";
        if (code.Length == 0 && !isNoEvent)
            throw new OperatorException($"{at}: expected a root such as CONSULT in “event”, found none.");
        var from = DayOf(json, "date", at);
        if (from is null && !isNoEvent)
            throw new OperatorException($"{at}: expected a day such as 2031-03-05 in “date”, found none.");
        var root = Named(code.ToUpperInvariant());
        return new()
        {
            Line = line,
            Id = Texts(json, "id").FirstOrDefault() ?? "",
            Days = new(from, DayOf(json, "enddate", at) ?? from),
            Code = code,
            Root =
                root == "CONSULT" && Texts(json, "context").Contains("future", StringComparer.OrdinalIgnoreCase)
                    ? "AGREE"
                    : root,
            Sources = Sides(json, "source"),
            Recipients = Sides(json, "recipient") is { IsEmpty: false } recipients ? recipients : Sides(json, "target"),
            IsNoEvent = isNoEvent,
        };
    }

    private static string? Named(string root) =>
        root switch
        {
            "" => null,
            "DEMAND" => "REQUEST",
            "FIGHT" => "ASSAULT",
            "INVESTIGATE" => "ACCUSE",
            "YIELD" => "CONCEDE",
            _ => root,
        };

    private static DateOnly? DayOf(JsonElement json, string name, string at)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return
            value.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(
                value.GetString(),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
            ? day
            : throw new OperatorException(
                $"{at}: expected a day such as 2031-03-05 in “{name}”, found {value.GetRawText()}."
            );
    }

    private static ImmutableArray<string> Texts(JsonElement json, string name) =>
        !json.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.String ? [value.GetString()!]
        : value.ValueKind == JsonValueKind.Array
            ?
            [
                .. value
                    .EnumerateArray()
                    .Where(each => each.ValueKind == JsonValueKind.String)
                    .Select(each => each.GetString()!),
            ]
        : [];

    private static ImmutableArray<OtherSide> Sides(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value))
            return [];
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Side).OfType<OtherSide>()]
            : Side(value) is { } only ? [only]
            : [];
    }

    private static OtherSide? Side(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            return new("", value.GetString());
        if (value.ValueKind != JsonValueKind.Object)
            return null;
        var name = Texts(value, "actor_text").Concat(Texts(value, "identifier_text")).FirstOrDefault() ?? "";
        var code = Texts(value, "code").FirstOrDefault();
        return name.Length == 0 && code is null ? null : new(name, code);
    }
}
