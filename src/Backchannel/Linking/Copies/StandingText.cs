namespace Backchannel.Linking.Copies;

/// <summary>
/// Paragraphs that an outlet prints under anything: what it says of itself, how to reach it, who owns it. They stand in several documents of one outlet that
/// have nothing else in common, and two documents that share them are no copies.
/// </summary>
internal static class StandingText
{
    /// <summary>In fewer documents a paragraph may be background that a reporter repeats.</summary>
    private const int LeastDocuments = 3;

    /// <summary>Where documents share more than this of their other words, they are one article printed several times.</summary>
    private const double MostShared = 0.5;

    public static void Mark(IReadOnlyList<CopyText> texts)
    {
        foreach (var outlet in texts.GroupBy(text => text.Reading.Document.Outlet ?? "", StringComparer.Ordinal))
        {
            var holders = new Dictionary<ulong, List<CopyText>>();
            foreach (var text in outlet)
            foreach (var paragraph in Paragraphs(text).Select(each => each.Hash).Distinct())
            {
                if (!holders.TryGetValue(paragraph, out var list))
                    holders[paragraph] = list = [];
                list.Add(text);
            }
            foreach (var (paragraph, holding) in holders)
            {
                if (holding.Count >= LeastDocuments && SharedBesides(paragraph, holding, holders) <= MostShared)
                {
                    foreach (var text in holding)
                        Mark(text, paragraph);
                }
            }
        }
    }

    /// <summary>How much of the other words of these documents stands in paragraphs that another of them has too.</summary>
    private static double SharedBesides(
        ulong paragraph,
        List<CopyText> holding,
        Dictionary<ulong, List<CopyText>> holders
    )
    {
        int shared = 0,
            all = 0;
        foreach (var text in holding)
        foreach (var (hash, _, words) in Paragraphs(text))
        {
            if (hash == paragraph)
                continue;
            all += words;
            if (holders[hash].Count > 1)
                shared += words;
        }
        return all == 0 ? 1 : (double)shared / all;
    }

    private static void Mark(CopyText text, ulong paragraph)
    {
        foreach (var (hash, first, words) in Paragraphs(text))
        {
            if (hash == paragraph)
                (text.IsStanding ??= new bool[text.WordHashes.Length]).AsSpan(first, words).Fill(true);
        }
    }

    private static IEnumerable<(ulong Hash, int First, int Words)> Paragraphs(CopyText text)
    {
        for (var p = 0; p + 1 < text.Paragraphs.Length; p++)
        {
            var (first, words) = (text.Paragraphs[p], text.Paragraphs[p + 1] - text.Paragraphs[p]);
            if (words > 0)
                yield return (CopyText.HashOf(text.WordHashes.AsSpan(first, words)), first, words);
        }
    }
}
