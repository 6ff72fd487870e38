namespace Backchannel.Benchmarks.Measures.Copies;

/// <summary>The peer that anybody can put together: MinHash of five-word shingles with banding; likely pairs are accepted at a Jaccard estimate of one half.</summary>
internal static class MinHash
{
    private const int Hashes = 128,
        Rows = 4,
        ShingleWords = 5;

    public static IEnumerable<(int A, int B)> Pairs(List<string> texts)
    {
        var signatures = texts.ConvertAll(Signature);
        var found = new HashSet<(int, int)>();
        for (var band = 0; band < Hashes / Rows; band++)
        {
            var first = band * Rows;
            var buckets = new Dictionary<(uint, uint, uint, uint), List<int>>();
            for (var t = 0; t < texts.Count; t++)
            {
                var s = signatures[t];
                var key = (s[first], s[first + 1], s[first + 2], s[first + 3]);
                if (!buckets.TryGetValue(key, out var bucket))
                    buckets[key] = bucket = [];
                bucket.Add(t);
            }
            foreach (var bucket in buckets.Values.Where(bucket => bucket.Count > 1))
            {
                for (var i = 0; i < bucket.Count; i++)
                for (var j = i + 1; j < bucket.Count; j++)
                    found.Add((bucket[i], bucket[j]));
            }
        }
        return found.Where(pair =>
            signatures[pair.Item1].Zip(signatures[pair.Item2]).Count(each => each.First == each.Second) >= Hashes / 2
        );
    }

    private static uint[] Signature(string text)
    {
        var least = new uint[Hashes];
        Array.Fill(least, uint.MaxValue);
        var words = text.ToLowerInvariant().Split([' ', '\n', '.', ',', '"'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + ShingleWords <= words.Length; i++)
        {
            var hash = 14695981039346656037UL;
            foreach (var word in words.AsSpan(i, ShingleWords))
            foreach (var c in word)
                hash = (hash ^ c) * 1099511628211UL;
            for (var h = 0; h < Hashes; h++)
                least[h] = Math.Min(least[h], (uint)((hash * (2UL * (ulong)h + 0x9E3779B97F4A7C15UL)) >> 32));
        }
        return least;
    }
}
