namespace Backchannel.Benchmarks.Training;

/// <summary>
/// A multinomial logistic regression over named features, trained by adaptive gradient descent in a fixed order: the same examples give the same
/// weights. It lives in memory; nothing of it is written anywhere.
/// </summary>
internal sealed class LinearClassifier
{
    private readonly string[] _classes;
    private readonly Dictionary<string, int> _features = new(StringComparer.Ordinal);
    private readonly float[][] _weights;

    private LinearClassifier(string[] classes, int features)
    {
        _classes = classes;
        _weights = [.. classes.Select(_ => new float[features])];
    }

    /// <summary>Trains on examples; a feature that only one example has is left out.</summary>
    /// <param name="examples">The features of each example and its class.</param>
    /// <param name="l2">How strongly weights are drawn to zero at each step.</param>
    public static LinearClassifier Train(
        IReadOnlyList<(IReadOnlyCollection<string> Features, string Class)> examples,
        float l2
    )
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var feature in examples.SelectMany(example => example.Features.Distinct(StringComparer.Ordinal)))
            counts[feature] = counts.GetValueOrDefault(feature) + 1;
        var kept = counts.Where(pair => pair.Value > 1).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();
        var trained = new LinearClassifier(
            [
                .. examples
                    .Select(example => example.Class)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            kept.Count
        );
        for (var i = 0; i < kept.Count; i++)
            trained._features[kept[i]] = i;
        trained.Fit(
            [
                .. examples.Select(example =>
                    (trained.Ids(example.Features), Array.IndexOf(trained._classes, example.Class))
                ),
            ],
            l2
        );
        return trained;
    }

    /// <summary>The class that fits best.</summary>
    public string Classify(IReadOnlyCollection<string> features)
    {
        var scores = Scores(Ids(features));
        return _classes[Array.IndexOf(scores, scores.Max())];
    }

    private const int Epochs = 40;

    private const float Rate = 0.3f;

    private void Fit((int[] Features, int Class)[] examples, float l2)
    {
        var squares = _weights.Select(row => new float[row.Length]).ToArray();
        // Fixed, so that training gives the same weights everywhere.
        var random = new Random(1);
        var order = Enumerable.Range(0, examples.Length).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var example in order)
            {
                var (features, gold) = examples[example];
                var scores = Scores(features);
                var highest = scores.Max();
                var sum = 0f;
                for (var c = 0; c < scores.Length; c++)
                    sum += scores[c] = MathF.Exp(scores[c] - highest);
                var value = Value(features);
                for (var c = 0; c < scores.Length; c++)
                {
                    var error = scores[c] / sum - (c == gold ? 1 : 0);
                    foreach (var feature in features)
                    {
                        var gradient = error * value + l2 * _weights[c][feature];
                        squares[c][feature] += gradient * gradient;
                        _weights[c][feature] -= Rate * gradient / MathF.Sqrt(squares[c][feature] + 1e-6f);
                    }
                }
            }
        }
    }

    private float[] Scores(int[] features)
    {
        var scores = new float[_classes.Length];
        var value = Value(features);
        for (var c = 0; c < scores.Length; c++)
        {
            var sum = 0f;
            foreach (var feature in features)
                sum += _weights[c][feature];
            scores[c] = sum * value;
        }
        return scores;
    }

    /// <summary>Long sentences weigh no more than short ones.</summary>
    private static float Value(int[] features) => features.Length == 0 ? 0 : 1 / MathF.Sqrt(features.Length);

    private int[] Ids(IEnumerable<string> features) =>
        [
            .. features
                .Distinct(StringComparer.Ordinal)
                .Select(feature => _features.GetValueOrDefault(feature, -1))
                .Where(id => id >= 0)
                .Order(),
        ];
}
