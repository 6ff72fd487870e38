using System.Globalization;
using System.Text;

namespace Backchannel.Showing.Formats;

/// <summary>Text of articles made fit for a format: nothing a reader of that format chokes on, and nothing that draws its own screen.</summary>
internal static class Clean
{
    private const char Replacement = '\uFFFD';

    /// <summary>Halves of surrogate pairs that stand alone have no bytes in UTF-8: U+FFFD stands for them, and for NUL, which ends text elsewhere.</summary>
    public static string Text(string text) => Each(text, c => c == '\0' ? Replacement : c);

    /// <summary>XML 1.0 has no way to write most control characters, nor U+FFFE and U+FFFF.</summary>
    public static string Xml(string text) =>
        Each(text, c => c is < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF' ? Replacement : c);

    /// <summary>One line: breaks and tabs are spaces.</summary>
    public static string Line(string text) =>
        Each(text, c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c).Trim();

    /// <summary>One line for the eye: without marks that turn the direction of what follows, which could show other words than are there.</summary>
    public static string Shown(string text) =>
        string.Concat(
            Line(text).Where(c => c is '\u200C' or '\u200D' || char.GetUnicodeCategory(c) != UnicodeCategory.Format)
        );

    /// <summary>Every character by a rule, and single surrogates replaced.</summary>
    private static string Each(string text, Func<char, char> rule)
    {
        StringBuilder? changed = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            char kept;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                changed?.Append(c).Append(text[i + 1]);
                i++;
                continue;
            }
            kept = char.IsSurrogate(c) ? Replacement : rule(c);
            if (kept != c)
                changed ??= new StringBuilder(text.Length).Append(text, 0, i);
            changed?.Append(kept);
        }
        return changed?.ToString() ?? text;
    }
}
