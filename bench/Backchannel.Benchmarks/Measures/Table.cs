using System.Text;

namespace Backchannel.Benchmarks.Measures;

/// <summary>A table with a header line, fields between separators, quoted where they hold one, as spreadsheets write it.</summary>
internal static class Table
{
    public static IEnumerable<Dictionary<string, string>> Read(string file, char separator)
    {
        using var reader = new StreamReader(file);
        string[]? header = null;
        while (Record(reader, separator) is { } fields)
        {
            if (header is null)
            {
                header = fields;
                continue;
            }
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < header.Length && i < fields.Length; i++)
                row[header[i]] = fields[i];
            yield return row;
        }
    }

    private static string[]? Record(StreamReader reader, char separator)
    {
        if (reader.Peek() < 0)
            return null;
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (int next; (next = reader.Read()) >= 0; )
        {
            var c = (char)next;
            if (quoted && c == '"' && reader.Peek() == '"')
                field.Append((char)reader.Read());
            else if (c == '"' && (quoted || field.Length == 0))
                quoted = !quoted;
            else if (!quoted && c == separator)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (!quoted && c is '\n')
                break;
            else if (quoted || c is not '\r')
                field.Append(c);
        }
        fields.Add(field.ToString());
        return [.. fields];
    }
}
