using System.Collections.Immutable;

namespace Backchannel.Reading;

/// <summary>A file to be read and the path by which it is known: relative to what was given, '/' between folders.</summary>
public sealed record FileToRead(string FullPath, string Path);

/// <summary>Finds the files under the paths a user gives.</summary>
public static class Files
{
    private static readonly string[] Endings = [".txt", ".text", ".md", ".html", ".htm", ".xhtml"];

    /// <summary>
    /// Files in order of path. A file given by name is read whatever its ending; in a folder, only endings of text and web pages are, but for
    /// a README, which tells of the folder; the others are counted. Throws <see cref="OperatorException"/> for a path that does not exist.
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
                Add(path, Path.GetFileName(path));
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
                    if (!IsRead(Path.GetFileName(file)))
                    {
                        passedOver++;
                        continue;
                    }
                    var relative = Path.GetRelativePath(path, file).Replace('\\', '/');
                    Add(file, relative);
                }
            }
            else if (path.Contains("://", StringComparison.Ordinal))
                throw new OperatorException(
                    $"{path} is an address, and nothing is fetched. Save the page to a file and give that."
                );
            else
                throw new OperatorException(
                    $"There is no file or folder {path}. Give the path of an article, or of a folder of articles."
                );
        }
        return ([.. found.Values], passedOver);

        // Files of two folders may share a relative path: the later ones go by the name of their folder too.
        void Add(string file, string relative)
        {
            var full = Path.GetFullPath(file);
            var longer = relative;
            while (
                found.TryGetValue(longer, out var other) && other.FullPath != full && Qualify(full, longer) is { } next
            )
                longer = next;
            found.TryAdd(longer, new(full, longer));
        }
    }

    /// <summary>Whether a file so named is read where it is found in a folder.</summary>
    public static bool IsRead(string name) =>
        Endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)
        && !Path.GetFileNameWithoutExtension(name).Equals("README", StringComparison.OrdinalIgnoreCase);

    /// <summary>The relative path with one more of the folders it lies in, or null where there is no more.</summary>
    public static string? Qualify(string fullPath, string relative)
    {
        ArgumentNullException.ThrowIfNull(relative);
        var folder = Path.GetDirectoryName(fullPath);
        for (var up = relative.Count(c => c == '/'); up > 0; up--)
            folder = Path.GetDirectoryName(folder);
        return Path.GetFileName(folder) is { Length: > 0 } name ? $"{name}/{relative}" : null;
    }

    /// <summary>Reads one file from the disk; a file that cannot be opened is a problem of its own.</summary>
    public static Received Read(FileToRead file, ManifestRow? manifest)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            var length = new FileInfo(file.FullPath).Length;
            if (length > DocumentReader.LargestBytes)
                return DocumentReader.TooLarge(file.Path, length);
            return DocumentReader.Read(file.Path, File.ReadAllBytes(file.FullPath), manifest);
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
