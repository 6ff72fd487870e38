using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Backchannel.Showing.Rows;

/// <summary>
/// Rows as JSON (one array, an object a line) and as CSV (RFC 4180, a header line, lists joined by "; "). Both have the rows' properties in
/// snake_case, in the order in which they are declared, and the same values.
/// </summary>
public static class Records
{
    /// <summary>How a row is written as JSON.</summary>
    public static JsonSerializerOptions Options { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    public static void WriteJson<T>(IEnumerable<T> rows, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(output);
        var separator = "[\n";
        var any = false;
        foreach (var row in rows)
        {
            output.Write(separator);
            output.Write(JsonSerializer.Serialize(row, Options));
            separator = ",\n";
            any = true;
        }
        output.Write(any ? "\n]\n" : "[]\n");
    }

    public static void WriteCsv<T>(IEnumerable<T> rows, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(output);
        var columns = Columns<T>();
        output.Write(string.Join(',', columns) + "\r\n");
        foreach (var row in rows)
        {
            var json = JsonSerializer.SerializeToElement(row, Options);
            output.Write(
                string.Join(
                    ',',
                    columns.Select(column => json.TryGetProperty(column, out var value) ? Cell(Text(value)) : "")
                ) + "\r\n"
            );
        }
    }

    private static List<string> Columns<T>() =>
        [.. Options.GetTypeInfo(typeof(T)).Properties.Select(property => property.Name)];

    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Text)),
            _ => value.GetRawText(),
        };

    /// <summary>Quoted where RFC 4180 asks for it; a leading sign that a spreadsheet would run as a formula is quoted away.</summary>
    private static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t')
            text = '\'' + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? text
            : new StringBuilder(text.Length + 2)
                .Append('"')
                .Append(text.Replace("\"", "\"\"", StringComparison.Ordinal))
                .Append('"')
                .ToString();
    }
}
