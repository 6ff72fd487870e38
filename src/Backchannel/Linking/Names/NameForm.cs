using System.Collections.Immutable;
using Backchannel.Values;

namespace Backchannel.Linking.Names;

/// <summary>One word of a name.</summary>
internal sealed class NameWord
{
    public NameWord(string text, bool isParticle)
        : this(Fold.Bare(text), Spelling.WritingOf(text), Spelling.Sounds(text, Spelling.WritingOf(text)), isParticle)
    { }

    private NameWord(string bare, Writing writing, byte[] sounds, bool isParticle)
    {
        Bare = bare;
        Writing = writing;
        Sounds = sounds;
        IsParticle = isParticle;
        Weak = Weakness(sounds);
        Weight = [.. Enum.GetValues<Kinship>().Select(WeightFor)];
    }

    /// <summary>The word without case and accents.</summary>
    public string Bare { get; }

    public Writing Writing { get; }

    public byte[] Sounds { get; }

    /// <summary>By how much dropping each sound costs less than it would elsewhere: a vowel beside a vowel, a word's last sounds.</summary>
    public float[] Weak { get; }

    /// <summary>"de", "bin", "van": says little about whose name it is.</summary>
    public bool IsParticle { get; }

    public bool IsInitial => Bare.Length == 1 && Writing is Writing.Latin or Writing.Alphabet && Sounds.Length == 1;

    /// <summary>What it costs to drop the whole word, by <see cref="Kinship"/>.</summary>
    public ImmutableArray<float> Weight { get; }

    /// <summary>This word and the next as one: "Abdul Aziz", "Abdulaziz".</summary>
    public NameWord With(NameWord next) =>
        new(Bare + next.Bare, Writing, [.. Sounds, .. next.Sounds], IsParticle && next.IsParticle);

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
        if (Writing == Writing.Han && Words is [{ Bare.Length: >= 2 and <= 4 } only])
            Characters = [.. only.Bare];
    }

    public string Text { get; }

    public ImmutableArray<NameWord> Words { get; }

    /// <summary>Each word joined with its next.</summary>
    public ImmutableArray<NameWord> Joined { get; }

    public Writing Writing { get; }

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
            .SelectMany(word => Dotted(word))
            .Select(word => word.Trim('.', '\'', '’', '`', '׳', '״', '‘', ':'))
            .Where(word => word.Length > 0 && word.Any(char.IsLetterOrDigit))
            .ToList();
        var kept = words.Where(word => !NameWords.IsTitle(word)).ToList();
        foreach (var word in kept.Count > 0 ? kept : words)
        {
            var made = new NameWord(WithoutArticle(word), NameWords.IsParticle(word));
            if (made.Sounds.Length > 0)
                yield return made;
        }
    }

    /// <summary>"J.P." is two initials; "د.محمد" a title and a name.</summary>
    private static string[] Dotted(string word) =>
        word.Contains('.', StringComparison.Ordinal) ? word.Split('.', StringSplitOptions.RemoveEmptyEntries) : [word];

    /// <summary>The Arabic article, which other scripts write apart or not at all.</summary>
    private static string WithoutArticle(string word) =>
        word.Length > 4 && word.StartsWith("ال", StringComparison.Ordinal) && word is not ['ا', 'ل', 'ي' or 'ك', ..]
            ? word[2..]
            : word;
}
