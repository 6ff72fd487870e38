namespace Backchannel.Tests.Cli;

/// <summary>`evaluate` and score.py are two programs that must print the same.</summary>
public sealed class EvaluateTests
{
    private static string Score => Path.Combine(Repository.Shared ?? "", "score.py");

    [Fact]
    public void The_figures_are_those_of_the_scorer_on_the_samples() =>
        Same(Path.Combine(Repository.Samples, "gold"), Repository.Samples);

    [Theory]
    [InlineData("seeds")]
    [InlineData("data/press")]
    public void The_figures_are_those_of_the_scorer_on_real_articles(string texts)
    {
        Assert.SkipWhen(Repository.Shared is null, "the real articles are not beside this checkout");
        Same(Path.Combine(Repository.Shared!, "gold"), Path.Combine(Repository.Shared!, texts));
    }

    private static void Same(string gold, string texts)
    {
        Assert.SkipWhen(Repository.Shared is null, "score.py is not beside this checkout");
        using var folder = new Folder();
        Run.Backchannel("read", texts, "--store", folder["s"]);
        Run.Backchannel("export", "--store", folder["s"], "--as", "jsonl", "--out", folder["export.jsonl"]);

        var theirs = Run.Start("python3", [Score, gold, folder["export.jsonl"]], null);
        var ours = Run.Backchannel("evaluate", gold, "--texts", texts);

        Assert.Equal("", theirs.Error);
        Assert.Equal(theirs.Out, ours.Out);
        Assert.Equal(0, ours.Code);
    }

    [Fact]
    public void The_samples_can_be_scored_without_any_other_program()
    {
        var run = Run.Backchannel(
            "evaluate",
            Path.Combine(Repository.Samples, "gold"),
            "--texts",
            Repository.Samples,
            "--as",
            "csv"
        );

        var rows = Csv.Parse(run.Out);
        Assert.Equal("language", rows[0][0]);
        Assert.Equal("all", rows[^1][0]);
    }

    [Theory]
    [InlineData(0.125, "0.12")]
    [InlineData(0.375, "0.38")]
    [InlineData(0.285, "0.28")]
    [InlineData(0.295, "0.29")]
    [InlineData(1.0, "1.00")]
    public void Figures_are_rounded_as_python_rounds_them(double value, string text) =>
        Assert.Equal(text, Evaluation.Score.Two(value));
}
