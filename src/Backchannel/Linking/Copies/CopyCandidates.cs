namespace Backchannel.Linking.Copies;

/// <summary>
/// Which documents may share text: those that share shingles of a sample. The sample is every shingle whose hash falls into one of so many parts (MinHash by
/// threshold: a document keeps the same shingles whatever else there is), so that what is shared tells containment, whatever the lengths.
/// </summary>
internal sealed class CopyCandidates
{
    /// <summary>One shingle in so many is looked up.</summary>
    private const ulong SampledOneIn = 2;

    /// <summary>A shingle of more documents is a set phrase, or the text of a wire that shows in its other shingles too.</summary>
    private const int MostHolders = 1000;

    /// <summary>One shingle in common is a set phrase.</summary>
    private const int LeastShared = 2;

    /// <summary>So many documents that share most are compared word by word.</summary>
    private const int MostCompared = 12;

    private readonly Dictionary<ulong, List<int>> _holders = [];
    private readonly List<List<ulong>> _samples = [];

    /// <param name="texts">In the order of their publication.</param>
    public CopyCandidates(IReadOnlyList<CopyText> texts)
    {
        for (var t = 0; t < texts.Count; t++)
        {
            var sample = texts[t].Shingles.Where(shingle => shingle % SampledOneIn == 0).Distinct().ToList();
            _samples.Add(sample);
            foreach (var shingle in sample)
            {
                if (!_holders.TryGetValue(shingle, out var holders))
                    _holders[shingle] = holders = [];
                holders.Add(t);
            }
        }
    }

    /// <summary>The earlier documents that share most of the sample with one, the likest first.</summary>
    public IEnumerable<int> Before(int text)
    {
        var shared = new Dictionary<int, int>();
        foreach (var shingle in _samples[text])
        {
            var holders = _holders[shingle];
            if (holders.Count > MostHolders)
                continue;
            foreach (var other in holders)
            {
                if (other >= text)
                    break;
                shared[other] = shared.GetValueOrDefault(other) + 1;
            }
        }
        return shared
            .Where(pair => pair.Value >= LeastShared)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key)
            .Take(MostCompared)
            .Select(pair => pair.Key);
    }
}
