namespace Backchannel.Linking.Stories;

/// <summary>
/// Joins things from the bottom up, always the two groups that are most alike on average over all their pairs, until none are alike enough (UPGMA). Pairs that are
/// not given are not alike at all.
/// </summary>
internal static class AverageLinkage
{
    /// <param name="count">How many things there are; they are numbered from 0.</param>
    /// <param name="pairs">How much two are alike, the smaller number first, each pair once.</param>
    /// <param name="least">What two groups must have on average to become one.</param>
    /// <returns>The groups, each in the order of its numbers, in the order of their first.</returns>
    public static IEnumerable<List<int>> Cluster(
        int count,
        IEnumerable<(int A, int B, double Likeness)> pairs,
        double least
    )
    {
        var groups = Enumerable.Range(0, count).Select(i => new List<int> { i }).ToArray();
        // The sum over all pairs of two groups, each kept under both.
        var sums = Enumerable.Range(0, count).Select(_ => new Dictionary<int, double>()).ToArray();
        var queue = new PriorityQueue<(int A, int B, double Mean), (double, int, int)>();
        foreach (var (a, b, likeness) in pairs)
        {
            sums[a][b] = sums[b][a] = likeness;
            Offer(a, b);
        }
        while (queue.TryDequeue(out var next, out _))
        {
            var (a, b, mean) = next;
            // Groups have changed since.
            if (groups[a].Count == 0 || groups[b].Count == 0 || !sums[a].ContainsKey(b) || Mean(a, b) != mean)
                continue;
            groups[a].AddRange(groups[b]);
            groups[b].Clear();
            foreach (var (other, sum) in sums[b].OrderBy(pair => pair.Key))
            {
                sums[other].Remove(b);
                if (other == a)
                    continue;
                sums[a][other] = sums[other][a] = sums[a].GetValueOrDefault(other) + sum;
            }
            sums[b].Clear();
            foreach (var other in sums[a].Keys.Order())
                Offer(Math.Min(a, other), Math.Max(a, other));
        }
        return groups.Where(group => group.Count > 0).Select(group => group.Order().ToList());

        double Mean(int a, int b) => sums[a][b] / ((double)groups[a].Count * groups[b].Count);

        void Offer(int a, int b)
        {
            var mean = Mean(a, b);
            if (mean >= least)
                queue.Enqueue((a, b, mean), (-mean, a, b));
        }
    }
}
