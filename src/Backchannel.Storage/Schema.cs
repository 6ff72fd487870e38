using System.Collections.Immutable;
using System.Reflection;

namespace Backchannel.Storage;

/// <summary>The numbered scripts that make a store, embedded from the folder Schema.</summary>
internal static class Schema
{
    private static readonly ImmutableArray<string> Names =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static int Newest => Names.Length;

    /// <param name="number">Counted from 1.</param>
    public static string Script(int number)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Names[number - 1])!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
