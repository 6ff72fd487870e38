using System.Collections.Frozen;

namespace Backchannel.Linking.Names;

/// <summary>Words that stand in names and say little of whose they are: titles, particles, the legal forms of companies.</summary>
internal static class NameWords
{
    /// <summary>A title before or behind a name, folded: "mr", "dr", "jr".</summary>
    public static bool IsTitle(string word) => All["title"].Contains(word);

    /// <summary>A particle inside a name, folded: "de", "bin", "van".</summary>
    public static bool IsParticle(string word) => All["particle"].Contains(word) || IsPatronymic(word);

    /// <summary>A particle that names a parent behind it, folded: "bin", "oglu".</summary>
    public static bool IsPatronymic(string word) => All["patronymic"].Contains(word);

    /// <summary>A word of a company's legal form, folded: "ltd", "gmbh".</summary>
    public static bool IsForm(string word) => All["form"].Contains(word);

    /// <summary>A Roman numeral, folded.</summary>
    public static bool IsNumeral(string word) => All["numeral"].Contains(word);

    private static readonly FrozenDictionary<string, FrozenSet<string>> All = Read();

    private static FrozenDictionary<string, FrozenSet<string>> Read()
    {
        using var stream = typeof(NameWords).Assembly.GetManifestResourceStream("name-words.txt")!;
        using var reader = new StreamReader(stream);
        var all = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        HashSet<string>? section = null;
        while (reader.ReadLine() is { } line)
        {
            if (line is "" or ['#', ..])
                continue;
            if (line[0] == '[')
                all[line.Trim('[', ']')] = section = new(StringComparer.Ordinal);
            else
                section!.UnionWith(
                    line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Values.Fold.Word(word))
                );
        }
        return all.ToFrozenDictionary(
            pair => pair.Key,
            pair => pair.Value.ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }
}
