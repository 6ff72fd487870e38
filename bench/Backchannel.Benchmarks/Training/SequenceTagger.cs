namespace Backchannel.Benchmarks.Training;

/// <summary>
/// An averaged structured perceptron over sequences, first order, decoded by Viterbi. Features are numbers already hashed; the same examples in the
/// same order give the same weights. It lives in memory; nothing of it is written anywhere.
/// </summary>
internal sealed class SequenceTagger
{
    /// <summary>A power of two; features that fall together share a weight.</summary>
    private const int Buckets = 1 << 22;

    private readonly int _labels;
    private readonly float[] _weights;
    private readonly float[] _transitions;

    private SequenceTagger(int labels)
    {
        _labels = labels;
        _weights = new float[Buckets * labels];
        _transitions = new float[(labels + 1) * labels];
    }

    /// <summary>One sequence: for each position its features, and the right label.</summary>
    internal sealed record Example(uint[][] Features, int[] Labels);

    /// <summary>Trains; <paramref name="allowed"/> tells which label may follow which (-1 before the first).</summary>
    public static SequenceTagger Train(
        IReadOnlyList<Example> examples,
        int labels,
        int epochs,
        Func<int, int, bool> allowed
    )
    {
        var tagger = new SequenceTagger(labels);
        tagger.Forbid(allowed);
        // What is taken off at the end so that each weight is its mean over all steps.
        var laterWeights = new float[tagger._weights.Length];
        var laterTransitions = new float[tagger._transitions.Length];
        var random = new Random(1);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var step = 1f;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var each in order)
            {
                var example = examples[each];
                var found = tagger.Decode(example.Features);
                for (var i = 0; i < found.Length; i++)
                {
                    var (gold, ours) = (example.Labels[i], found[i]);
                    if (gold != ours)
                    {
                        foreach (var feature in example.Features[i])
                        {
                            tagger.Add(laterWeights, feature, gold, 1, step);
                            tagger.Add(laterWeights, feature, ours, -1, step);
                        }
                    }
                    var (goldBefore, oursBefore) = i == 0 ? (labels, labels) : (example.Labels[i - 1], found[i - 1]);
                    if (gold == ours && goldBefore == oursBefore)
                        continue;
                    tagger.Move(laterTransitions, goldBefore, gold, 1, step);
                    tagger.Move(laterTransitions, oursBefore, ours, -1, step);
                }
                step++;
            }
        }
        for (var i = 0; i < laterWeights.Length; i++)
            tagger._weights[i] -= laterWeights[i] / step;
        for (var i = 0; i < laterTransitions.Length; i++)
            tagger._transitions[i] -= laterTransitions[i] / step;
        tagger.Forbid(allowed);
        return tagger;
    }

    /// <summary>The best labels of a sequence.</summary>
    public int[] Decode(uint[][] features)
    {
        var length = features.Length;
        var labels = new int[length];
        if (length == 0)
            return labels;
        var scores = new float[length * _labels];
        var back = new int[length * _labels];
        for (var i = 0; i < length; i++)
        {
            for (var l = 0; l < _labels; l++)
            {
                var own = 0f;
                foreach (var feature in features[i])
                    own += _weights[Index(feature, l)];
                var (best, from) = (float.NegativeInfinity, 0);
                if (i == 0)
                    best = _transitions[_labels * _labels + l];
                else
                {
                    for (var p = 0; p < _labels; p++)
                    {
                        var through = scores[(i - 1) * _labels + p] + _transitions[p * _labels + l];
                        if (through > best)
                            (best, from) = (through, p);
                    }
                }
                scores[i * _labels + l] = best + own;
                back[i * _labels + l] = from;
            }
        }
        var last = 0;
        for (var l = 1; l < _labels; l++)
        {
            if (scores[(length - 1) * _labels + l] > scores[(length - 1) * _labels + last])
                last = l;
        }
        for (var i = length - 1; i >= 0; i--)
        {
            labels[i] = last;
            last = back[i * _labels + last];
        }
        return labels;
    }

    private const float Forbidden = -1e6f;

    private void Forbid(Func<int, int, bool> allowed)
    {
        for (var p = 0; p <= _labels; p++)
        {
            for (var l = 0; l < _labels; l++)
            {
                if (!allowed(p == _labels ? -1 : p, l))
                    _transitions[p * _labels + l] = Forbidden;
            }
        }
    }

    private int Index(uint feature, int label) => (int)(feature & (Buckets - 1)) * _labels + label;

    private void Add(float[] later, uint feature, int label, float by, float step)
    {
        var index = Index(feature, label);
        _weights[index] += by;
        later[index] += by * step;
    }

    private void Move(float[] later, int before, int label, float by, float step)
    {
        var index = before * _labels + label;
        _transitions[index] += by;
        later[index] += by * step;
    }
}
