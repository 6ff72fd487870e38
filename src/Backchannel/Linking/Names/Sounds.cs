namespace Backchannel.Linking.Names;

/// <summary>What two writings have in common, which decides what may differ between them at little cost.</summary>
internal enum Kinship
{
    /// <summary>Both write vowels and consonants.</summary>
    Alphabets,

    /// <summary>One leaves short vowels out: Arabic, Persian, Hebrew.</summary>
    Abjad,

    /// <summary>One spells foreign names in its own syllables: Chinese, Japanese.</summary>
    Syllables,

    /// <summary>One is Hangul, or Chinese characters read as Korean: its vowels tell names apart, and Latin spells them freely.</summary>
    Korean,
}

/// <summary>
/// The sounds that letters stand for, some of them doubtful (Latin c, j, x, ch say different sounds in different languages), and what it
/// costs to take one for another or to drop it: 0 for nothing, 1 for a consonant that has nothing to do with the other. The figures are
/// set by hand after place and manner of articulation and after how the world's press romanises; they are weights, not probabilities.
/// </summary>
internal sealed class Sounds
{
    /// <summary>
    /// A sound's place is its code. S as in ship, Z as in vision, C as in chip, D as in jam, T as in thin, x as in loch, G its voiced
    /// twin, c as in cats, N as in sing; doubtful: Q Latin c, H Latin ch, J Latin j, E Latin g before e and i, X Latin x, A Korean eo,
    /// U Korean eu.
    /// </summary>
    public const string Alphabet = "aeiouAUywh'pbfvtdTszSZCDcQHJEXkgxGqmnNlr";

    private static readonly int Count = Alphabet.Length;

    private readonly float[] _taken = new float[Count * Count];

    /// <summary>The cost of dropping a sound, by its code.</summary>
    public float[] Dropped { get; } = new float[Count];

    /// <summary>The code of a sound; -1 for a character that is none.</summary>
    public static int Code(char sound) => Alphabet.IndexOf(sound, StringComparison.Ordinal);

    public static bool IsVowel(byte sound) => sound <= 6;

    public static bool IsLiquid(byte sound) => Alphabet[sound] is 'l' or 'r';

    /// <summary>The cost of taking one sound for the other.</summary>
    public float Taken(byte a, byte b) => _taken[a * Count + b];

    /// <summary>The costs for two writings of that kinship.</summary>
    public static Sounds For(Kinship kinship) => All[(int)kinship];

    private static readonly Sounds[] All = [.. Enum.GetValues<Kinship>().Select(kinship => new Sounds(kinship))];

    private Sounds(Kinship kinship)
    {
        for (var a = 0; a < Count; a++)
        {
            Dropped[a] = IsVowel((byte)a) ? 0.45f : 1f;
            for (var b = 0; b < Count; b++)
                _taken[a * Count + b] =
                    a == b ? 0
                    : IsVowel((byte)a) && IsVowel((byte)b) ? 0.5f
                    : 1.05f;
        }
        Drop("h", 0.3f);
        Drop("'", 0.05f);
        Drop("yw", 0.4f);
        Drop("G", 0.5f);
        Drop("N", 0.8f);
        Near(
            "bp",
            0.3f,
            "bv",
            0.35f,
            "pf",
            0.35f,
            "fv",
            0.2f,
            "vw",
            0.1f,
            "fw",
            0.3f,
            "uw",
            0.1f,
            "ow",
            0.25f,
            "uv",
            0.35f
        );
        Near("iy", 0.05f, "ey", 0.25f, "yJ", 0.15f, "yE", 0.35f, "yZ", 0.5f, "yD", 0.5f, "ay", 0.4f, "aw", 0.4f);
        Near(
            "td",
            0.3f,
            "tT",
            0.15f,
            "Ts",
            0.25f,
            "Tf",
            0.35f,
            "Td",
            0.3f,
            "Tz",
            0.3f,
            "dz",
            0.4f,
            "tC",
            0.4f,
            "dD",
            0.4f,
            "tc",
            0.4f
        );
        Near(
            "sz",
            0.2f,
            "sS",
            0.25f,
            "zZ",
            0.25f,
            "sc",
            0.25f,
            "cz",
            0.25f,
            "cC",
            0.3f,
            "SZ",
            0.3f,
            "SC",
            0.3f,
            "sC",
            0.45f,
            "zD",
            0.35f,
            "sT",
            0.25f
        );
        Near(
            "ZD",
            0.2f,
            "ZJ",
            0.1f,
            "DJ",
            0.05f,
            "DE",
            0.05f,
            "ZE",
            0.1f,
            "EJ",
            0.1f,
            "DC",
            0.25f,
            "Dg",
            0.35f,
            "CJ",
            0.35f,
            "SJ",
            0.4f,
            "zJ",
            0.4f
        );
        Near(
            "CE",
            0.4f,
            "gE",
            0.05f,
            "xE",
            0.25f,
            "hE",
            0.25f,
            "xJ",
            0.15f,
            "hJ",
            0.15f,
            "gJ",
            0.4f,
            "GE",
            0.2f,
            "GJ",
            0.4f,
            "kE",
            0.45f
        );
        Near(
            "kg",
            0.3f,
            "kq",
            0.05f,
            "kx",
            0.25f,
            "gG",
            0.1f,
            "gq",
            0.3f,
            "qx",
            0.3f,
            "qG",
            0.3f,
            "xh",
            0.1f,
            "xG",
            0.35f,
            "gh",
            0.3f,
            "kh",
            0.5f,
            "Gh",
            0.3f,
            "gx",
            0.45f
        );
        Near(
            "Qk",
            0.05f,
            "Qs",
            0.15f,
            "Qc",
            0.1f,
            "QC",
            0.1f,
            "QS",
            0.25f,
            "QD",
            0.2f,
            "Qz",
            0.35f,
            "Qq",
            0.1f,
            "Qg",
            0.3f,
            "QH",
            0.3f,
            "QT",
            0.3f
        );
        Near(
            "HC",
            0.05f,
            "HS",
            0.1f,
            "Hk",
            0.1f,
            "Hx",
            0.1f,
            "HD",
            0.25f,
            "Hc",
            0.3f,
            "HJ",
            0.25f,
            "Hh",
            0.3f,
            "Hq",
            0.2f,
            "Hs",
            0.4f,
            "HZ",
            0.35f
        );
        Near(
            "Xs",
            0.3f,
            "XS",
            0.15f,
            "Xx",
            0.1f,
            "Xz",
            0.25f,
            "Xk",
            0.45f,
            "Xh",
            0.3f,
            "Xc",
            0.3f,
            "XZ",
            0.3f,
            "XH",
            0.3f,
            "XQ",
            0.3f
        );
        Near("mn", 0.45f, "nN", 0.1f, "mN", 0.5f, "lr", 0.5f, "lw", 0.5f, "ly", 0.5f, "dr", 0.7f);
        Near(
            "ae",
            0.35f,
            "ao",
            0.35f,
            "ei",
            0.3f,
            "ou",
            0.2f,
            "ai",
            0.6f,
            "au",
            0.5f,
            "eo",
            0.5f,
            "eu",
            0.5f,
            "iu",
            0.4f,
            "io",
            0.6f
        );
        Near(
            "Au",
            0.1f,
            "Ao",
            0.1f,
            "Ae",
            0.25f,
            "Aa",
            0.4f,
            "Uu",
            0.05f,
            "Ue",
            0.1f,
            "Ui",
            0.3f,
            "UA",
            0.2f,
            "Uo",
            0.3f,
            "Aw",
            0.2f,
            "Uw",
            0.2f
        );
        if (kinship == Kinship.Abjad)
        {
            for (byte vowel = 0; IsVowel(vowel); vowel++)
                Dropped[vowel] = 0.08f;
            Drop("yw", 0.2f);
            Drop("h", 0.2f);
            Near(
                "ea",
                0.05f,
                "iy",
                0.02f,
                "ey",
                0.05f,
                "uw",
                0.02f,
                "ow",
                0.02f,
                "vw",
                0.03f,
                "bp",
                0.1f,
                "fv",
                0.1f,
                "gD",
                0.1f,
                "gJ",
                0.1f
            );
            Near(
                "sS",
                0.15f,
                "tT",
                0.05f,
                "kg",
                0.25f,
                "gG",
                0.05f,
                "qg",
                0.15f,
                "Dq",
                0.3f,
                "Qk",
                0.02f,
                "a'",
                0.05f,
                "e'",
                0.05f,
                "i'",
                0.1f,
                "u'",
                0.1f
            );
            Near(
                "ai",
                0.15f,
                "ae",
                0.05f,
                "ao",
                0.1f,
                "au",
                0.15f,
                "DZ",
                0.1f,
                "JD",
                0.02f,
                "gE",
                0.02f,
                "dT",
                0.1f,
                "zT",
                0.1f,
                "zd",
                0.2f
            );
        }
        else if (kinship == Kinship.Syllables)
        {
            for (byte vowel = 0; IsVowel(vowel); vowel++)
                Dropped[vowel] = 0.2f;
            Drop("yw", 0.2f);
            Drop("h", 0.3f);
            Drop("r", 0.4f);
            Drop("nN", 0.6f);
            Drop("l", 0.6f);
            Near(
                "lr",
                0.05f,
                "bp",
                0.15f,
                "bv",
                0.1f,
                "td",
                0.15f,
                "kg",
                0.15f,
                "fv",
                0.1f,
                "fh",
                0.3f,
                "wv",
                0.05f,
                "fp",
                0.3f,
                "Jg",
                0.2f,
                "Dg",
                0.25f
            );
            Near(
                "mN",
                0.25f,
                "au",
                0.4f,
                "xS",
                0.25f,
                "hS",
                0.3f,
                "Ck",
                0.3f,
                "Cc",
                0.15f,
                "CD",
                0.15f,
                "Dc",
                0.2f,
                "Dz",
                0.2f,
                "cz",
                0.1f,
                "sc",
                0.15f,
                "Zr",
                0.25f,
                "Zl",
                0.35f,
                "Dt",
                0.35f
            );
            Near(
                "Dd",
                0.3f,
                "Ct",
                0.3f,
                "sS",
                0.15f,
                "ST",
                0.25f,
                "st",
                0.45f,
                "mn",
                0.25f,
                "DJ",
                0.03f,
                "Hk",
                0.1f,
                "HC",
                0.03f,
                "kJ",
                0.3f,
                "ae",
                0.2f,
                "ao",
                0.25f
            );
            Near(
                "ei",
                0.2f,
                "eo",
                0.3f,
                "eu",
                0.4f,
                "ou",
                0.15f,
                "hx",
                0.05f,
                "hg",
                0.2f,
                "hk",
                0.3f,
                "wb",
                0.3f,
                "wg",
                0.5f,
                "qk",
                0.05f,
                "iy",
                0.03f,
                "kE",
                0.25f,
                "DE",
                0.05f
            );
        }
        else if (kinship == Kinship.Korean)
        {
            Drop("h", 0.35f);
            Drop("l", 0.7f);
            Drop("r", 0.6f);
            Near(
                "kg",
                0.08f,
                "bp",
                0.08f,
                "td",
                0.1f,
                "lr",
                0.05f,
                "DC",
                0.08f,
                "JC",
                0.12f,
                "HD",
                0.1f,
                "HC",
                0.02f,
                "DJ",
                0.02f,
                "bv",
                0.2f,
                "pf",
                0.2f,
                "ln",
                0.35f
            );
            Near(
                "rn",
                0.35f,
                "Ss",
                0.1f,
                "uw",
                0.03f,
                "DZ",
                0.15f,
                "Dz",
                0.15f,
                "zJ",
                0.2f,
                "Qk",
                0.03f,
                "cC",
                0.1f,
                "Eg",
                0.02f,
                "Ek",
                0.1f,
                "ow",
                0.1f
            );
        }
    }

    private void Drop(string sounds, float cost)
    {
        foreach (var sound in sounds)
            Dropped[Code(sound)] = cost;
    }

    private void Near(params ReadOnlySpan<object> pairs)
    {
        for (var i = 0; i < pairs.Length; i += 2)
        {
            var pair = (string)pairs[i];
            var (a, b) = (Code(pair[0]), Code(pair[1]));
            _taken[a * Count + b] = _taken[b * Count + a] = (float)pairs[i + 1];
        }
    }
}
