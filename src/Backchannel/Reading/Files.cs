using System.Collections.Immutable;

namespace Backchannel.Reading;

/// <summary>A file to be read and the path by which it is known: relative to what was given, '/' between folders.</summary>
public sealed record FileToRead(string FullPath, string Path);

/// <summary>Finds the files under the paths a user gives.</summary>
public static class Files
{
    private static readonly string[] Endings = [".txt", ".text", ".md", ".html", ".htm", ".xhtml"];

    /// <summary>
    /// Files in order of path. A file given by name is read whatever its ending; in a folder, only endings of text and web pages are, and the
    /// others are counted. Throws <see cref="ReadingException"/> for a path that does not exist.
    /// </summary>
    public static (ImmutableArray<FileToRead> Files, int PassedOver) Find(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var found = new SortedDictionary<string, FileToRead>(StringComparer.Ordinal);
        var passedOver = 0;
        foreach (var path in paths)
        {
            if (File.Exists(path))
            {
                var name = Path.GetFileName(path);
                found.TryAdd(name, new(Path.GetFullPath(path), name));
            }
            else if (Directory.Exists(path))
            {
                foreach (
                    var file in Directory.EnumerateFiles(
                        path,
                        "*",
                        new EnumerationOptions
                        {
                            RecurseSubdirectories = true,
                            IgnoreInaccessible = true,
                            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
                        }
                    )
                )
                {
                    if (!Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                    {
                        passedOver++;
                        continue;
                    }
                    var relative = Path.GetRelativePath(path, file).Replace('\\', '/');
                    found.TryAdd(relative, new(Path.GetFullPath(file), relative));
                }
            }
            else
                throw new ReadingException(
                    $"There is no file or folder {path}. Give the path of an article, or of a folder of articles."
                );
        }
        return ([.. found.Values], passedOver);
    }

    /// <summary>Reads one file from the disk; a file that cannot be opened is a problem of its own.</summary>
    public static Received Read(FileToRead file, Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(manifest);
        try
        {
            var length = new FileInfo(file.FullPath).Length;
            if (length > DocumentReader.LargestBytes)
                return DocumentReader.TooLarge(file.Path, length);
            return DocumentReader.Read(file.Path, File.ReadAllBytes(file.FullPath), manifest.For(file.Path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(
                file.Path,
                null,
                ReadOnlyMemory<byte>.Empty,
                [new($"the file cannot be opened: {e.Message}", file.Path)]
            );
        }
    }
}
