using System.Globalization;
using System.Text;
using AnyAscii;
using Backchannel.Values;

namespace Backchannel.Linking.Names;

/// <summary>Which family of scripts a word is written in, as far as its spelling of names goes.</summary>
internal enum Writing
{
    Latin,
    Alphabet,
    Abjad,
    Han,
    Kana,
    Hangul,
}

/// <summary>
/// Turns a word of any script into <see cref="Sounds"/>. Latin, Greek, Arabic, Persian and Hebrew are read here letter by letter; what other
/// scripts write is romanised first (AnyAscii), for their letters say their sounds.
/// </summary>
internal static class Spelling
{
    /// <summary>The family of scripts that most letters of the word belong to.</summary>
    public static Writing WritingOf(string word)
    {
        foreach (var c in word)
        {
            if (!char.IsLetter(c))
                continue;
            return c switch
            {
                < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => Writing.Latin,
                (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') =>
                    Writing.Abjad,
                (>= '\u3040' and <= '\u30FF') or (>= '\u31F0' and <= '\u31FF') => Writing.Kana,
                (>= '\u1100' and <= '\u11FF') or (>= '\uAC00' and <= '\uD7AF') => Writing.Hangul,
                (>= '\u2E80' and <= '\u2FFF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') =>
                    Writing.Han,
                _ => Writing.Alphabet,
            };
        }
        return Writing.Latin;
    }

    /// <summary>The sounds of a word, without doubled ones.</summary>
    public static byte[] Sounds(string word, Writing writing)
    {
        var spelled = new StringBuilder();
        switch (writing)
        {
            case Writing.Abjad:
                FromAbjad(word, spelled);
                break;
            case Writing.Han:
                FromPinyin(word, spelled);
                break;
            case Writing.Kana:
                FromLatin(Kana(word), spelled);
                break;
            case Writing.Hangul:
                FromLatin(word.Transliterate().ToLowerInvariant(), spelled, korean: true);
                break;
            case Writing.Alphabet:
                FromLatin(Romanised(word), spelled, romanised: true);
                break;
            default:
                FromLatin(Lettered(word), spelled);
                break;
        }
        return Codes(spelled);
    }

    /// <summary>The sounds of a Latin spelling of a syllable that a character is read as.</summary>
    public static byte[] SoundsOfReading(string latin, bool korean)
    {
        var spelled = new StringBuilder();
        FromLatin(latin, spelled, korean: korean);
        return Codes(spelled);
    }

    private static byte[] Codes(StringBuilder spelled)
    {
        var codes = new List<byte>(spelled.Length);
        for (var i = 0; i < spelled.Length; i++)
        {
            var code = (byte)Names.Sounds.Code(spelled[i]);
            if (codes.Count == 0 || codes[^1] != code)
                codes.Add(code);
        }
        return [.. codes];
    }

    /// <summary>Latin letters with marks written as English would, before the marks are dropped.</summary>
    private static string Lettered(string word)
    {
        var plain = new StringBuilder(word.Length + 4);
        foreach (var c in word.ToLowerInvariant().Normalize(NormalizationForm.FormC))
        {
            _ = c switch
            {
                'š' or 'ş' or 'ș' or 'ś' => plain.Append("sh"),
                'č' or 'ć' => plain.Append("tch"),
                'ž' or 'ż' or 'ź' => plain.Append("zh"),
                'ñ' or 'ń' or 'ň' => plain.Append("ny"),
                'ț' or 'ţ' => plain.Append("ts"),
                'ə' => plain.Append('a'),
                'ä' or 'æ' => plain.Append('e'),
                'ø' or 'ö' or 'œ' or 'ő' => plain.Append('o'),
                'å' => plain.Append('o'),
                'ě' => plain.Append('e'),
                'þ' => plain.Append("th"),
                'ð' => plain.Append('d'),
                'đ' => plain.Append('d'),
                'ß' => plain.Append('s'),
                'ł' => plain.Append('l'),
                'ı' => plain.Append('i'),
                _ => plain.Append(c),
            };
        }
        return Fold.Bare(plain.ToString());
    }

    /// <summary>Greek, Cyrillic, Armenian, Georgian, the scripts of India and others, in Latin letters that say their sounds.</summary>
    private static string Romanised(string word)
    {
        var lower = word.ToLowerInvariant();
        if (
            lower.AsSpan().ContainsAnyInRange('\u0370', '\u03FF')
            || lower.AsSpan().ContainsAnyInRange('\u1F00', '\u1FFF')
        )
            return Greek(lower);
        // What AnyAscii writes as one Latin letter that stands for other sounds elsewhere, or drops.
        var letters = new StringBuilder(lower.Length);
        foreach (var c in lower)
        {
            _ = c switch
            {
                'х' or 'ҳ' or 'һ' => letters.Append("kh"),
                'ц' => letters.Append("ts"),
                'ь' => letters,
                'ъ' => letters.Append('a'),
                'ғ' => letters.Append("gh"),
                'қ' => letters.Append('q'),
                'ҷ' or 'џ' => letters.Append("dj"),
                'ј' => letters.Append('y'),
                'љ' => letters.Append('l'),
                'њ' => letters.Append("ny"),
                'ђ' or 'ѓ' => letters.Append("dj"),
                'ћ' or 'ќ' => letters.Append("tch"),
                'щ' => letters.Append("sh"),
                'ж' => letters.Append("zh"),
                'є' => letters.Append("ye"),
                'ё' => letters.Append("yo"),
                'ї' => letters.Append("yi"),
                'ў' => letters.Append('w'),
                _ => letters.Append(c),
            };
        }
        return letters.ToString().Transliterate().ToLowerInvariant();
    }

    private static string Greek(string word)
    {
        var plain = Fold.Bare(word.Replace('ϊ', 'ι').Replace("ΐ", "ι", StringComparison.Ordinal));
        foreach (var (greek, latin) in GreekPairs)
            plain = plain.Replace(greek, latin, StringComparison.Ordinal);
        return plain.Transliterate().ToLowerInvariant();
    }

    private static readonly (string Greek, string Latin)[] GreekPairs =
    [
        ("μπ", "b"),
        ("ντ", "d"),
        ("γκ", "g"),
        ("γγ", "ng"),
        ("τζ", "dj"),
        ("τσ", "ts"),
        ("ου", "u"),
        ("αι", "e"),
        ("ει", "i"),
        ("οι", "i"),
        ("ευ", "ev"),
        ("αυ", "av"),
        ("χ", "kh"),
        ("η", "i"),
        ("υ", "i"),
        ("ξ", "ks"),
        ("ψ", "ps"),
        ("β", "v"),
        ("γ", "gh"),
    ];

    /// <summary>Long marks repeat no vowel, and small letters soften the one before.</summary>
    private static string Kana(string word) =>
        word.Replace("ー", "", StringComparison.Ordinal)
            .Replace("ヴァ", "va", StringComparison.Ordinal)
            .Replace("ヴィ", "vi", StringComparison.Ordinal)
            .Replace("ヴェ", "ve", StringComparison.Ordinal)
            .Replace("ヴォ", "vo", StringComparison.Ordinal)
            .Replace("ファ", "fa", StringComparison.Ordinal)
            .Replace("フィ", "fi", StringComparison.Ordinal)
            .Replace("フェ", "fe", StringComparison.Ordinal)
            .Replace("フォ", "fo", StringComparison.Ordinal)
            .Replace("ティ", "ti", StringComparison.Ordinal)
            .Replace("ディ", "di", StringComparison.Ordinal)
            .Replace("チェ", "che", StringComparison.Ordinal)
            .Replace("ジェ", "je", StringComparison.Ordinal)
            .Replace("シェ", "she", StringComparison.Ordinal)
            .Replace("ウィ", "wi", StringComparison.Ordinal)
            .Replace("ウェ", "we", StringComparison.Ordinal)
            .Replace("ウォ", "wo", StringComparison.Ordinal)
            .Replace('ッ', 'ツ')
            .Transliterate()
            .ToLowerInvariant();

    private static void FromAbjad(string word, StringBuilder spelled)
    {
        var letters = word.Normalize(NormalizationForm.FormKC);
        for (var i = 0; i < letters.Length; i++)
        {
            var c = letters[i];
            var next = i + 1 < letters.Length ? letters[i + 1] : '\0';
            var last = next == '\0';
            var marked = next is '\'' or '׳' or '’';
            _ = c switch
            {
                'ا' or 'أ' or 'إ' or 'آ' or 'ى' or 'ٱ' => spelled.Append('a'),
                'ب' => spelled.Append('b'),
                'پ' => spelled.Append('p'),
                'ت' or 'ط' => spelled.Append('t'),
                'ث' => spelled.Append('T'),
                'ج' => spelled.Append('D'),
                'چ' => spelled.Append('C'),
                'ح' or 'ه' or 'ہ' or 'ھ' or 'ە' => spelled.Append(last && c != 'ح' ? 'a' : 'h'),
                'خ' => spelled.Append('x'),
                'د' or 'ض' => spelled.Append('d'),
                'ذ' or 'ظ' => spelled.Append('z'),
                'ر' => spelled.Append('r'),
                'ز' => spelled.Append('z'),
                'ژ' => spelled.Append('Z'),
                'س' or 'ص' => spelled.Append('s'),
                'ش' => spelled.Append('S'),
                'ع' or 'ء' or 'ئ' or 'ؤ' => spelled.Append('\''),
                'غ' => spelled.Append('G'),
                'ف' => spelled.Append('f'),
                'ڤ' => spelled.Append('v'),
                'ق' => spelled.Append('q'),
                'ك' or 'ک' => spelled.Append('k'),
                'گ' or 'ڭ' => spelled.Append('g'),
                'ل' => spelled.Append('l'),
                'م' => spelled.Append('m'),
                'ن' or 'ں' => spelled.Append('n'),
                'ة' => spelled.Append('a'),
                'و' or 'ۆ' or 'ۇ' => spelled.Append('w'),
                'ي' or 'ی' or 'ې' or 'ۍ' or 'ے' or 'ێ' => spelled.Append('y'),
                'ټ' => spelled.Append('t'),
                'ډ' => spelled.Append('d'),
                'ړ' => spelled.Append('r'),
                'ږ' => spelled.Append('Z'),
                'ښ' => spelled.Append('x'),
                'א' => spelled.Append('a'),
                'ב' => spelled.Append('b'),
                'ג' => spelled.Append(marked ? 'D' : 'g'),
                'ד' => spelled.Append('d'),
                'ה' => spelled.Append(last ? 'a' : 'h'),
                'ו' => spelled.Append('w'),
                'ז' => spelled.Append(marked ? 'Z' : 'z'),
                'ח' => spelled.Append('x'),
                'ט' or 'ת' => spelled.Append('t'),
                'י' => spelled.Append('y'),
                'כ' or 'ך' => spelled.Append('k'),
                'ל' => spelled.Append('l'),
                'מ' or 'ם' => spelled.Append('m'),
                'נ' or 'ן' => spelled.Append('n'),
                'ס' => spelled.Append('s'),
                'ע' => spelled.Append('\''),
                'פ' or 'ף' => spelled.Append('p'),
                'צ' or 'ץ' => spelled.Append(marked ? 'C' : 'c'),
                'ק' => spelled.Append('k'),
                'ר' => spelled.Append('r'),
                'ש' => spelled.Append('S'),
                _ => spelled,
            };
        }
    }

    /// <summary>Pinyin's letters, for the readings that AnyAscii gives are pinyin: q is a ch, x a sh, zh a j.</summary>
    private static void FromPinyin(string word, StringBuilder spelled)
    {
        var pinyin = word.Transliterate().ToLowerInvariant();
        for (var i = 0; i < pinyin.Length; i++)
        {
            var next = i + 1 < pinyin.Length ? pinyin[i + 1] : '\0';
            switch (pinyin[i])
            {
                case 'z' when next == 'h':
                    spelled.Append('D');
                    i++;
                    break;
                case 'c' when next == 'h':
                    spelled.Append('C');
                    i++;
                    break;
                case 's' when next == 'h':
                    spelled.Append('S');
                    i++;
                    break;
                case 'q':
                    spelled.Append('C');
                    break;
                case 'x':
                    spelled.Append('S');
                    break;
                case 'j':
                    spelled.Append('D');
                    break;
                case 'h':
                    spelled.Append('x');
                    break;
                case 'n' when next == 'g':
                    spelled.Append('N');
                    i++;
                    break;
                case 'a' when next == 'o':
                    spelled.Append("ao");
                    i++;
                    break;
                case var c when Names.Sounds.Code(c) >= 0:
                    spelled.Append(c);
                    break;
            }
        }
    }

    /// <summary>Small Latin letters without marks.</summary>
    /// <param name="romanised">From another script: ch, j and x say one sound there.</param>
    /// <param name="korean">Korean syllables: eo and eu are one vowel.</param>
    private static void FromLatin(string word, StringBuilder spelled, bool romanised = false, bool korean = false)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var rest = word.AsSpan(i);
            var next = rest.Length > 1 ? rest[1] : '\0';
            switch (word[i])
            {
                case 's' when rest.StartsWith("sch"):
                    Take("S", 3);
                    break;
                case 't' when rest.StartsWith("tsch"):
                    Take("C", 4);
                    break;
                case 't' when rest.StartsWith("tch"):
                    Take("C", 3);
                    break;
                case 'd' when rest.StartsWith("dzh") || rest.StartsWith("dsh"):
                    Take("D", 3);
                    break;
                case 's' when next == 'h':
                    Take("S", 2);
                    break;
                case 's' when next == 'z':
                    Take("S", 2);
                    break;
                case 's' when next == 'j':
                    Take("S", 2);
                    break;
                case 'z' when next == 'h':
                    Take("Z", 2);
                    break;
                case 'c' when next == 'h':
                    Take(romanised ? "C" : "H", 2);
                    break;
                case 'c' when next == 'z':
                    Take("C", 2);
                    break;
                case 'k' when next == 'h':
                    Take("x", 2);
                    break;
                case 'g' when next == 'h':
                    Take("G", 2);
                    break;
                case 'p' when next == 'h':
                    Take("f", 2);
                    break;
                case 't' when next == 'h':
                    Take("T", 2);
                    break;
                case 'd' when next == 'h':
                    Take("d", 2);
                    break;
                case 'b' when next == 'h':
                    Take("b", 2);
                    break;
                case 'r' when next == 'h':
                    Take("r", 2);
                    break;
                case 'w' when next == 'h':
                    Take("w", 2);
                    break;
                case 'd' when next is 'j':
                    Take("D", 2);
                    break;
                case 'd' when next is 'z':
                    Take("z", 2);
                    break;
                case 't' when next is 's' or 'z':
                    Take("c", 2);
                    break;
                case 'z' when next == 'z':
                    Take("c", 2);
                    break;
                case 'c' when next is 'k' or 'q' or 'c':
                    Take("k", 2);
                    break;
                case 'c':
                    Take("Q", 1);
                    break;
                case 'q' when next == 'u':
                    Take("k", 2);
                    break;
                case 'g' when next == 'u' && rest.Length > 2 && rest[2] is 'e' or 'i':
                    Take("g", 2);
                    break;
                case 'g' when next is 'e' or 'i' or 'y' && !romanised && !korean:
                    Take("E", 1);
                    break;
                case 'j':
                    Take(romanised ? "D" : "J", 1);
                    break;
                case 'x':
                    Take("X", 1);
                    break;
                case 'k' when next == 's':
                    Take("X", 2);
                    break;
                case 'n' when next == 'g':
                    Take(rest.Length == 2 || rest[2] is not ('a' or 'e' or 'i' or 'o' or 'u') ? "N" : "ng", 2);
                    break;
                case 'o' when next == 'u':
                    Take("u", 2);
                    break;
                case 'o' when next == 'o':
                    Take("u", 2);
                    break;
                case 'e' when next == 'e':
                    Take("i", 2);
                    break;
                case 'e' when rest.StartsWith("eau"):
                    Take("o", 3);
                    break;
                case 'e' when next == 'o' && korean:
                    Take("A", 2);
                    break;
                case 'e' when next == 'u' && korean:
                    Take("U", 2);
                    break;
                case 'a' when next == 'e' && korean:
                    Take("e", 2);
                    break;
                case var c when Names.Sounds.Code(c) >= 0 && char.IsAsciiLetterLower(c):
                    Take(c.ToString(), 1);
                    break;
            }

            void Take(string sounds, int letters)
            {
                spelled.Append(sounds);
                i += letters - 1;
            }
        }
    }
}
