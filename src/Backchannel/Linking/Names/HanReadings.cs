using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Backchannel.Linking.Names;

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

    private static FrozenDictionary<char, ImmutableArray<byte[]>[]> Read()
    {
        using var stream = typeof(HanReadings).Assembly.GetManifestResourceStream("han-readings.txt")!;
        using var reader = new StreamReader(stream);
        var all = new Dictionary<char, ImmutableArray<byte[]>[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line is ['#', ..])
                continue;
            var fields = line.Split('\t');
            all[fields[0][0]] =
            [
                .. Languages.Select(
                    (language, i) =>
                        i + 1 < fields.Length
                            ? fields[i + 1]
                                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                                .Select(reading => Sounds(reading, language.Language))
                                .ToImmutableArray()
                            : []
                ),
            ];
        }
        return all.ToFrozenDictionary();
    }

    private static byte[] Sounds(string reading, string language) =>
        language switch
        {
            "Korean" => Spelling.Sounds(reading, Writing.Hangul),
            // Jyutping writes y as j, ch as c, and two vowels as eo and oe.
            "Cantonese" => Spelling.SoundsOfReading(
                reading
                    .Replace('j', 'y')
                    .Replace("c", "ts", StringComparison.Ordinal)
                    .Replace("oe", "eo", StringComparison.Ordinal),
                korean: true
            ),
            _ => Spelling.SoundsOfReading(reading, korean: false),
        };
}
