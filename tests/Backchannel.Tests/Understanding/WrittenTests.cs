namespace Backchannel.Tests.Understanding;

/// <summary>When an article without a date was written, by its own words; and when they tell nothing.</summary>
public class WrittenTests
{
    [Theory]
    [InlineData("Rosa Vidal met Mihkel Tamm in Oslo yesterday, 24 November 2031.", "2031-11-25")]
    [InlineData("Rosa Vidal met Mihkel Tamm in Oslo today (25 November 2031).", "2031-11-25")]
    [InlineData("Rosa Vidal met Mihkel Tamm in Oslo on 24 November 2031.", "2031-11-24/..")]
    [InlineData(
        "Rosa Vidal met Mihkel Tamm in Oslo on 24 November 2031. Vidal visited Peru on 3 May 2030.",
        "2031-11-24/.."
    )]
    public void Its_own_words_bound_it(string text, string when)
    {
        var findings = Read(text);

        Assert.Equal(when, findings.Dating?.When.ToString());
        Assert.NotEmpty(findings.Dating!.Reason);
        Assert.All(
            findings.Dating.Evidence,
            span => Assert.Contains(span.Of(text), findings.Dating.Reason, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("Rosa Vidal met Mihkel Tamm in Oslo on Tuesday.")]
    [InlineData("Rosa Vidal met Mihkel Tamm in Oslo on Tuesday, 25 November.")]
    [InlineData("Rosa Vidal will meet Mihkel Tamm in Oslo on 24 November 2031.")]
    [InlineData("Rosa Vidal did not meet Mihkel Tamm in Oslo on 24 November 2031.")]
    [InlineData("\"I met her today, 25 November 2031,\" Mihkel Tamm said.")]
    public void What_is_ahead_unhappened_quoted_or_of_any_year_bounds_nothing(string text) =>
        Assert.Null(Read(text).Dating);

    [Fact]
    public void Two_days_that_are_both_today_leave_none()
    {
        var dating = Read(
            "Rosa Vidal met Mihkel Tamm in Oslo today, 25 November 2031. Tamm left yesterday, 23 November 2031."
        ).Dating;

        Assert.True(dating!.When.IsUnknown);
        Assert.StartsWith("contradicts itself", dating.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_counted_from_an_inferred_day_says_so_and_the_document_stays_undated()
    {
        const string Text = "Rosa Vidal met Mihkel Tamm in Oslo today, 25 November 2031. The two spoke on Monday.";
        var findings = Read(Text);

        Assert.Equal(
            [MomentBasis.Inferred, MomentBasis.Absolute, MomentBasis.Inferred],
            findings.Moments.Select(moment => moment.Basis)
        );
        Assert.Equal("2031-11-24", findings.Moments[^1].When.ToString());
    }

    [Fact]
    public void A_document_with_a_date_is_not_dated_otherwise()
    {
        var document = Article("Rosa Vidal met Mihkel Tamm in Oslo yesterday, 24 November 2031.") with
        {
            Published = Interval.Day(new(2032, 1, 1)),
        };

        Assert.Null(Packs.Pipeline.Understand(document).Dating);
    }

    private static Findings Read(string text) => Packs.Pipeline.Understand(Article(text));

    private static Document Article(string text) =>
        new()
        {
            Id = new("d0"),
            Path = "article.txt",
            Text = text,
            DeclaredLanguage = "en",
        };
}
