using Backchannel.Showing.Formats;

namespace Backchannel.Cli;

/// <summary>A folder of files that belong together: made when missing, each file there whole or not at all, others in it left alone.</summary>
internal static class OutputFolder
{
    public static void Write(string path, IEnumerable<ExportFile> files)
    {
        if (path == "-")
            throw new UsageException("this format is several files: give --out the name of a folder for them.");
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
            throw new OperatorException($"{path} is a file. Give --out the name of a folder.");
        try
        {
            Directory.CreateDirectory(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"The folder {path} cannot be made: {e.Message}", e);
        }
        foreach (var file in files)
            OutputFile.Write(Path.Combine(path, file.Name), file.Write);
    }
}
