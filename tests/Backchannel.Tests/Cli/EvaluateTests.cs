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

    /// <summary>Counted by hand: one contact met and one missed, the met one's day and place right, the speaker of the only statement right.</summary>
    [Fact]
    public void The_figures_are_those_counted_by_hand()
    {
        using var folder = new Folder()
            .With(
                "texts/a.txt",
                """
                # published: 2031-03-05
                ---
                President Ana Lind met Prime Minister Karim Oduya in Accra on Monday to speak about the crew of the trawler.

                "We trust the government of Ghana and its courts, and we will wait," Foreign Minister Jonas Berg told reporters.
                """
            )
            .With(
                "gold/a.json",
                """
                {
                  "id": "a", "file": "a.txt", "language": "en",
                  "actors": [
                    { "name": "Ana Lind", "mentions": [] }, { "name": "Karim Oduya", "mentions": ["Oduya"] },
                    { "name": "Jonas Berg", "mentions": [] }, { "name": "Accra", "mentions": [] }
                  ],
                  "contacts": [
                    {
                      "id": "c1", "parties": ["Ana Lind", "Karim Oduya"], "channel": "meeting", "date": "2031-03-03", "place": "Accra",
                      "modality": "asserted", "offset": 0,
                      "evidence": "President Ana Lind met Prime Minister Karim Oduya in Accra on Monday to speak about the crew of the trawler."
                    },
                    {
                      "id": "c2", "parties": ["Ana Lind", "Jonas Berg"], "channel": "call", "modality": "denied", "offset": 0,
                      "evidence": "President Ana Lind"
                    }
                  ],
                  "statements": [
                    {
                      "id": "s1", "speaker": "Jonas Berg", "stance": "asserts", "relayed_via": [], "offset": 110,
                      "evidence": "\"We trust the government of Ghana and its courts, and we will wait,\" Foreign Minister Jonas Berg told reporters."
                    }
                  ],
                  "other": []
                }
                """
            );

        var run = Run.Backchannel("evaluate", folder["gold"], "--texts", folder["texts"]);

        Assert.Equal(
            """
            en   contacts P 1.00 R 0.50 F1 0.67 (gold 2) | modality 1.00 channel 1.00 intermediary - date 1.00 place 1.00 | false confirmation -
                 bargain, pressure, position P 0.00 R 0.00 F1 0.00 (gold 0) | type -
                 statements P 1.00 R 1.00 F1 1.00 (gold 1, found 1.00) | stance 1.00 chain 1.00 own source -
            """,
            run.Out[..run.Out.IndexOf("\nall ", StringComparison.Ordinal)]
        );
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
