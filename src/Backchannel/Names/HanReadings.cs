using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Backchannel.Names;

/// <summary>
/// How Han characters are read outside Mandarin, for a name written in them need not be a Mandarin speaker's. Facts of the Unihan database; what AnyAscii
/// gives is Mandarin alone. Not the readings of Japanese names, which mostly stand in no list.
/// </summary>
internal static class HanReadings
{
    /// <summary>The languages whose readings there are, each with what it has in common with Latin spellings.</summary>
    public static ImmutableArray<(string Language, Kinship Kinship)> Languages => All.Value.Languages;

    /// <summary>The readings of a character in one of <see cref="Languages"/>, as sounds; empty where none is known.</summary>
    public static ImmutableArray<byte[]> Of(char character, int language) =>
        All.Value.Readings.TryGetValue(character, out var readings) ? readings[language] : [];

    // Read when the first name in Han characters is compared: most runs never need it.
    private static readonly Lazy<(
        ImmutableArray<(string, Kinship)> Languages,
        FrozenDictionary<char, ImmutableArray<byte[]>[]> Readings
    )> All = new(Read);

    private static (ImmutableArray<(string, Kinship)>, FrozenDictionary<char, ImmutableArray<byte[]>[]>) Read()
    {
        var lines = NameFiles.Lines("han-readings.txt").Select(line => line.Split('\t')).ToList();
        var languages = lines[0]
            .Skip(1)
            .Select(column => column.Split(' '))
            .Select(column => (Language: column[0], Kinship: Enum.Parse<Kinship>(column[1], ignoreCase: true)))
            .ToImmutableArray();
        var readings = lines
            .Skip(1)
            .ToFrozenDictionary(
                fields => fields[0][0],
                fields =>
                    languages
                        .Select(
                            (language, i) =>
                                i + 1 < fields.Length
                                    ? fields[i + 1]
                                        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                                        .Select(reading => Sounds(reading, language.Kinship))
                                        .ToImmutableArray()
                                    : []
                        )
                        .ToArray()
            );
        return (languages, readings);
    }

    private static byte[] Sounds(string reading, Kinship kinship) =>
        Spelling.WritingOf(reading) == Writing.Hangul
            ? Spelling.Sounds(reading, Writing.Hangul)
            : Spelling.SoundsOfReading(reading, vowelsAsHangul: kinship != Kinship.Alphabets);
}
