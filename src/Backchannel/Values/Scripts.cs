namespace Backchannel.Values;

/// <summary>What the letters of scripts have in common, by their place in Unicode.</summary>
internal static class Scripts
{
    /// <summary>Han characters, kana, Thai, Lao, Khmer and Burmese letters: written without spaces between words.</summary>
    public static bool WritesNoSpaces(char c) =>
        c >= '\u0E00'
        && c
            is (>= '\u0E01' and <= '\u0E30')
                or (>= '\u0E81' and <= '\u0EB0')
                or (>= '\u1000' and <= '\u102A')
                or (>= '\u1780' and <= '\u17B3')
                or (>= '\u3041' and <= '\u30FF')
                or (>= '\u3400' and <= '\u9FFF')
                or (>= '\uF900' and <= '\uFAFF');
}
