using System.Diagnostics;
using Backchannel.Tests.Cli;

namespace Backchannel.Tests.Storage;

public sealed class KillTests
{
    private const int Kills = 20;
    private const int Articles = 240;

    [Fact]
    public void Killed_at_any_instant_and_started_again_a_read_loses_and_doubles_nothing()
    {
        using var folder = new Folder();
        for (var i = 0; i < Articles; i++)
            folder.With($"news/{i:000}.txt", Article(i));
        var whole = Run.Backchannel("read", folder["news"], "--store", folder["whole.backchannel"]);
        Assert.Equal(0, whole.Code);
        var wanted = Export(folder["whole.backchannel"]);

        var killed = folder["killed.backchannel"];
        var random = new Random(20260301);
        var begun = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            // Beginning anew now and then, so that early instants are hit as well as late ones.
            if (kill % 5 == 0)
                foreach (var file in Directory.GetFiles(folder.Path, "killed.backchannel*"))
                    File.Delete(file);
            using var process = Process.Start(
                new ProcessStartInfo(Run.Program, ["read", folder["news"], "--store", killed])
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            process.WaitForExit(random.Next(150, 1500));
            begun += process.HasExited ? 0 : 1;
            process.Kill();
            process.WaitForExit();
        }
        Assert.InRange(begun, Kills / 2, Kills);

        var again = Run.Backchannel("read", folder["news"], "--store", killed);

        Assert.Equal(0, again.Code);
        Assert.Equal(wanted, Export(killed));

        string Export(string store) => Run.Backchannel("export", "--store", store, "--as", "jsonl", "--out", "-").Out;
    }

    private static string Article(int i) =>
        $"""
            # outlet: Wire {i % 7}
            # published: 2031-03-{1 + i % 28:00}
            ---
            Foreign Minister Peter Holm met Ana Ruiz in Geneva on Monday, an official who asked not to be named told Harbour Wire.

            Ruiz denied that she had met Holm. "There was no meeting," she told reporters. Norway demanded the release of {i
                + 2} sailors.
            """;
}
