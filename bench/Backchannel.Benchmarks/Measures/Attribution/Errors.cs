namespace Backchannel.Benchmarks.Measures.Attribution;

/// <summary>Prints mistakes for a developer to sort by cause: so many a text, to the error stream, never into a figure.</summary>
internal sealed class Errors(int perText)
{
    public void Compare(string name, string text, IReadOnlyCollection<Saying> gold, IReadOnlyCollection<Saying> found)
    {
        if (perText == 0)
            return;
        Print(name, text, "missed", gold.Where(saying => !found.Any(other => Overlaps(saying, other))));
        Print(name, text, "too much", found.Where(saying => !gold.Any(other => Overlaps(saying, other))));
        foreach (
            var (ours, theirs) in found
                .SelectMany(ours =>
                    gold.Where(theirs => Overlaps(ours, theirs)).Take(1).Select(theirs => (ours, theirs))
                )
                .Where(pair => !pair.ours.Content.SequenceEqual(pair.theirs.Content))
                .Take(perText)
        )
            Console.Error.WriteLine($"{name}: content\n    ours {Of(text, ours)}\n    gold {Of(text, theirs)}");
    }

    private void Print(string name, string text, string kind, IEnumerable<Saying> sayings)
    {
        foreach (var saying in sayings.Take(perText))
            Console.Error.WriteLine($"{name}: {kind}: {Of(text, saying)}");
    }

    private static bool Overlaps(Saying a, Saying b) =>
        a.Content.Any(span => b.Content.Any(span.Overlaps)) || a.Cue.Any(span => b.Cue.Any(span.Overlaps));

    private static string Of(string text, Saying saying) =>
        $"{Of(text, saying.Source)} | {Of(text, saying.Cue)} | {Of(text, saying.Content)}";

    private static string Of(string text, IReadOnlyList<Span> spans) =>
        string.Join(" … ", spans.Select(span => span.Of(text).ReplaceLineEndings(" ")));
}
