namespace Backchannel.Names;

/// <summary>The least cost of turning one row of sounds into another: <see cref="Sounds"/> dropped, or taken for one another.</summary>
internal static class SoundDistance
{
    /// <summary>The row before any sound of the first name: what dropping all of the second costs.</summary>
    public static void FirstRow(Span<float> row, NameWord b, Sounds sounds)
    {
        row[0] = 0;
        for (var j = 0; j < b.Sounds.Length; j++)
            row[j + 1] = row[j] + sounds.Dropped[b.Sounds[j]] * b.Weak[j];
    }

    /// <summary>One more sound of the first name: the row of least costs becomes the next; returns the least of them.</summary>
    public static float Extend(
        Span<float> row,
        byte sound,
        float weakness,
        ReadOnlySpan<byte> b,
        ReadOnlySpan<float> weak,
        Sounds sounds
    )
    {
        var dropped = sounds.Dropped[sound] * weakness;
        var diagonal = row[0];
        row[0] += dropped;
        var least = row[0];
        for (var j = 0; j < b.Length; j++)
        {
            var taken = diagonal + sounds.Taken(sound, b[j]);
            diagonal = row[j + 1];
            row[j + 1] = Math.Min(taken, Math.Min(diagonal + dropped, row[j] + sounds.Dropped[b[j]] * weak[j]));
            least = Math.Min(least, row[j + 1]);
        }
        return least;
    }

    /// <summary>The least cost of turning one row of sounds into the other, or something above the most asked for.</summary>
    public static float Between(
        ReadOnlySpan<byte> a,
        ReadOnlySpan<float> weakA,
        ReadOnlySpan<byte> b,
        ReadOnlySpan<float> weakB,
        Kinship kinship,
        float most
    )
    {
        var sounds = Sounds.For(kinship);
        Span<float> row = b.Length < 128 ? stackalloc float[b.Length + 1] : new float[b.Length + 1];
        row[0] = 0;
        for (var j = 0; j < b.Length; j++)
            row[j + 1] = row[j] + sounds.Dropped[b[j]] * weakB[j];
        for (var i = 0; i < a.Length; i++)
        {
            var least = Extend(row, a[i], weakA[i], b, weakB, sounds);
            if (least > most)
                return least;
        }
        return row[^1];
    }
}
