namespace Backchannel.Benchmarks.Training;

/// <summary>What a linear model says of examples that it was not trained on.</summary>
internal static class CrossValidation
{
    private const int Folds = 5;

    /// <summary>
    /// Each fifth classified by a model trained on the others; the rows of a class may lie together, so every fifth row makes a fold.
    /// </summary>
    public static List<(string Gold, string Ours)> Classify(
        IReadOnlyList<(IReadOnlyCollection<string> Features, string Class)> examples,
        float l2
    )
    {
        var found = new (string Gold, string Ours)[examples.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = LinearClassifier.Train([.. examples.Where((_, i) => i % Folds != fold)], l2);
            for (var i = fold; i < examples.Count; i += Folds)
                found[i] = (examples[i].Class, model.Classify(examples[i].Features));
        }
        return [.. found];
    }
}
