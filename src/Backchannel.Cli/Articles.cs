using System.CommandLine;
using Backchannel.Cli.Terminal;
using Backchannel.Reading;
using Backchannel.Showing;
using Backchannel.Storage;

namespace Backchannel.Cli;

/// <summary>Reads the articles that the command line names into a store.</summary>
internal static class Articles
{
    private const string ManifestName = "manifest.tsv";

    /// <summary>Reads into a store, with progress on a terminal.</summary>
    public static IntakeReport Read(Store store, ParseResult result, string[] paths, CancellationToken stop)
    {
        var manifest = ManifestFor(result, paths);
        var pipeline = new Pipeline(Options.Packs(result));
        using var progress = new Progress("reading", TimeProvider.System);
        return Intake.Read(store, pipeline, paths, manifest, Environment.ProcessorCount, progress, stop);
    }

    /// <summary>Reads and links without keeping anything.</summary>
    public static Archive Read(ParseResult result, string[] paths, CancellationToken stop)
    {
        using var store = Store.InMemory();
        Read(store, result, paths, stop);
        return store.Archive();
    }

    /// <summary>The manifest given; else those that lie in the folders given.</summary>
    private static Manifest ManifestFor(ParseResult result, string[] paths)
    {
        if (result.GetValue(Options.Manifest) is { } given)
            return Manifest.Read(given);
        var found = paths.Select(path => Path.Combine(path, ManifestName)).Where(File.Exists).ToList();
        foreach (var file in found)
            Screen.Remark($"Using {file} for dates and outlets.");
        return Manifest.Join(found.Select(Manifest.Read));
    }
}
