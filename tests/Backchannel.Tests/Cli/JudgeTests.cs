using System.Text.Json;

namespace Backchannel.Tests.Cli;

/// <summary>Judging from the command line: by ids as the lists print them, from one store to another.</summary>
public sealed class JudgeTests : IDisposable
{
    private readonly Folder _folder = new();

    public JudgeTests()
    {
        _folder.With("news/wire.txt", SmallStore.Wire).With("news/call.txt", SmallStore.Call);
        Assert.Equal(0, Run.Backchannel("read", _folder["news"], "--store", Store).Code);
    }

    private string Store => _folder["a.backchannel"];

    public void Dispose() => _folder.Dispose();

    private Run Ask(params string[] line) => Run.Backchannel([.. line, "--store", Store]);

    private string IdOf(params string[] list) =>
        JsonDocument.Parse(Ask([.. list, "--as", "json"]).Out).RootElement[0].GetProperty("id").GetString()!;

    [Fact]
    public void A_judgement_is_made_seen_listed_and_undone()
    {
        var call = IdOf("contacts", "--type", "call");

        var made = Ask("judge", "date", call[..8], "2031-04-03", "--who", "Ada", "--why", "a typing mistake");

        Assert.Equal(0, made.Code);
        Assert.Contains("2031-04-03", Ask("contacts", "--type", "call").Out, StringComparison.Ordinal);
        Assert.Contains("judged by Ada", Ask("why", IdOf("contacts", "--type", "call")).Out, StringComparison.Ordinal);
        var listed = Ask("judge", "list");
        Assert.Contains("a typing mistake", listed.Out, StringComparison.Ordinal);

        Assert.Equal(0, Ask("judge", "undo", made.Out.Split(' ')[0]).Code);

        Assert.Contains("2031-04-02", Ask("contacts", "--type", "call").Out, StringComparison.Ordinal);
        Assert.Contains("(undone)", Ask("judge", "list").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Judgements_go_from_store_to_store_and_come_once()
    {
        Ask("judge", "ignore", IdOf("contacts", "--type", "call") is var call ? DocumentOf(call) : "");
        Assert.Equal(0, Ask("judge", "export", "--out", _folder["j.jsonl"]).Code);
        var other = _folder["b.backchannel"];
        Run.Backchannel("read", _folder["news"], "--store", other);

        var first = Run.Backchannel("judge", "import", _folder["j.jsonl"], "--store", other);
        var second = Run.Backchannel("judge", "import", _folder["j.jsonl"], "--store", other);

        Assert.Contains("1 new", first.Out, StringComparison.Ordinal);
        Assert.Contains("1 there already", second.Out, StringComparison.Ordinal);
        Assert.Equal(Ask("export", "--as", "jsonl", "--out", "-").Out, Export(other));
        Assert.Equal(1, Run.Backchannel("contacts", "--type", "call", "--store", other).Code);

        string Export(string store) => Run.Backchannel("export", "--store", store, "--as", "jsonl", "--out", "-").Out;
    }

    private string DocumentOf(string claim) =>
        Ask("export", "--as", "jsonl", "--out", "-")
            .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Single(json =>
                json.GetProperty("kind").GetString() == "claim" && json.GetProperty("id").GetString() == claim
            )
            .GetProperty("documents")[0]
            .GetString()!;

    [Theory]
    [InlineData("judge date c 2031-04-03", "begins several ids")]
    [InlineData("judge date zzz 2031-04-03", "begins with zzz")]
    [InlineData("judge ignore a", "a")]
    [InlineData("judge undo j", "begins with j")]
    public void What_cannot_be_judged_is_said_in_words(string line, string words)
    {
        var run = Ask(line.Split(' '));

        Assert.Equal(64, run.Code);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_a_wrong_line_is_refused_whole()
    {
        _folder.With("j.jsonl", "{\"kind\":\"claim\"}\n");

        var run = Ask("judge", "import", _folder["j.jsonl"]);

        Assert.Equal(74, run.Code);
        Assert.Contains("j.jsonl:1: expected a judgement", run.Error, StringComparison.Ordinal);
    }
}
