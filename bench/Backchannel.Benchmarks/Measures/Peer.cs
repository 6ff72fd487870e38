using System.Diagnostics;
using System.Text.Json;

namespace Backchannel.Benchmarks.Measures;

/// <summary>A tool of others, run on the same texts: a script of <c>bench/peers</c> under Node.js, whose packages npm fetches when first asked for.</summary>
internal static class Peer
{
    /// <summary>One answer for each text; null with a remark where there is no Node.js or its packages cannot be had.</summary>
    public static List<JsonElement>? Ask(string script, IReadOnlyCollection<string> texts) =>
        Ask(script, texts.Select(text => (object)new { text }).ToList());

    /// <summary>One answer for each question, an object that is written to the script as JSON.</summary>
    public static List<JsonElement>? Ask(string script, IReadOnlyCollection<object> questions)
    {
        var folder = Folder();
        if (folder is null || !CanRun("node"))
        {
            Console.Error.WriteLine("There is no Node.js here, or no bench/peers: the peer is left out.");
            return null;
        }
        if (!Directory.Exists(Path.Combine(folder, "node_modules")) && Install(folder) != 0)
        {
            Console.Error.WriteLine("npm could not install bench/peers: the peer is left out.");
            return null;
        }
        using var process = Start("node", [script], folder);
        var answers = Task.Run(() =>
        {
            var lines = new List<JsonElement>();
            while (process.StandardOutput.ReadLine() is { } line)
                lines.Add(JsonDocument.Parse(line).RootElement);
            return lines;
        });
        foreach (var question in questions)
            process.StandardInput.WriteLine(JsonSerializer.Serialize(question));
        process.StandardInput.Close();
        var all = answers.Result;
        process.WaitForExit();
        if (all.Count == questions.Count)
            return all;
        Console.Error.WriteLine($"{script} answered {all.Count} of {questions.Count} texts: the peer is left out.");
        return null;
    }

    /// <summary>bench/peers of the checkout that the program or the working folder lies in.</summary>
    private static string? Folder()
    {
        foreach (var start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var peers = Path.Combine(folder.FullName, "bench", "peers");
                if (Directory.Exists(peers))
                    return peers;
            }
        }
        return null;
    }

    private static bool CanRun(string program)
    {
        try
        {
            using var process = Start(program, ["--version"], ".");
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static int Install(string folder)
    {
        Console.Error.WriteLine("npm installs bench/peers ...");
        using var npm = Start("npm", ["install", "--no-audit", "--no-fund"], folder);
        npm.StandardOutput.ReadToEnd();
        npm.WaitForExit();
        return npm.ExitCode;
    }

    private static Process Start(string program, IEnumerable<string> arguments, string folder) =>
        Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
}
