using System.Net;
using System.Text.RegularExpressions;
using Backchannel.Reading;
using Backchannel.Showing;
using Backchannel.Storage;
using Backchannel.Web.Report;

namespace Backchannel.Tests.Web;

public sealed class ReportPageTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Archive Samples()
    {
        using var store = Store.InMemory();
        Intake.Read(store, Packs.Pipeline, [Repository.Samples], Manifest.Empty, 2);
        return store.Archive();
    }

    private async Task<Chrome> OpenAsync(string html, int width)
    {
        var file = _folder["page.html"];
        await File.WriteAllTextAsync(file, html, TestContext.Current.CancellationToken);
        return await Chrome.OpenAsync("file://" + file, width, "file:");
    }

    [Fact]
    public async Task The_same_archive_gives_the_same_bytes()
    {
        var archive = Samples();

        Assert.Equal(await ReportPage.RenderAsync(archive), await ReportPage.RenderAsync(Samples()));
    }

    [Fact]
    public async Task Every_claim_shows_the_words_it_rests_on()
    {
        var archive = Samples();
        var text = WebUtility.HtmlDecode(await ReportPage.RenderAsync(archive));

        foreach (var claim in archive.Changes.Claims)
            Assert.All(
                archive.Said(claim),
                said =>
                    Assert.Contains(
                        said.Statement.Evidence.Of(said.Reading.Document.Text).ReplaceLineEndings("\n"),
                        text,
                        StringComparison.Ordinal
                    )
            );
    }

    [Theory]
    [InlineData(1400)]
    [InlineData(400)]
    public async Task The_page_opens_without_errors_network_or_sideways_scrolling(int width)
    {
        var chrome = await OpenAsync(await ReportPage.RenderAsync(Samples()), width);
        await using (chrome)
        {
            Assert.Empty(chrome.Errors);
            Assert.True(
                await chrome.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")
            );
        }
    }

    [Fact]
    public async Task A_row_opens_its_sentence_from_the_keyboard_and_the_filter_leaves_what_is_asked_for()
    {
        var chrome = await OpenAsync(await ReportPage.RenderAsync(Samples()), 1400);
        await using (chrome)
        {
            var row = chrome.Page.Locator("details.claim").First;
            await row.Locator("summary").First.FocusAsync();
            await chrome.Page.Keyboard.PressAsync("Enter");
            Assert.True(await row.Locator("mark").First.IsVisibleAsync());

            await chrome.Page.FillAsync("#find", "quiroga");
            var shown = await chrome.Page.Locator("details.claim:visible").CountAsync();
            Assert.InRange(shown, 1, await chrome.Page.Locator("details.claim").CountAsync() - 1);
            await chrome.Page.FillAsync("#find", "nobody is called this");
            Assert.Equal(0, await chrome.Page.Locator("details.claim:visible").CountAsync());
        }
    }

    [Fact]
    public async Task An_article_that_would_run_or_turn_the_page_is_only_text()
    {
        const string Hostile =
            "<script>document.title='taken'</script> <img src=x onerror=\"document.title='taken'\"> Foreign Minister Peter Holm\u202E met Ana Ruiz in Geneva on Monday, <b>his office</b> said.";
        using var store = Store.InMemory();
        _folder.With("news/a.txt", "# title: </title><script>document.title='taken'</script>\n---\n" + Hostile);
        Intake.Read(
            store,
            Packs.Pipeline,
            [_folder["news"]],
            Manifest.Empty,
            1,
            stop: TestContext.Current.CancellationToken
        );
        var html = await ReportPage.RenderAsync(store.Archive());

        Assert.Single(Regex.Matches(html, "<script", RegexOptions.None, TimeSpan.FromSeconds(5)));
        var chrome = await OpenAsync(html, 1400);
        await using (chrome)
        {
            Assert.NotEqual("taken", await chrome.Page.TitleAsync());
            Assert.Equal(0, await chrome.Page.Locator("img").CountAsync());
            Assert.Empty(chrome.Errors);
        }
    }
}
