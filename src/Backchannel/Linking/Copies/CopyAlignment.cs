namespace Backchannel.Linking.Copies;

/// <summary>Words of two texts that run alike: from one word of each on, for so many words of each.</summary>
internal readonly record struct Run(int Of, int OfWords, int Copy, int CopyWords, int Same);

/// <summary>
/// Finds the runs of words that a text shares with another, in whatever order they stand there. A run goes on over a few words that differ, as where a word was
/// changed or misread by a scanner.
/// </summary>
internal static class CopyAlignment
{
    /// <summary>A shorter run is a set phrase, a name or a title.</summary>
    private const int LeastSame = 8;

    /// <summary>So many words may differ, on either side, before the run must go on.</summary>
    private const int MostDiffering = 4;

    public static List<Run> Of(CopyText copy, CopyText of)
    {
        var places = new Dictionary<ulong, List<int>>(of.Shingles.Length);
        for (var i = 0; i < of.Shingles.Length; i++)
        {
            if (!places.TryGetValue(of.Shingles[i], out var list))
                places[of.Shingles[i]] = list = [];
            list.Add(i);
        }
        var runs = new List<Run>();
        for (var i = 0; i < copy.Shingles.Length; )
        {
            var best = default(Run);
            if (places.TryGetValue(copy.Shingles[i], out var starts))
            {
                // Where a text repeats itself the longest run is meant; one that goes on from the last comes first.
                foreach (var start in starts.Take(MostStarts))
                {
                    var run = Extend(copy, i, of, start);
                    if (run.Same > best.Same)
                        best = run;
                }
            }
            if (best.Same >= LeastSame)
            {
                runs.Add(best);
                i += best.CopyWords;
            }
            else
                i++;
        }
        return runs;
    }

    private const int MostStarts = 8;

    /// <summary>Marks the words of both texts that a run has in common.</summary>
    public static void Mark(Run run, CopyText copy, CopyText of, bool[] inCopy, bool[] inOf) =>
        Extend(
            copy,
            run.Copy,
            of,
            run.Of,
            (x, y) =>
            {
                if (x < run.Copy + run.CopyWords)
                    inCopy[x] = inOf[y] = true;
            }
        );

    private static Run Extend(CopyText copy, int i, CopyText of, int j, Action<int, int>? found = null)
    {
        var (a, b) = (copy.WordHashes, of.WordHashes);
        int x = i,
            y = j,
            same = 0;
        int endX = i,
            endY = j;
        while (x < a.Length && y < b.Length)
        {
            if (a[x] == b[y])
            {
                found?.Invoke(x, y);
                x++;
                y++;
                same++;
                (endX, endY) = (x, y);
                continue;
            }
            if (Resume(a, x, b, y) is not var (nextX, nextY))
                break;
            (x, y) = (nextX, nextY);
        }
        return new(j, endY - j, i, endX - i, same);
    }

    /// <summary>Where both go on alike after a few words that differ: the nearest place from which two words are the same.</summary>
    private static (int X, int Y)? Resume(uint[] a, int x, uint[] b, int y)
    {
        for (var skipped = 1; skipped <= 2 * MostDiffering; skipped++)
        {
            for (var left = Math.Max(0, skipped - MostDiffering); left <= Math.Min(skipped, MostDiffering); left++)
            {
                var (p, q) = (x + left, y + skipped - left);
                if (p + 1 < a.Length && q + 1 < b.Length && a[p] == b[q] && a[p + 1] == b[q + 1])
                    return (p, q);
            }
        }
        return null;
    }
}
