using System.Diagnostics;
using System.Globalization;
using Backchannel.Languages;
using Backchannel.Linking;
using Backchannel.Reading;
using Backchannel.Storage;

namespace Backchannel.Benchmarks;

/// <summary>Articles a second on one core, through everything from bytes on the disk to a store on the disk, with the time by stage.</summary>
internal static class Throughput
{
    private const double Floor = 80;

    private const int WarmUp = 50;

    public static int Run(string languages, IReadOnlyList<string> paths)
    {
        var pipeline = new Pipeline(LanguagePacks.Load(languages));
        var files = Files.Find(paths).Files;
        if (files.IsEmpty)
        {
            Console.Error.WriteLine($"No articles below {string.Join(", ", paths)}.");
            return 1;
        }
        // Once over a few from all over, so that the runtime has compiled what is measured and the packs are loaded.
        foreach (var file in files.Where((_, position) => position % (files.Length / WarmUp + 1) == 0))
            if (Files.Read(file, null).Document is { } warm)
                pipeline.Understand(warm);
        var store = Path.Combine(Path.GetTempPath(), $"throughput-{Environment.ProcessId}.backchannel");
        try
        {
            var (reading, understanding, keeping) = (new Stopwatch(), new Stopwatch(), new Stopwatch());
            var readings = new List<DocumentReading>();
            long characters = 0;
            using (var kept = Store.Open(store))
            {
                foreach (var file in files)
                {
                    reading.Start();
                    var received = Files.Read(file, null);
                    reading.Stop();
                    if (received.Document is not { } document)
                        continue;
                    characters += document.Text.Length;
                    understanding.Start();
                    var findings = pipeline.Understand(document);
                    understanding.Stop();
                    keeping.Start();
                    kept.Keep(received, file.FullPath, findings, pipeline.Version);
                    keeping.Stop();
                    readings.Add(new(document, findings));
                }
            }
            var linking = Stopwatch.StartNew();
            Linker.Link(readings);
            linking.Stop();
            var seconds = (reading.Elapsed + understanding.Elapsed + keeping.Elapsed).TotalSeconds;
            var rate = readings.Count / seconds;
            Print($"articles      {readings.Count} of {files.Length} files, {characters / 1e6:0.0} M characters");
            Print(
                $"throughput    {rate:0} articles/s, {characters / seconds / 1e6:0.00} M characters/s, one core (must: {Floor:0})"
            );
            Print($"  reading       {reading.Elapsed.TotalSeconds / seconds:P0}");
            Print($"  understanding {understanding.Elapsed.TotalSeconds / seconds:P0}");
            Print($"  keeping       {keeping.Elapsed.TotalSeconds / seconds:P0}");
            Print($"linking all   {linking.Elapsed.TotalSeconds:0.0} s");
            Print($"peak memory   {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
            return rate >= Floor ? 0 : 1;
        }
        finally
        {
            foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(store) + "*"))
                File.Delete(file);
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
