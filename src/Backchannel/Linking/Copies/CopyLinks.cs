using System.Collections.Immutable;
using System.Globalization;

namespace Backchannel.Linking.Copies;

/// <summary>
/// Finds text reused from one document in another, within a language: runs of words that both hold, measured by containment both ways, since partial reuse is far
/// commoner than near-identity.
/// </summary>
internal static class CopyLinks
{
    /// <summary>Where less than this of either text stands in the other, each is its own work with a sentence of the other in it.</summary>
    private const double LeastShare = 0.3;

    /// <summary>Fewer words in common may be a sentence that both have of a third; where they are nearly all there is, half as many.</summary>
    private const int LeastWords = 20;

    private const double NearlyAll = 0.75;

    /// <summary>What a further source must add to what the first gave, as a share of the document.</summary>
    private const double LeastAdded = 0.15;

    /// <summary>Sources that give nearly as much as the best are copies of one another: the earliest is meant.</summary>
    private const double NearlyAsMuch = 0.03;

    private sealed record Compared(CopyText Of, List<Run> Runs, bool[] Reused, double Share, double ShareOf);

    public static ImmutableArray<Copy> Find(ImmutableArray<DocumentReading> readings)
    {
        var texts = InOrder(readings).Select(reading => new CopyText(reading)).ToList();
        StandingText.Mark(texts);
        var candidates = new CopyCandidates(texts);
        var copies = ImmutableArray.CreateBuilder<Copy>();
        for (var t = 0; t < texts.Count; t++)
        {
            if (texts[t].WordHashes.Length >= LeastWords / 2)
                copies.AddRange(Sources(texts[t], candidates.Before(t).Select(other => texts[other])));
        }
        return copies.ToImmutable();
    }

    /// <summary>By publication; of one day an agency's own text comes before the papers that print it.</summary>
    public static IEnumerable<DocumentReading> InOrder(ImmutableArray<DocumentReading> readings) =>
        readings
            .OrderBy(reading => reading.Document.Published.From ?? reading.Document.Published.To ?? DateOnly.MaxValue)
            .ThenBy(reading => !IsAgencys(reading))
            .ThenBy(reading => reading.Document.Path, StringComparer.Ordinal)
            .ThenBy(reading => reading.Document.Id.Value, StringComparer.Ordinal);

    private static bool IsAgencys(DocumentReading reading) =>
        reading.Findings.Figures.Any(figure => figure is { IsOwnOutlet: true, Type: ActorType.Agency });

    private static IEnumerable<Copy> Sources(CopyText text, IEnumerable<CopyText> earlier)
    {
        var left = earlier.Select(of => Compare(text, of)).OfType<Compared>().ToList();
        var taken = new bool[text.WordHashes.Length];
        while (left.Count > 0)
        {
            var added = left.Select(each => Share(text, each.Reused, taken)).ToList();
            var most = added.Max();
            if (most < LeastAdded && taken.Contains(true))
                yield break;
            // They stand in the order of publication.
            var at = added.FindIndex(share => share >= most - NearlyAsMuch);
            var source = left[at];
            left.RemoveAt(at);
            for (var i = 0; i < taken.Length; i++)
                taken[i] |= source.Reused[i];
            yield return Of(text, source);
        }
    }

    private static Compared? Compare(CopyText text, CopyText of)
    {
        var runs = CopyAlignment.Of(text, of);
        var reused = new bool[text.WordHashes.Length];
        var given = new bool[of.WordHashes.Length];
        foreach (var run in runs)
        {
            // Words that differ inside a run stand in neither share.
            CopyAlignment.Mark(run, text, of, reused, given);
        }
        var (share, shareOf) = (Share(text, reused), Share(of, given));
        var words = reused.Where((isReused, i) => isReused && text.Counts(i)).Count();
        return words >= (share >= NearlyAll ? LeastWords / 2 : LeastWords) && Math.Max(share, shareOf) >= LeastShare
            ? new(of, runs, reused, share, shareOf)
            : null;
    }

    /// <summary>How many of a text's own words are marked, 0 to 1.</summary>
    /// <param name="but">Words that do not count as marked.</param>
    private static double Share(CopyText text, bool[] marked, bool[]? but = null)
    {
        int all = 0,
            count = 0;
        for (var i = 0; i < marked.Length; i++)
        {
            if (!text.Counts(i))
                continue;
            all++;
            count += marked[i] && but?[i] != true ? 1 : 0;
        }
        return all == 0 ? 0 : (double)count / all;
    }

    private static Copy Of(CopyText text, Compared source)
    {
        var (share, shareOf) = (Math.Round(source.Share, 3), Math.Round(source.ShareOf, 3));
        var path = source.Of.Reading.Document.Path;
        return new()
        {
            Of = source.Of.Reading.Document.Id,
            Document = text.Reading.Document.Id,
            Share = share,
            ShareOf = shareOf,
            Passages =
            [
                .. source.Runs.Select(run => new CopiedPassage(
                    source.Of.Spans[run.Of].Cover(source.Of.Spans[run.Of + run.OfWords - 1]),
                    text.Spans[run.Copy].Cover(text.Spans[run.Copy + run.CopyWords - 1])
                )),
            ],
            Reason =
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{share:P0} of its words stand in {path}, {shareOf:P0} of that one's here"
                ) + Wire(text.Reading, source.Of.Reading),
        };
    }

    /// <summary>An agency that both name may be whom both have it from.</summary>
    private static string Wire(DocumentReading a, DocumentReading b)
    {
        var shared = Agencies(a).Intersect(Agencies(b), StringComparer.Ordinal).ToList();
        return shared.Count == 0 ? "" : $"; both name {string.Join(" and ", shared)}";
    }

    private static IEnumerable<string> Agencies(DocumentReading reading) =>
        reading.Findings.Figures.Where(figure => figure.Type == ActorType.Agency).Select(figure => figure.Name);
}
