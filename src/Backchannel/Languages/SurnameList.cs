using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Backchannel.Languages;

/// <summary>
/// Reads <c>_world/surnames.tsv</c>: surnames that are words too, with what a word-for-word translation makes of them in each language. For articles that
/// machines translated, names and all.
/// </summary>
internal static class SurnameList
{
    /// <returns>The surnames by the folded word that stands for them in a language.</returns>
    public static FrozenDictionary<string, ImmutableArray<string>> Read(
        string file,
        IEnumerable<string> lines,
        string code
    )
    {
        var surnames = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        string[]? header = null;
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (line is "" or ['#', ..])
                continue;
            var cells = line.Split('\t');
            header ??= cells;
            if (cells.Length != header.Length || header[0] != "surname")
                throw new PackException(
                    file,
                    number,
                    $"expected a surname and {header.Length - 1} cells below a header 'surname, language, language ...', found {cells.Length}"
                );
            var column = Array.IndexOf(header, code);
            if (ReferenceEquals(cells, header) || column < 0)
                continue;
            foreach (var word in cells[column].Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                var folded = Values.Fold.Bare(word);
                surnames[folded] = [.. surnames.GetValueOrDefault(folded, []), cells[0]];
            }
        }
        return surnames.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
