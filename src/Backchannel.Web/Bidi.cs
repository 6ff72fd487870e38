namespace Backchannel.Web;

/// <summary>Names and texts of two directions on one page.</summary>
public static class Bidi
{
    /// <summary>Keeps a name's direction to itself among words of the page (Unicode isolates), and drops controls an article may have left in it.</summary>
    public static string Isolate(string name) => $"\u2068{Plain(name)}\u2069";

    /// <summary>The text without the controls that turn the direction of what follows.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(IsControl) ? string.Concat(text.Where(c => !IsControl(c))) : text;
    }

    private static bool IsControl(char c) =>
        c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F';

    /// <summary>"rtl" for languages written so, by their pack's script; a page carries no packs, so by the letters.</summary>
    public static string Direction(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var c in text)
        {
            if (c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC'))
                return "rtl";
            if (char.IsLetter(c))
                return "ltr";
        }
        return "auto";
    }
}
