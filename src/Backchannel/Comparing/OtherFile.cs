using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace Backchannel.Comparing;

/// <summary>
/// Reads another program's events: a GDELT 2.0 event table (tab separated, also in the zip in which it is published) or PLOVER JSON lines. What a
/// file holds is told by its first line, not by its name.
/// </summary>
public static class OtherFile
{
    public static ImmutableArray<OtherEvent> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Directory.Exists(path))
            throw new OperatorException($"{path} is a folder. Name one file of events.");
        if (!File.Exists(path))
            throw new OperatorException(
                $"There is no file {path}. Name a GDELT 2.0 event file or a file of PLOVER JSON lines."
            );
        using var file = File.OpenRead(path);
        if (!IsZip(file))
            return Read(path, file);
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read);
            var entries = zip.Entries.Where(entry => entry.Name.Length > 0).ToList();
            if (entries is not [var only])
                throw new OperatorException(
                    $"{path} holds {(entries.Count == 0 ? "no file" : "several files")}. Unpack it and name one file of events."
                );
            using var packed = only.Open();
            return Read($"{path}/{only.FullName}", packed);
        }
        catch (InvalidDataException e)
        {
            throw new OperatorException($"{path} is a broken zip file: {e.Message} Fetch it again.", e);
        }
    }

    private static bool IsZip(FileStream file)
    {
        Span<byte> start = stackalloc byte[4];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 4 && start.SequenceEqual("PK\u0003\u0004"u8);
    }

    private static ImmutableArray<OtherEvent> Read(string path, Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var events = ImmutableArray.CreateBuilder<OtherEvent>();
        bool? isPlover = null;
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;
            isPlover ??= text.AsSpan().TrimStart() is ['{', ..];
            var at = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}:{line}");
            if (isPlover.Value)
                events.Add(PloverLine.Read(text, line, at));
            else if (!text.StartsWith("GLOBALEVENTID\t", StringComparison.OrdinalIgnoreCase))
                events.Add(GdeltLine.Read(text, line, at));
        }
        return events.ToImmutable();
    }
}
