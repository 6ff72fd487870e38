using System.Globalization;
using System.Text;

namespace Backchannel.Cli.Terminal;

/// <summary>Text of articles made safe for a terminal: it must not move the cursor, colour the screen or turn the direction of what follows.</summary>
internal static class PlainText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>One line without control characters or marks of direction.</summary>
    public static string Line(string text)
    {
        StringBuilder? cleaned = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var kept = Kept(c);
            if (kept != c)
                cleaned ??= new StringBuilder(text.Length).Append(text, 0, i);
            if (kept != '\0')
                cleaned?.Append(kept);
        }
        return cleaned?.ToString() ?? text;
    }

    /// <summary>A name to stand among others: one that reads from the right is kept apart, so that its neighbours stay in order.</summary>
    public static string Name(string text)
    {
        var line = Line(text);
        return line.Any(IsRightToLeft) ? FirstStrongIsolate + line + PopIsolate : line;
    }

    private static char Kept(char c) =>
        c switch
        {
            '\n' or '\r' or '\t' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => ' ',
            // Joiners shape letters in Persian and Indic words; every other format character goes.
            '\u200C' or '\u200D' => c,
            _ => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format ? '\0' : c,
        };

    private static bool IsRightToLeft(char c) =>
        c is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC';
}
