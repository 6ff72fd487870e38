using System.Buffers.Binary;
using System.Text;
using UtfUnknown;

namespace Backchannel.Reading;

/// <summary>Turns bytes into text: a byte order mark is believed, then valid UTF-8, then statistics.</summary>
internal static class Charset
{
    static Charset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Text of the bytes, and what the user should know about how it was read; null text for what is not text.</summary>
    public static (string? Text, string? Problem) Decode(byte[] bytes)
    {
        var (text, problem) = Raw(bytes);
        if (text is null)
            return (null, problem);
        if (text.StartsWith('\uFEFF'))
            text = text[1..];
        return Whole(text, problem);
    }

    private static (string? Text, string? Problem) Raw(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            return (Encoding.UTF8.GetString(bytes), null);
        if (bytes.AsSpan().StartsWith(Encoding.Unicode.Preamble))
            return (CodeUnits(bytes, BinaryPrimitives.ReadUInt16LittleEndian), null);
        if (bytes.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble))
            return (CodeUnits(bytes, BinaryPrimitives.ReadUInt16BigEndian), null);
        if (IsBinary(bytes))
            return (null, "it holds bytes that no text has; is it a picture or a program?");
        try
        {
            return (new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes), null);
        }
        catch (DecoderFallbackException)
        {
            var detected = CharsetDetector.DetectFromBytes(bytes).Detected;
            if (detected?.Encoding is { } encoding && detected.Confidence >= 0.3)
                return (encoding.GetString(bytes), null);
            return (
                Encoding.UTF8.GetString(bytes),
                "its character encoding could not be told; bytes that are not UTF-8 were replaced by \uFFFD"
            );
        }
    }

    private delegate ushort ReadUnit(ReadOnlySpan<byte> bytes);

    /// <summary>UTF-16 as it stands: a decoder would put right, and keep quiet about, what <see cref="Whole"/> reports.</summary>
    private static string CodeUnits(byte[] bytes, ReadUnit read)
    {
        var units = new char[bytes.Length / 2];
        for (var i = 0; i < units.Length; i++)
            units[i] = (char)read(bytes.AsSpan(2 * i, 2));
        return new(units);
    }

    private static bool IsBinary(byte[] bytes)
    {
        var head = bytes.AsSpan(0, Math.Min(bytes.Length, 8192));
        var control = 0;
        foreach (var b in head)
        {
            if (b == 0)
                return true;
            if (b < 32 && b is not (9 or 10 or 12 or 13 or 27))
                control++;
        }
        return control * 20 > head.Length;
    }

    /// <summary>Half a surrogate pair cannot be written to a file again; it is replaced, one code unit by one, so that spans hold.</summary>
    private static (string Text, string? Problem) Whole(string text, string? problem)
    {
        char[]? whole = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }
            whole ??= text.ToCharArray();
            whole[i] = '\uFFFD';
        }
        return whole is null
            ? (text, problem)
            : (new string(whole), problem ?? "it holds halves of characters, which were replaced by \uFFFD");
    }
}
