using System.Text;

namespace Backchannel.Showing.Formats;

/// <summary>Text of articles among markdown: shown as it is, never read as a heading, link, list or tag.</summary>
internal static class MarkdownText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>One line, escaped; what reads from the right is kept apart, so that its neighbours stay in order.</summary>
    public static string Name(string text)
    {
        var line = Escape(Clean.Shown(text));
        return line.Any(IsRightToLeft) ? FirstStrongIsolate + line + PopIsolate : line;
    }

    /// <summary>An address that may stand in a link; null for anything but the web.</summary>
    public static string? Web(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
                .AbsoluteUri.Replace("<", "%3C", StringComparison.Ordinal)
                .Replace(">", "%3E", StringComparison.Ordinal)
            : null;

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '&')
                escaped.Append("&amp;");
            else if (c == '<')
                escaped.Append("&lt;");
            else if (c is '>')
                escaped.Append("&gt;");
            else
            {
                if (IsMark(c) || IsListMark(text, i) || IsAutolink(text, i))
                    escaped.Append('\\');
                escaped.Append(c);
            }
        }
        return escaped.ToString();
    }

    private static bool IsMark(char c) => c is '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '|' or '~' or '$';

    /// <summary>What would begin a list, a rule or an underline if it stood first on its line.</summary>
    private static bool IsListMark(string text, int at) =>
        text[at] switch
        {
            '+' or '-' or '=' => at == 0,
            '.' or ')' => at > 0 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0,
            _ => false,
        };

    /// <summary>Addresses in the text are words: many readers would make links of them by themselves.</summary>
    private static bool IsAutolink(string text, int at) =>
        text[at] switch
        {
            ':' => text.AsSpan(at).StartsWith("://"),
            '.' => at >= 3 && text.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
            '@' => true,
            _ => false,
        };

    private static bool IsRightToLeft(char c) =>
        c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC';
}
