using System.Collections.Immutable;

namespace Backchannel.Reading;

/// <summary>The <c># key: value</c> lines a text file may begin with, closed by a line <c>---</c>.</summary>
internal sealed record Header(ImmutableArray<KeyValuePair<string, string>> Fields, int TextStart)
{
    public static readonly Header None = new([], 0);

    /// <summary>A header is one only when every line up to the closing one has the form; else it is text.</summary>
    public static Header Parse(string text)
    {
        var fields = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var at = text.StartsWith('\uFEFF') ? 1 : 0;
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at);
            var line = (end < 0 ? text[at..] : text[at..end]).TrimEnd('\r', ' ', '\t');
            at = end < 0 ? text.Length : end + 1;
            if (line == "---")
                return fields.Count > 0 ? new(fields.ToImmutable(), at) : None;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length < 3 || line[0] != '#' || colon < 2)
                return None;
            fields.Add(new(line[1..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim()));
        }
        return None;
    }

    public string? this[string key] =>
        Fields.FirstOrDefault(field => field.Key == key).Value is { } value ? Manifest.Known(value) : null;
}
