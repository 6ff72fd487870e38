namespace Backchannel.Names;

/// <summary>The lists beside this code, built into the assembly: lines in sections, # for a remark.</summary>
internal static class NameFiles
{
    /// <summary>The lines of a file without its remarks.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(NameFiles).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line is not ("" or ['#', ..]))
                yield return line;
        }
    }

    /// <summary>The lines of a section; none where the file has no such section.</summary>
    public static IEnumerable<string> Section(string file, string section) =>
        Lines(file).SkipWhile(line => line != $"[{section}]").Skip(1).TakeWhile(line => line[0] != '[');
}
