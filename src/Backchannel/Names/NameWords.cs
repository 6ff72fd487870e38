using System.Collections.Frozen;
using Backchannel.Values;

namespace Backchannel.Names;

/// <summary>Words that stand in names and say little of whose they are: titles, particles, the legal forms of companies.</summary>
internal static class NameWords
{
    /// <summary>A title before or behind a name, folded: "mr", "dr", "jr".</summary>
    public static bool IsTitle(string word) => Titles.Contains(word);

    /// <summary>A particle inside a name, folded: "de", "bin", "van".</summary>
    public static bool IsParticle(string word) => Particles.Contains(word) || IsPatronymic(word);

    /// <summary>A particle that names a parent behind it, folded: "bin", "oglu".</summary>
    public static bool IsPatronymic(string word) => Patronymics.Contains(word);

    /// <summary>A word of a company's legal form, folded: "ltd", "gmbh".</summary>
    public static bool IsForm(string word) => Forms.Contains(word);

    /// <summary>A Roman numeral, folded.</summary>
    public static bool IsNumeral(string word) => Numerals.Contains(word);

    /// <summary>The word without the article that other scripts write apart or not at all.</summary>
    public static string WithoutArticle(string word)
    {
        foreach (var article in Articles)
        {
            if (
                word.Length > article.Length + 2
                && word.StartsWith(article, StringComparison.Ordinal)
                && !NoArticles.Any(begin => word.StartsWith(begin, StringComparison.Ordinal))
            )
                return word[article.Length..];
        }
        return word;
    }

    private static readonly FrozenSet<string> Titles = Section("title"),
        Particles = Section("particle"),
        Patronymics = Section("patronymic"),
        Forms = Section("form"),
        Numerals = Section("numeral"),
        Articles = Section("article"),
        NoArticles = Section("no article");

    private static FrozenSet<string> Section(string section) =>
        NameFiles
            .Section("name-words.txt", section)
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(word => Fold.Word(word))
            .ToFrozenSet(StringComparer.Ordinal);
}
