using System.Diagnostics;
using Backchannel;
using Backchannel.Benchmarks;
using Backchannel.Benchmarks.Measures;
using Backchannel.Benchmarks.Training;
using Backchannel.Languages;
using Backchannel.Linking;
using Backchannel.Reading;
using Backchannel.Showing;

return args switch
{
    ["train-taggers", var data, var languages, .. var only] => TaggerTraining.Run(data, languages, only),
    ["throughput", var languages, .. var paths] => Throughput.Run(languages, paths),
    ["load", var folder] => Load(folder),
    ["export", var languages, var output, var manifest, .. var paths] => Export(languages, output, manifest, paths),
    ["show", var languages, var mode, var manifest, .. var paths] => Show(languages, mode, manifest, paths),
    ["check", var languages, var code] => Check(languages, code),
    ["list"] => Measures.List(),
    [var measure, .. var options] when Measures.Has(measure) => Measures.Run(measure, options),
    _ => 64,
};

static int Check(string languages, string code)
{
    var pack = LanguagePacks.Load(languages)[code]!;
    var results = Backchannel
        .Notation.Examples.Check(pack, Backchannel.Notation.Examples.Read(Path.Combine(languages, code, "examples.md")))
        .ToList();
    foreach (var result in results.Where(result => result.Failure is not null))
    {
        Console.WriteLine(
            $"{code}/examples.md:{result.Example.Line}: {result.Failure}\n  > {result.Example.Text.ReplaceLineEndings(" ")}"
        );
        foreach (var line in result.Found)
            Console.WriteLine("    found " + line);
    }
    Console.WriteLine(
        $"{results.Count(result => result.Failure is null && !result.Example.IsOpen)} met, {results.Count(result => result.Failure is not null)} failed, {results.Count(result => result.Example.IsOpen)} not yet"
    );
    return results.Exists(result => result.Failure is not null) ? 1 : 0;
}

static int Show(string languages, string mode, string manifest, string[] paths)
{
    var pipeline = new Pipeline(LanguagePacks.Load(languages));
    var m = manifest == "-" ? Manifest.Empty : Manifest.Read(manifest);
    foreach (var file in Files.Find(paths).Files)
    {
        if (Files.Read(file, m.For(file.Path)).Document is not { } document)
            continue;
        var trace = new Backchannel.Understanding.Trace();
        var findings = pipeline.Understand(document, trace);
        Console.WriteLine("=== " + file.Path);
        if (mode != "syntax")
        {
            Console.WriteLine(Backchannel.Notation.FindingsNotation.Of(document, findings));
            continue;
        }
        foreach (var sentence in trace.Sentences)
        {
            Console.Write(Backchannel.Notation.SyntaxNotation.Of(sentence));
            foreach (var line in Backchannel.Notation.FindingsNotation.Lines(document, findings, sentence.Span))
                Console.WriteLine("    >>> " + line);
            Console.WriteLine();
        }
    }
    return 0;
}

static int Load(string folder)
{
    // Once before, so that the runtime has compiled what is measured.
    string[] codes = [.. LanguagePacks.Load(folder).All.Select(pack => pack.Code)];
    var milliseconds = new List<double>();
    foreach (var code in codes)
    {
        // Sweeping up the packs before it is no part of loading this one.
        GC.Collect();
        var watch = Stopwatch.StartNew();
        var pack = LanguagePacks.LoadOne(folder, code);
        milliseconds.Add(watch.Elapsed.TotalMilliseconds);
        Console.WriteLine(
            $"{pack.Code} {pack.Cues.Length} cues, {pack.Common.Count} common, {milliseconds[^1]:F0} ms to load"
        );
        foreach (var f in pack.Frames)
            Console.WriteLine(f.Key + ": " + string.Join(" ", f.Value.Slots.Select(s => s.Key + "=" + s.Value)));
    }
    Console.WriteLine($"mean {milliseconds.Average():F0} ms, slowest {milliseconds.Max():F0} ms");
    return 0;
}

static int Export(string languages, string output, string manifest, string[] paths)
{
    var pipeline = new Pipeline(LanguagePacks.Load(languages));
    var (files, _) = Files.Find(paths);
    var m = manifest == "-" ? Manifest.Empty : Manifest.Read(manifest);
    var readings = new List<DocumentReading>();
    var problems = new List<Problem>();
    var watch = Stopwatch.StartNew();
    foreach (var file in files)
    {
        var received = Files.Read(file, m.For(file.Path));
        problems.AddRange(received.Problems);
        if (received.Document is not { } document)
            continue;
        var findings = pipeline.Understand(document);
        problems.AddRange(findings.Problems);
        readings.Add(new(document, findings));
    }
    Console.Error.WriteLine($"{files.Length} files, {watch.ElapsedMilliseconds} ms");
    var (counted, changes) = Linker.Account(readings);
    var archive = new Archive(counted, changes, problems);
    using var stream = File.Create(output);
    JsonLines.Write(archive, stream);
    return 0;
}
