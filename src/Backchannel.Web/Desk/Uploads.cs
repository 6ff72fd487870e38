using System.Collections.Concurrent;
using Backchannel.Reading;
using Backchannel.Storage;
using Microsoft.AspNetCore.Http;

namespace Backchannel.Web.Desk;

/// <summary>One reading that somebody began at the desk.</summary>
public sealed record Upload(string Id)
{
    public IntakeProgress Progress { get; init; }

    /// <summary>What was read; null until it is done.</summary>
    public IntakeReport? Report { get; init; }

    /// <summary>Why it stopped, where it did.</summary>
    public string? Trouble { get; init; }

    public bool IsDone => Report is not null || Trouble is not null;
}

/// <summary>
/// Files that were dropped on the desk, and pasted texts, read into the store one after the other. An article goes by the path
/// <c>desk/HASH/NAME</c>, HASH of its bytes: the same file twice is one document, another file of the same name is another.
/// </summary>
public sealed class Uploads(string store, LiveAccount account, Func<Pipeline> pipeline) : IDisposable
{
    private const int HashLetters = 10;

    private readonly ConcurrentDictionary<string, Upload> _uploads = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _one = new(1);
    private int _number;

    public Upload? this[string id] => _uploads.GetValueOrDefault(id);

    /// <summary>The files of a form; a browser sends one without a name where none was chosen.</summary>
    public static async Task<List<(string Name, byte[] Bytes)>> FilesOfAsync(
        IFormCollection form,
        CancellationToken stop
    )
    {
        ArgumentNullException.ThrowIfNull(form);
        var files = new List<(string Name, byte[] Bytes)>();
        foreach (var file in form.Files.Where(file => file.FileName.Length > 0))
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, stop);
            files.Add((file.FileName, bytes.ToArray()));
        }
        return files;
    }

    /// <summary>Begins to read files.</summary>
    /// <param name="files">Name and bytes.</param>
    public Upload Begin(IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var upload = new Upload($"u{Interlocked.Increment(ref _number)}") { Progress = new(0, files.Count) };
        _uploads[upload.Id] = upload;
        _ = Task.Run(() => ReadAsync(upload.Id, files));
        return upload;
    }

    private async Task ReadAsync(string id, IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        await _one.WaitAsync();
        account.Hold(on: true);
        var folder = Directory.CreateTempSubdirectory("backchannel-desk-").FullName;
        try
        {
            foreach (var (name, bytes) in files)
            {
                var place = Path.Combine(folder, "desk", Hash.Whole(bytes)[..HashLetters]);
                Directory.CreateDirectory(place);
                await File.WriteAllBytesAsync(Path.Combine(place, SafeName(name)), bytes);
            }
            using var kept = Store.Open(store);
            var report = Intake.Read(
                kept,
                pipeline(),
                [folder],
                Manifest.Empty,
                Environment.ProcessorCount,
                new Watch(this, id)
            );
            await account.CatchUpAsync(TimeSpan.FromSeconds(2));
            _uploads[id] = _uploads[id] with { Report = report };
        }
        // Whatever it was, who waits for the reading is told.
        catch (Exception e)
        {
            _uploads[id] = _uploads[id] with { Trouble = e.Message };
        }
        finally
        {
            account.Hold(on: false);
            Directory.Delete(folder, recursive: true);
            _one.Release();
        }
    }

    /// <summary>The last part of a name, without what file systems do not take; a text where it has no ending that is read.</summary>
    internal static string SafeName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var last = name.Replace('\\', '/').Split('/')[^1];
        var safe = string.Concat(
                last.Where(c => !char.IsControl(c) && "<>:\"|?*".IndexOf(c, StringComparison.Ordinal) < 0)
            )
            .Trim(' ', '.');
        if (safe.Length > 100)
            safe = safe[^100..];
        return Files.IsRead(safe) ? safe : (safe.Length == 0 ? "article" : safe) + ".txt";
    }

    public void Dispose() => _one.Dispose();

    private sealed class Watch(Uploads uploads, string id) : IProgress<IntakeProgress>
    {
        public void Report(IntakeProgress value) =>
            uploads._uploads[id] = uploads._uploads[id] with { Progress = value };
    }
}
