using System.CommandLine;
using Backchannel.Cli.Terminal;
using Backchannel.Web.Desk;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Backchannel.Cli.Commands;

/// <summary>The desk in a browser, and the API.</summary>
internal static class Serve
{
    public static Command Command()
    {
        var urls = new Option<string[]>("--urls", "-u")
        {
            Description = "Where to listen; any address but this machine's own needs --token-file",
            DefaultValueFactory = _ => ["http://127.0.0.1:5080"],
            HelpName = "URL",
            AllowMultipleArgumentsPerToken = true,
        };
        var token = new Option<string?>("--token-file")
        {
            Description = "A file that holds a token of 16 characters or more; whoever asks must know it",
            HelpName = "FILE",
        };
        var command = new TaughtCommand(
            "serve",
            "Opens the desk on a store: ledger, timeline, network, sources, actors, documents and judgements in a browser, and an API under /api.",
            ("backchannel serve --store affair.backchannel", "then open http://127.0.0.1:5080"),
            (
                "backchannel serve --store affair.backchannel --urls http://0.0.0.0:8080 --token-file token.txt",
                "for colleagues, who must know the token; put a proxy with TLS before it"
            ),
            (
                "curl 'http://127.0.0.1:5080/api/contacts?actor=oman&standing=denied'",
                "the same rows for a program; /api/openapi.json says what else there is"
            )
        )
        {
            Options.Store,
            urls,
            token,
        };
        command.SetAction(
            async (result, stop) =>
            {
                var store = Options.StorePath(result);
                if (!File.Exists(store))
                    Screen.Remark(
                        $"There was no store {store}: a new one was made. Read articles into it from the page Read."
                    );
                var server = DeskServer.Create(
                    new()
                    {
                        Store = store,
                        Addresses =
                        [
                            .. result
                                .GetRequiredValue(urls)
                                .SelectMany(each => each.Split(';', StringSplitOptions.RemoveEmptyEntries)),
                        ],
                        Token = Token(result.GetValue(token)),
                        Pipeline = () => new(Options.Packs(result)),
                    },
                    TimeProvider.System
                );
                await using (server)
                {
                    await server.StartAsync(stop);
                    Console.Out.WriteLine(
                        $"The desk is open at {string.Join(" and ", server.Urls)}; Ctrl+C closes it."
                    );
                    await server.WaitForShutdownAsync(stop);
                }
                return ExitCode.Done;
            }
        );
        return command;
    }

    private static string? Token(string? file)
    {
        if (file is null)
            return null;
        if (!File.Exists(file))
            throw new OperatorException(
                $"There is no file {file}. Put a token of {DeskOptions.ShortestToken} characters or more into it: openssl rand -hex 24 > {file}"
            );
        return File.ReadAllText(file).Trim();
    }
}
