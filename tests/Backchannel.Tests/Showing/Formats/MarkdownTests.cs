using Backchannel.Showing.Formats;

namespace Backchannel.Tests.Showing.Formats;

public sealed class MarkdownTests
{
    [Fact]
    public void The_report_holds_the_account_every_claim_and_every_quotation()
    {
        var archive = Accounts.Samples;
        var report = Accounts.Formats["markdown"](archive);

        Assert.StartsWith("# Account\n", report, StringComparison.Ordinal);
        Assert.Contains("## Planned, not held", report, StringComparison.Ordinal);
        Assert.All(
            archive.Changes.Claims,
            claim => Assert.Contains($"<a id=\"{claim.Id}\"></a>", report, StringComparison.Ordinal)
        );
        Assert.Equal(
            archive.Changes.Claims.Sum(claim => claim.Statements.Length),
            report.Split('\n').Count(line => line.StartsWith("> “", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Links_inside_the_report_lead_somewhere()
    {
        var report = Accounts.Formats["markdown"](Accounts.Samples);

        foreach (var link in report.Split("](#").Skip(1).Select(rest => rest.Split(')')[0]))
            Assert.Contains($"<a id=\"{link}\"></a>", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>", "&lt;script&gt;")]
    [InlineData("a *b* _c_ `d`", @"a \*b\* \_c\_ \`d\`")]
    [InlineData("[x](http://y)", @"\[x\](http\://y)")]
    [InlineData("1. first", @"1\. first")]
    [InlineData("- item", @"\- item")]
    [InlineData("# title\nnext", @"\# title next")]
    [InlineData("a\u202Eb", "ab")]
    [InlineData("a | b", @"a \| b")]
    [InlineData("AT&amp;T", "AT&amp;amp;T")]
    [InlineData("قال", "\u2068قال\u2069")]
    public void Text_of_articles_is_text(string text, string written) => Assert.Equal(written, MarkdownText.Name(text));

    [Fact]
    public void Hostile_names_make_no_heading_link_tag_or_line_of_their_own()
    {
        var report = Accounts.Formats["markdown"](Accounts.Hostiles);

        Assert.DoesNotContain("<b>", report, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "](javascript",
            report.Replace(@"\](javascript", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("\u202E", report, StringComparison.Ordinal);
        Assert.All(
            report.Split('\n'),
            line => Assert.Matches(@"^($|#{1,3} |- |  - |> ?|<a id=""[a-z0-9]+""></a>$|What the articles)", line)
        );
    }
}
