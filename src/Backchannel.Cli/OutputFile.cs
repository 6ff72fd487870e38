namespace Backchannel.Cli;

/// <summary>A file that is there whole or not at all: written beside its place, then moved into it.</summary>
internal static class OutputFile
{
    public static void Write(string path, Action<Stream> write)
    {
        if (path == "-")
        {
            using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            write(output);
            return;
        }
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            throw new OperatorException($"{path} is a folder. Give --out the name of a file in it.");
        if (!Directory.Exists(Path.GetDirectoryName(full)))
            throw new OperatorException(
                $"There is no folder {Path.GetDirectoryName(full)} to write {Path.GetFileName(path)} into. Make it first."
            );
        // A device or pipe, such as /dev/stdout, is written to and not replaced.
        if (File.Exists(full) && File.GetAttributes(full).HasFlag(FileAttributes.Device))
        {
            using var device = new BufferedStream(new FileStream(full, FileMode.Open, FileAccess.Write), 1 << 16);
            write(device);
            return;
        }
        var beside = full + ".part";
        try
        {
            using (var stream = new BufferedStream(File.Create(beside), 1 << 16))
                write(stream);
            File.Move(beside, full, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            try
            {
                File.Delete(beside);
            }
            catch (Exception also) when (also is IOException or UnauthorizedAccessException) { }
            throw new OperatorException($"{path} cannot be written: {e.Message}", e);
        }
    }
}
