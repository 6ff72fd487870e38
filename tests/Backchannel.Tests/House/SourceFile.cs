using System.Diagnostics;

namespace Backchannel.Tests.House;

/// <summary>A file that the repository keeps, or would keep at the next commit.</summary>
internal sealed record SourceFile(string Path)
{
    private string? _text;

    public string Text => _text ??= File.ReadAllText(System.IO.Path.Combine(Repository.Root, Path));

    public string[] Lines => Text.Split('\n');

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public bool IsCode => Path.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>Text of the project's own; not pictures, models or articles in other charsets.</summary>
    public bool IsText =>
        !Path.EndsWith(".bin", StringComparison.Ordinal) && !Path.EndsWith(".png", StringComparison.Ordinal);

    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    public static IReadOnlyList<SourceFile> All { get; } = List();

    private static List<SourceFile> List()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var git = Process.Start(start)!;
        var paths = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return
        [
            .. paths
                .Where(path => File.Exists(System.IO.Path.Combine(Repository.Root, path)))
                .Order(StringComparer.Ordinal)
                .Select(path => new SourceFile(path)),
        ];
    }
}
