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

    private const string FormulaSigns = "=+-@＝＋－＠";

    private static List<string> Columns<T>() =>
        [.. Options.GetTypeInfo(typeof(T)).Properties.Select(property => property.Name)];

    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Text)),
            _ => value.GetRawText(),
        };

    /// <summary>
    /// Quoted where RFC 4180 asks for it. A spreadsheet runs as a formula what begins with a sign, among them those as wide as a Han character, also
    /// behind spaces: an apostrophe before it keeps it text. NUL ends text in many readers: U+FFFD stands for it.
    /// </summary>
    private static string Cell(string text)
    {
        if (
            text.AsSpan().TrimStart() is [var first, ..] && FormulaSigns.Contains(first, StringComparison.Ordinal)
            || text is ['\t' or '\r' or '\n', ..]
        )
            text = '\'' + text;
        text = text.Replace('\0', '\uFFFD');
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? text
            : new StringBuilder(text.Length + 2)
                .Append('"')
                .Append(text.Replace("\"", "\"\"", StringComparison.Ordinal))
                .Append('"')
                .ToString();
    }
}
