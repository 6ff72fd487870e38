using System.Diagnostics;

namespace Backchannel.Tests.Cli;

/// <summary>The program among other processes: a terminal, a pipe that closes, Ctrl-C, the script at the root.</summary>
public sealed class ProcessTests
{
    private static Folder Articles(int count)
    {
        var folder = new Folder();
        var article = File.ReadAllText(Path.Combine(Repository.Samples, "en-1-northline-muscat-talks.txt"));
        for (var i = 0; i < count; i++)
            folder.With($"news/{i:000}.txt", article);
        return folder;
    }

    [Fact]
    public void Ctrl_C_stops_a_reading_and_the_same_command_goes_on()
    {
        Assert.SkipWhen(
            IsDeaf(),
            "this session ignores SIGINT, as background jobs of a shell do, and every child of it"
        );
        const int Many = 200;
        using var folder = Articles(Many);
        var file = folder["s.backchannel"];
        using var process = Process.Start(
            new ProcessStartInfo(Run.Program, ["read", folder["news"], "--store", file])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        // Once the store is there, documents are coming into it.
        for (var i = 0; i < 500 && !File.Exists(file); i++)
            Thread.Sleep(10);
        using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
            kill.WaitForExit();
        var error = process.StandardError.ReadToEnd();
        Assert.True(process.WaitForExit(10_000));

        Assert.Equal(130, process.ExitCode);
        Assert.Contains("Stopped", error, StringComparison.Ordinal);
        var again = Run.Backchannel("read", folder["news"], "--store", file);
        Assert.Equal(0, again.Code);
        Assert.Contains($"{Many} documents read", again.Out, StringComparison.Ordinal);
    }

    /// <summary>Whether SIGINT, signal 2, is among those that this process was started to ignore.</summary>
    private static bool IsDeaf()
    {
        const string Status = "/proc/self/status";
        const string Ignored = "SigIgn:";
        return File.Exists(Status)
            && File.ReadLines(Status).First(line => line.StartsWith(Ignored, StringComparison.Ordinal)) is { } line
            && (Convert.ToUInt64(line[Ignored.Length..].Trim(), 16) >> (2 - 1) & 1) != 0;
    }

    [Fact]
    public void Progress_is_shown_on_a_terminal_with_counts_and_not_in_a_pipe()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "there is no script(1) to make a terminal with");
        using var folder = Articles(20);
        var read = $"{Run.Program} read {folder["news"]} --store {folder["s.backchannel"]}";

        var terminal = Run.Start("script", ["-qec", read, "/dev/null"], null);

        Assert.Contains(" of 20", terminal.Out, StringComparison.Ordinal);
        Assert.Equal("", Run.Backchannel("read", folder["news"], "--store", folder["t.backchannel"]).Error);
    }

    [Fact]
    public void A_reader_that_closes_the_pipe_early_is_no_trouble()
    {
        using var folder = Articles(20);
        Run.Backchannel("read", folder["news"], "--store", folder["s"]);

        var run = Run.Shell(
            "bash",
            $"set -o pipefail; {Run.Program} export --store {folder["s"]} --as jsonl --out - | head -n 1 | wc -l"
        );

        Assert.Equal((0, "1\n", ""), (run.Code, run.Out, run.Error));
    }

    [Fact]
    public void The_script_at_the_root_runs_from_any_folder()
    {
        using var folder = new Folder();

        var run = Run.Start(Path.Combine(Repository.Root, "backchannel"), ["--version"], folder.Path);

        Assert.Equal(0, run.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Out);
    }
}
