using System.Diagnostics;
using System.Text;

namespace Backchannel.Tests.Cli;

/// <summary>What a run of the real program gave.</summary>
internal sealed record Run(int Code, string Out, string Error)
{
    /// <summary>The program that lies beside the tests, run in a process of its own.</summary>
    public static Run Backchannel(params string[] arguments) => Start(Program, arguments, null);

    public static Run BackchannelIn(string folder, params string[] arguments) => Start(Program, arguments, folder);

    public static Run Shell(string shell, string script) => Start(shell, ["-c", script], null);

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "Backchannel.Cli");

    public static Run Start(string program, IEnumerable<string> arguments, string? folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder ?? "",
        };
        // A developer's own settings must not decide the result.
        start.Environment.Remove("COLUMNS");
        start.Environment.Remove("NO_COLOR");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }
}

/// <summary>A small store that all tests of one class ask; its articles hold a meeting that is denied, a call, a demand and an empty file.</summary>
public sealed class SmallStore : IDisposable
{
    public const string Wire = """
        # outlet: Harbour Wire
        # published: 2031-03-05
        ---
        President Ana Lind met Prime Minister Karim Oduya in Accra on Monday through Oman's envoy, two officials who asked not to be named said.

        Oduya denied on Tuesday that he had met Lind in Accra, and said that he had been at home all week.
        """;

    public const string Call = """
        # outlet: Dagur Post
        # published: 2031-04-10
        ---
        Foreign Minister Jonas Berg telephoned Ana Lind on 2 April 2031. Berg demanded the release of the crew.
        """;

    public const string Arabic = """
        # outlet: المرفأ
        # published: 2031-03-06
        ---
        قال مسؤول إن الرئيسة آنا ليند اجتمعت مع رئيس الوزراء كريم أودويا في أكرا أمس الأربعاء.
        """;

    private readonly Folder _folder = new();

    public SmallStore()
    {
        _folder
            .With("news/wire.txt", Wire)
            .With("news/call.txt", Call)
            .With("news/ar.txt", Arabic)
            .With("news/empty.txt", "");
        First = Run.Backchannel("read", News, "--store", File);
    }

    public string News => _folder["news"];

    public string File => _folder["small.backchannel"];

    internal Run First { get; }

    public void Dispose() => _folder.Dispose();
}
