using AnyAscii;

namespace Backchannel.Benchmarks.Measures.Names;

/// <summary>The peer that anybody can put together: names romanised by AnyAscii, their words sorted, compared by Jaro and Winkler's measure.</summary>
internal static class JaroWinkler
{
    /// <summary>How like two names are, 0 to 1.</summary>
    public static double OfNames(string a, string b) => Of(Key(a), Key(b));

    private static string Key(string name) =>
        string.Join(
            ' ',
            name.Transliterate()
                .ToLowerInvariant()
                .Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries)
                .Order(StringComparer.Ordinal)
        );

    private static double Of(string a, string b)
    {
        if (a == b)
            return 1;
        var window = Math.Max(0, Math.Max(a.Length, b.Length) / 2 - 1);
        var (inA, inB) = (new bool[a.Length], new bool[b.Length]);
        var matches = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j < Math.Min(b.Length, i + window + 1); j++)
            {
                if (inB[j] || a[i] != b[j])
                    continue;
                inA[i] = inB[j] = true;
                matches++;
                break;
            }
        }
        if (matches == 0)
            return 0;
        var crossed = 0;
        for (int i = 0, j = 0; i < a.Length; i++)
        {
            if (!inA[i])
                continue;
            while (!inB[j])
                j++;
            crossed += a[i] == b[j++] ? 0 : 1;
        }
        var jaro = ((double)matches / a.Length + (double)matches / b.Length + (matches - crossed / 2.0) / matches) / 3;
        var prefix = a.Zip(b).Take(4).TakeWhile(pair => pair.First == pair.Second).Count();
        return jaro + prefix * 0.1 * (1 - jaro);
    }
}
