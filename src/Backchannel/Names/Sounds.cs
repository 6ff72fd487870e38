using System.Globalization;

namespace Backchannel.Names;

/// <summary>What two writings have in common, which decides what may differ between them at little cost.</summary>
internal enum Kinship
{
    /// <summary>Both write vowels and consonants.</summary>
    Alphabets,

    /// <summary>One leaves short vowels out.</summary>
    Abjad,

    /// <summary>One spells foreign names in syllables of its own.</summary>
    Syllables,

    /// <summary>One is Hangul, or Han characters read as it would: its vowels tell names apart, and Latin spells them freely.</summary>
    Hangul,
}

/// <summary>
/// The sounds that letters stand for, some of them doubtful, and what it costs to take one for another or to drop it: 0 for nothing, about 1 for a
/// consonant that has nothing to do with the other. The costs stand in sounds.txt.
/// </summary>
internal sealed class Sounds
{
    /// <summary>
    /// A sound's place is its code. S as in ship, Z as in vision, C as in chip, D as in jam, T as in thin, x as in loch, G its voiced twin, c as in cats,
    /// N as in sing, A as in but, U as the Hangul ㅡ; doubtful ones: Q Latin c, H Latin ch, J Latin j, E Latin g before e and i, X Latin x.
    /// </summary>
    public const string Alphabet = "aeiouAUywh'pbfvtdTszSZCDcQHJEXkgxGqmnNlr";

    private const int Vowels = 7;

    private const float UnlikeVowels = 0.5f,
        Unlike = 1.05f;

    private readonly float[] _taken = new float[Alphabet.Length * Alphabet.Length];

    private Sounds(Kinship kinship)
    {
        Dropped.AsSpan().Fill(1);
        for (var a = 0; a < Alphabet.Length; a++)
        {
            for (var b = 0; b < Alphabet.Length; b++)
                _taken[a * Alphabet.Length + b] =
                    a == b ? 0
                    : a < Vowels && b < Vowels ? UnlikeVowels
                    : Unlike;
        }
        Read("every");
        Read(kinship.ToString().ToLowerInvariant());
    }

    /// <summary>The cost of dropping a sound, by its code.</summary>
    public float[] Dropped { get; } = new float[Alphabet.Length];

    /// <summary>The code of a sound; -1 for a character that is none.</summary>
    public static int Code(char sound) => Alphabet.IndexOf(sound, StringComparison.Ordinal);

    public static bool IsVowel(byte sound) => sound < Vowels;

    public static bool IsLiquid(byte sound) => Alphabet[sound] is 'l' or 'r';

    /// <summary>The cost of taking one sound for the other.</summary>
    public float Taken(byte a, byte b) => _taken[a * Alphabet.Length + b];

    /// <summary>The costs for two writings of that kinship.</summary>
    public static Sounds For(Kinship kinship) => All[(int)kinship];

    private static readonly Sounds[] All = [.. Enum.GetValues<Kinship>().Select(kinship => new Sounds(kinship))];

    private void Read(string section)
    {
        foreach (var line in NameFiles.Section("sounds.txt", section))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var cost = float.Parse(words[^1], CultureInfo.InvariantCulture);
            foreach (var word in words[1..^1])
            {
                if (words[0] == "near")
                {
                    var (a, b) = (Code(word[0]), Code(word[1]));
                    _taken[a * Alphabet.Length + b] = _taken[b * Alphabet.Length + a] = cost;
                    continue;
                }
                foreach (var sound in word)
                    Dropped[Code(sound)] = cost;
            }
        }
    }
}
