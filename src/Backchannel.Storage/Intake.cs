using System.Collections.Frozen;
using System.Collections.Immutable;
using Backchannel.Reading;

namespace Backchannel.Storage;

/// <summary>How far a reading is.</summary>
public readonly record struct IntakeProgress(int Done, int Total);

/// <summary>What a reading did: counts of files by what became of them.</summary>
/// <param name="PassedOver">Files in the folders given that have no ending of an article.</param>
public sealed record IntakeReport(
    int Added,
    int Changed,
    int Unchanged,
    int Unread,
    int PassedOver,
    ImmutableArray<Problem> Problems
);

/// <summary>
/// Reads files into a store: each is read, understood and kept, or reported and passed over. Files kept already and unchanged are left
/// alone; documents understood by another version of the engine or the packs are understood anew.
/// </summary>
public static class Intake
{
    /// <summary>Files understood at once and then kept one by one: bounds the memory, whatever the number of files.</summary>
    private const int BatchFiles = 64;

    /// <summary>Files of one batch may be long; the batch ends early at this sum, in bytes.</summary>
    private const long BatchBytes = 32_000_000;

    /// <param name="threads">How many documents are understood at once; the result does not depend on it.</param>
    public static IntakeReport Read(
        Store store,
        Pipeline pipeline,
        IEnumerable<string> paths,
        Manifest manifest,
        int threads,
        IProgress<IntakeProgress>? progress = null,
        CancellationToken stop = default
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(pipeline);
        var (found, passedOver) = Files.Find(paths);
        var kept = store.Files().ToFrozenDictionary(file => file.Path, StringComparer.Ordinal);
        var pathOf = found.ToFrozenDictionary(file => file, file => PathFor(file, kept));
        var given = pathOf.Values.ToFrozenSet(StringComparer.Ordinal);
        var old = kept
            .Values.Where(file => file.Version != pipeline.Version && !given.Contains(file.Path))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToImmutableArray();
        var total = found.Length + old.Length;
        int added = 0,
            changed = 0,
            unchanged = 0,
            unread = 0,
            done = 0;
        var problems = ImmutableArray.CreateBuilder<Problem>();
        progress?.Report(new(0, total));
        foreach (var batch in Batches(found))
        {
            stop.ThrowIfCancellationRequested();
            var results = new (Received Received, Findings? Findings, bool Same)[batch.Length];
            Parallel.For(
                0,
                batch.Length,
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = stop },
                i =>
                {
                    var file = batch[i];
                    var received = Files.Read(file with { Path = pathOf[file] }, manifest.For(file.Path));
                    var same =
                        kept.TryGetValue(received.Path, out var before)
                        && received.Fingerprint.Length > 0
                        && before.Fingerprint == received.Fingerprint
                        && before.Version == pipeline.Version;
                    results[i] = (
                        received,
                        same || received.Document is null ? null : pipeline.Understand(received.Document),
                        same
                    );
                }
            );
            for (var i = 0; i < batch.Length; i++)
            {
                var (received, findings, same) = results[i];
                problems.AddRange(received.Problems);
                if (findings is not null)
                    problems.AddRange(findings.Problems);
                var isKept = kept.ContainsKey(received.Path);
                // What cannot be opened today was perhaps read yesterday: that stays.
                if (!same && !(isKept && received.Fingerprint.Length == 0))
                    store.Keep(received, batch[i].FullPath, findings, pipeline.Version);
                if (same)
                    unchanged++;
                else if (received.Document is null)
                    unread++;
                else if (isKept)
                    changed++;
                else
                    added++;
                progress?.Report(new(++done, total));
            }
        }
        foreach (var file in old)
        {
            stop.ThrowIfCancellationRequested();
            if (store.Document(file.Path) is { } document)
                store.Renew(file.Path, pipeline.Understand(document), pipeline.Version);
            progress?.Report(new(++done, total));
        }
        return new(added, changed, unchanged, unread, passedOver, problems.ToImmutable());
    }

    /// <summary>A file that shares the path of another one, kept before from a place that still holds it, goes by its folder's name too.</summary>
    private static string PathFor(FileToRead file, FrozenDictionary<string, StoredFile> kept)
    {
        var path = file.Path;
        while (
            kept.TryGetValue(path, out var other)
            && other.Location != file.FullPath
            && File.Exists(other.Location)
            && Files.Qualify(file.FullPath, path) is { } longer
        )
            path = longer;
        return path;
    }

    private static IEnumerable<ImmutableArray<FileToRead>> Batches(ImmutableArray<FileToRead> files)
    {
        var batch = ImmutableArray.CreateBuilder<FileToRead>();
        var bytes = 0L;
        foreach (var file in files)
        {
            batch.Add(file);
            bytes += Length(file);
            if (batch.Count < BatchFiles && bytes < BatchBytes)
                continue;
            yield return batch.DrainToImmutable();
            bytes = 0;
        }
        if (batch.Count > 0)
            yield return batch.DrainToImmutable();
    }

    private static long Length(FileToRead file)
    {
        var info = new FileInfo(file.FullPath);
        return info.Exists ? info.Length : 0;
    }
}
