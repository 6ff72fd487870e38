using Backchannel.Languages;

namespace Backchannel.Tests;

/// <summary>What most tests need: the packs, loaded once, and a folder of its own that goes when the test ends.</summary>
internal static class Packs
{
    public static LanguagePacks All { get; } = LanguagePacks.Load();

    public static Pipeline Pipeline { get; } = new(All);
}

internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("backchannel-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public Folder With(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this;
    }

    public Folder With(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>Folders of the repository, found upwards from the tests; null where a user's machine has none.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Samples => Path.Combine(Root, "samples");

    /// <summary>Real articles that belong to others lie beside the project, or its worktrees' folder, on its developers' machines only.</summary>
    public static string? Shared { get; } =
        new[] { "../shared", "../../shared" }
            .Select(path => Path.GetFullPath(path, Root))
            .FirstOrDefault(Directory.Exists);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Backchannel.slnx")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException(
            "The tests run from a checkout: no Backchannel.slnx was found above them."
        );
    }
}
