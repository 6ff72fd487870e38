namespace Backchannel.Benchmarks.Measures;

/// <summary>Hits, false alarms and misses, and what follows from them.</summary>
internal sealed class Counts
{
    public int Hits { get; set; }

    public int FalseAlarms { get; set; }

    public int Misses { get; set; }

    /// <summary>The share of what we gave that is right; 0 where we gave nothing.</summary>
    public double Precision => Share(Hits, Hits + FalseAlarms);

    /// <summary>The share of what there is that we gave; 0 where there is nothing.</summary>
    public double Recall => Share(Hits, Hits + Misses);

    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1 => Share(2 * Hits, 2 * Hits + FalseAlarms + Misses);

    /// <summary>Counts two sets against each other.</summary>
    public void Add<T>(IReadOnlySet<T> ours, IReadOnlySet<T> gold)
    {
        var hits = ours.Count(gold.Contains);
        Hits += hits;
        FalseAlarms += ours.Count - hits;
        Misses += gold.Count - hits;
    }

    /// <summary>Counts one decision.</summary>
    public void Add(bool gold, bool ours)
    {
        Hits += gold && ours ? 1 : 0;
        FalseAlarms += !gold && ours ? 1 : 0;
        Misses += gold && !ours ? 1 : 0;
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
