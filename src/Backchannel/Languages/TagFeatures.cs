using Backchannel.Understanding.Syntax;

namespace Backchannel.Languages;

/// <summary>
/// The evidence a tagger weighs for one token, as hashes: the word, its neighbours, endings, beginnings, shape and the tags before it. The
/// same code serves training and reading, so that they cannot drift apart.
/// </summary>
internal static class TagFeatures
{
    public const int Count = 22;

    /// <summary>Hashes of one token that do not depend on its neighbours: form, endings of 1 to 4, beginnings of 1 to 3, shape.</summary>
    internal readonly record struct Word(
        uint Form,
        uint End1,
        uint End2,
        uint End3,
        uint End4,
        uint Begin1,
        uint Begin2,
        uint Begin3,
        uint Shape
    )
    {
        public static readonly Word Edge = new(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    public static Word Of(Token token)
    {
        var form = token.Form;
        var n = form.Length;
        return new(
            Hash(form),
            Hash(form.AsSpan(n - Math.Min(1, n))),
            Hash(form.AsSpan(n - Math.Min(2, n))),
            Hash(form.AsSpan(n - Math.Min(3, n))),
            Hash(form.AsSpan(n - Math.Min(4, n))),
            Hash(form.AsSpan(0, Math.Min(1, n))),
            Hash(form.AsSpan(0, Math.Min(2, n))),
            Hash(form.AsSpan(0, Math.Min(3, n))),
            Shape(token)
        );
    }

    private static uint Shape(Token token)
    {
        uint upper = 0,
            lower = 0,
            digit = 0,
            other = 0;
        foreach (var c in token.Text)
        {
            if (char.IsUpper(c))
                upper++;
            else if (char.IsLetter(c))
                lower++;
            else if (char.IsDigit(c))
                digit++;
            else
                other++;
        }
        return (token.IsCapital ? 1u : 0)
            | (upper > 1 ? 2u : 0)
            | (lower > 0 ? 4u : 0)
            | (digit > 0 ? 8u : 0)
            | (other > 0 ? 16u : 0)
            | (token.Glued ? 32u : 0)
            | Math.Min(3u, (uint)token.Form.Length / 3) << 6;
    }

    /// <param name="first">Whether no word stands before it in the sentence, so that a capital says little.</param>
    public static void Fill(
        Span<uint> features,
        in Word before2,
        in Word before,
        in Word word,
        in Word after,
        in Word after2,
        int tagBefore,
        int tagBefore2,
        bool first
    )
    {
        var t1 = (uint)tagBefore + 1;
        var t2 = (uint)tagBefore2 + 1;
        var shape = word.Shape | (first ? 1024u : 0);
        features[0] = Mix(1, word.Form);
        features[1] = Mix(2, word.End1);
        features[2] = Mix(3, word.End2);
        features[3] = Mix(4, word.End3);
        features[4] = Mix(5, word.End4);
        features[5] = Mix(6, word.Begin1);
        features[6] = Mix(7, word.Begin2);
        features[7] = Mix(8, word.Begin3);
        features[8] = Mix(9, shape);
        features[9] = Mix(10, t1);
        features[10] = Mix(11, t1 * 64 + t2);
        features[11] = Mix(12, before.Form);
        features[12] = Mix(13, after.Form);
        features[13] = Mix(14, before2.Form);
        features[14] = Mix(15, after2.Form);
        features[15] = Mix(16, Mix(t1, word.Form));
        features[16] = Mix(17, Mix(t1, word.End3));
        features[17] = Mix(18, before.End3);
        features[18] = Mix(19, after.End3);
        features[19] = Mix(20, Mix(shape, word.End2));
        features[20] = Mix(21, Mix(word.Form, after.Form));
        features[21] = Mix(22, Mix(t1, after.End2));
    }

    private static uint Mix(uint a, uint b)
    {
        var x = (a * 0x9E3779B1u) ^ (b + 0x7F4A7C15u + (a << 6) + (a >> 2));
        x ^= x >> 15;
        x *= 0x85EBCA6Bu;
        x ^= x >> 13;
        x *= 0xC2B2AE35u;
        return x ^ (x >> 16);
    }

    public static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return hash;
    }
}
