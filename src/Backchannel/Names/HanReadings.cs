using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Backchannel.Names;

/// <summary>
/// How Han characters are read outside Mandarin, for a name written in them may be a Korean's, a Cantonese's or a Vietnamese's. Facts of the
/// Unihan database; what AnyAscii gives is Mandarin alone. Not Japanese: characters in Japanese names are mostly read as no list says.
/// </summary>
internal static class HanReadings
{
    /// <summary>The languages whose readings there are, each with what it has in common with Latin spellings.</summary>
    public static readonly ImmutableArray<(string Language, Kinship Kinship)> Languages =
    [
        ("Korean", Kinship.Korean),
        ("Cantonese", Kinship.Syllables),
        ("Vietnamese", Kinship.Alphabets),
    ];

    /// <summary>The readings of a character in one of <see cref="Languages"/>, as sounds; empty where none is known.</summary>
    public static ImmutableArray<byte[]> Of(char character, int language) =>
        All.Value.TryGetValue(character, out var readings) ? readings[language] : [];

    // Read when the first name in Han characters is compared: most runs never need it.
    private static readonly Lazy<FrozenDictionary<char, ImmutableArray<byte[]>[]>> All = new(Read);

    private static FrozenDictionary<char, ImmutableArray<byte[]>[]> Read() =>
        NameFiles
            .Lines("han-readings.txt")
            .Select(line => line.Split('\t'))
            .ToFrozenDictionary(
                fields => fields[0][0],
                fields =>
                    Enumerable
                        .Range(1, Languages.Length)
                        .Select(i =>
                            i < fields.Length
                                ? fields[i]
                                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                                    .Select(reading => Sounds(reading, i - 1))
                                    .ToImmutableArray()
                                : []
                        )
                        .ToArray()
            );

    private static byte[] Sounds(string reading, int language) =>
        Spelling.WritingOf(reading) == Writing.Hangul
            ? Spelling.Sounds(reading, Writing.Hangul)
            : Spelling.SoundsOfReading(reading, vowelsAsHangul: Languages[language].Kinship != Kinship.Alphabets);
}
