using System.Collections.Immutable;
using Backchannel.Values;

namespace Backchannel.Names;

/// <summary>How much a word of a name says of whose it is.</summary>
internal enum NamePart
{
    /// <summary>A name, or a word that tells bodies apart.</summary>
    Word,

    /// <summary>One letter of a name.</summary>
    Initial,

    /// <summary>"de", "bin", "van".</summary>
    Particle,

    /// <summary>The legal form of a company: "Ltd", "GmbH".</summary>
    Form,

    /// <summary>A figure, or a Roman numeral: as it stands or not at all.</summary>
    Numeral,
}

/// <summary>One word of a name.</summary>
internal sealed class NameWord
{
    public NameWord(string text, NamePart part)
        : this(Fold.Bare(text), Spelling.WritingOf(text), Spelling.Sounds(text, Spelling.WritingOf(text)), part) { }

    private NameWord(string bare, Writing writing, byte[] sounds, NamePart part)
    {
        Bare = bare;
        Writing = writing;
        Sounds = sounds;
        Part = part;
        Weak = Weakness(sounds);
        Weight = [.. Enum.GetValues<Kinship>().Select(WeightFor)];
    }

    /// <summary>The word without case and accents.</summary>
    public string Bare { get; }

    public Writing Writing { get; }

    public byte[] Sounds { get; }

    public NamePart Part { get; }

    /// <summary>By how much dropping each sound costs less than it would elsewhere: a vowel beside a vowel, a word's last sound.</summary>
    public float[] Weak { get; }

    /// <summary>What it costs to drop the whole word, by <see cref="Kinship"/>.</summary>
    public ImmutableArray<float> Weight { get; }

    /// <summary>This word and the next as one: "Abdul Aziz", "Abdulaziz". Not where one is an initial, a numeral or a form: nobody writes those together.</summary>
    public NameWord With(NameWord next) =>
        new(
            Bare + next.Bare,
            Writing,
            [.. Sounds, .. next.Sounds],
            Part == next.Part ? Part
                : Joins(Part) && Joins(next.Part) ? NamePart.Word
                : NamePart.Initial
        );

    private static bool Joins(NamePart part) => part is NamePart.Word or NamePart.Particle;

    private static float[] Weakness(byte[] sounds)
    {
        var weak = new float[sounds.Length];
        for (var i = 0; i < sounds.Length; i++)
        {
            weak[i] =
                i > 0 && Names.Sounds.IsVowel(sounds[i]) && Names.Sounds.IsVowel(sounds[i - 1]) ? 0.4f
                : i >= 3 && i == sounds.Length - 1 ? 0.6f
                : 1;
        }
        return weak;
    }

    private float WeightFor(Kinship kinship)
    {
        var dropped = Names.Sounds.For(kinship).Dropped;
        var sum = 0f;
        for (var i = 0; i < Sounds.Length; i++)
            sum += dropped[Sounds[i]] * Weak[i];
        return sum;
    }
}

/// <summary>A name made ready to be compared: its words in order, titles left out. Immutable; building it costs a hundred times comparing it.</summary>
internal sealed class NameForm
{
    public NameForm(string text)
    {
        Text = text;
        Words = [.. Split(text)];
        Joined = [.. Words.Zip(Words.Skip(1), (first, second) => first.With(second))];
        Writing = Words.IsEmpty ? Writing.Latin : Words.MaxBy(word => word.Sounds.Length)!.Writing;
        IsBody = Words.Any(word => word.Part == NamePart.Form);
        Heavy = Words.Count(word => word.Part is not (NamePart.Particle or NamePart.Form));
        if (Writing == Writing.Han && Words is [{ Bare.Length: >= 2 and <= 4 } only])
            Characters = [.. only.Bare];
    }

    public string Text { get; }

    /// <summary>Whether a legal form or a word of the kind says that it is no person's.</summary>
    public bool IsBody { get; }

    /// <summary>How many words tell whose it is: names, initials, numerals.</summary>
    public int Heavy { get; }

    /// <summary>Whether the word stands behind "bin" or the like.</summary>
    public bool IsFather(int word) => word > 0 && NameWords.IsPatronymic(Words[word - 1].Bare);

    public ImmutableArray<NameWord> Words { get; }

    /// <summary>Each word joined with its next.</summary>
    public ImmutableArray<NameWord> Joined { get; }

    public Writing Writing { get; }

    /// <summary>All words as one, by which of them it starts with: "Kim Jong Un", "Jong Un Kim".</summary>
    public NameWord Turned(int start) =>
        (_turned ??= new NameWord[Words.Length])[start] ??= Words
            .Skip(start)
            .Concat(Words.Take(start))
            .Aggregate((first, second) => first.With(second));

    // Made when first asked for: most names are never compared as a whole.
    private NameWord?[]? _turned;

    /// <summary>The characters of a short name in Han characters without a mark between names; else empty.</summary>
    public ImmutableArray<char> Characters { get; } = [];

    private static readonly char[] Between =
    [
        ' ',
        '-',
        '\u00A0',
        '_',
        '·',
        '‧',
        '・',
        '•',
        '\u2010',
        '\u2011',
        '\u2013',
        '\u200C',
        '\u3000',
        ',',
        ';',
        '/',
        '(',
        ')',
        '"',
        '“',
        '”',
        '«',
        '»',
    ];

    private static IEnumerable<NameWord> Split(string text)
    {
        var words = Fold.Word(text)
            .Split(Between, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(Dotted)
            .Select(word => word.Trim('.', '\'', '’', '`', '׳', '״', '‘', ':'))
            .Where(word => word.Length > 0 && word.Any(char.IsLetterOrDigit))
            // No name is longer; a page that pretends one costs no more.
            .Take(MostWords)
            .Select(word => word.Length <= LongestWord ? word : word[..LongestWord])
            .ToList();
        var isBody = words.Exists(NameWords.IsForm);
        var kept = isBody ? words : words.Where(word => !NameWords.IsTitle(word)).ToList();
        foreach (var word in kept.Count > 0 ? kept : words)
        {
            var part = PartOf(word, isBody);
            var made = new NameWord(part == NamePart.Word ? NameWords.WithoutArticle(word) : word, part);
            if (made.Sounds.Length > 0 || part == NamePart.Numeral)
                yield return made;
        }
    }

    private const int MostWords = 24,
        LongestWord = 64;

    private static NamePart PartOf(string word, bool ofBody) =>
        char.IsDigit(word[0]) || ofBody && NameWords.IsNumeral(word) ? NamePart.Numeral
        : ofBody && NameWords.IsForm(word) ? NamePart.Form
        : NameWords.IsParticle(word) ? NamePart.Particle
        : word.Length == 1 && char.IsLetter(word[0]) && Spelling.WritingOf(word) is Writing.Latin or Writing.Alphabet
            ? NamePart.Initial
        : NamePart.Word;

    /// <summary>"J.P." is two initials, "A.B.C." an abbreviation, "د.محمد" a title and a name.</summary>
    private static string[] Dotted(string word)
    {
        var parts = word.Split('.', StringSplitOptions.RemoveEmptyEntries);
        return
            parts.Length > 1 && NameWords.IsForm(string.Concat(parts))
            || parts.Length > 2 && parts.All(part => part.Length == 1)
            ? [string.Concat(parts)]
            : parts;
    }
}
