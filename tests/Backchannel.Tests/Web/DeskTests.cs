using System.Net;
using System.Text.RegularExpressions;
using Backchannel.Showing;
using Backchannel.Web.Desk;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Backchannel.Tests.Web;

/// <summary>The samples' desk, opened once for the tests that only look at it.</summary>
public sealed class SampleDesk : IAsyncLifetime
{
    internal OpenDesk Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Desk = await OpenDesk.OpenAsync(Repository.Samples);

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}

public sealed partial class DeskTests(SampleDesk sample) : IClassFixture<SampleDesk>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A page of every kind.</summary>
    private static IEnumerable<string> Views(OpenDesk desk)
    {
        var archive = desk.Snapshot.Archive;
        var claim = desk.Snapshot.ByWeight[0].Id;
        var actor = desk.Snapshot.Actors[0].Id;
        var arabic = archive
            .Readings.First(reading => Backchannel.Web.Bidi.Direction(reading.Document.Text) == "rtl")
            .Document.Id;
        var story = desk.Snapshot.Stories[0].Id;
        return
        [
            "/",
            "/?standing=denied&order=time",
            "/timeline",
            "/network",
            $"/network?around={actor}",
            "/sources",
            $"/sources?claim={claim}",
            $"/sources?story={story}",
            "/stories",
            $"/story/{story}?since=2031-01-01",
            "/actors",
            $"/actor/{actor}",
            "/documents",
            $"/document/{arabic}",
            $"/claim/{claim}",
            "/read",
            "/judgements",
            "/problems",
            "/export",
            "/search?q=minister",
            "/search?q=الوزير",
        ];
    }

    [Theory]
    [InlineData(1400, "en-GB", 1)]
    [InlineData(400, "ar", 1)]
    [InlineData(400, "en-GB", 3)]
    [InlineData(1400, "ar", 3)]
    [InlineData(400, "es-MX", 4)]
    public async Task Every_view_opens_without_errors_foreign_requests_or_sideways_scrolling(
        int width,
        string locale,
        int every
    )
    {
        await using var chrome = await Chrome.OpenAsync(sample.Desk.Address, width, sample.Desk.Address, locale);
        foreach (var view in Views(sample.Desk).Where((_, i) => i % every == 0))
        {
            var response = await chrome.Page.GotoAsync(sample.Desk.Address + view);
            Assert.Equal(200, response!.Status);
            Assert.True(
                await chrome.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"),
                $"{view} scrolls sideways at {width} in {locale}"
            );
            Assert.Equal(locale == "ar" ? "rtl" : "ltr", await chrome.Page.GetAttributeAsync("html", "dir"));
        }
        Assert.Empty(chrome.Errors);
    }

    [Theory]
    [InlineData(ColorScheme.Light, "en-GB", 1)]
    [InlineData(ColorScheme.Dark, "ar", 3)]
    public async Task Every_view_keeps_the_rules_of_access_that_axe_knows(ColorScheme colors, string locale, int every)
    {
        await using var chrome = await Chrome.OpenAsync(sample.Desk.Address, 1400, sample.Desk.Address, locale, colors);
        var found = new List<string>();
        foreach (var view in Views(sample.Desk).Where((_, i) => i % every == 0))
        {
            await chrome.Page.GotoAsync(sample.Desk.Address + view);
            var result = await chrome.Page.RunAxe();
            found.AddRange(
                result.Violations.SelectMany(rule =>
                    rule.Nodes.Take(2).Select(node => $"{view}: {rule.Id}: {rule.Help}: {node.Html}")
                )
            );
        }
        Assert.Empty(found);
    }

    [Fact]
    public async Task I_can_filter_the_ledger_open_a_row_and_follow_it_to_its_sentence_from_the_keyboard()
    {
        await using var chrome = await Chrome.OpenAsync(sample.Desk.Address, 1400, sample.Desk.Address);
        var page = chrome.Page;
        await page.Locator("input[name=actor]").FillAsync("quiroga");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/?actor=quiroga");
        Assert.InRange(await page.Locator("details.claim").CountAsync(), 1, sample.Desk.Snapshot.ByWeight.Length - 1);

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        var row = page.Locator("details.claim[open]");
        Assert.True(await row.Locator("mark").First.IsVisibleAsync());
        var words = await row.Locator("mark").First.InnerTextAsync();

        await row.Locator("a[href*='#at-']").First.ClickAsync();
        var target = await page.Locator("mark:target").InnerTextAsync();
        Assert.NotEmpty(target.Trim());
        Assert.StartsWith(target.Trim(), words.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("QUIROGA")]
    [InlineData("كيروغا")]
    public async Task Search_finds_in_every_script_whatever_the_case_or_the_vowel_marks(string words)
    {
        var page = await sample.Desk.Client.GetStringAsync($"/search?q={Uri.EscapeDataString(words)}", Stop);

        Assert.Contains("<mark>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_shown_in_its_own_words_with_nothing_between_them()
    {
        await using var chrome = await Chrome.OpenAsync(sample.Desk.Address, 1400, sample.Desk.Address);
        foreach (var reading in sample.Desk.Snapshot.Archive.Readings)
        {
            await chrome.Page.GotoAsync($"{sample.Desk.Address}/document/{reading.Document.Id}");
            var shown = await chrome.Page.Locator("article > p:not(.noise)").AllTextContentsAsync();

            Assert.Equal(
                reading
                    .Findings.Passages.Where(passage => passage.IsRead)
                    .Select(passage => passage.Span.Of(reading.Document.Text).ReplaceLineEndings("\n")),
                shown
            );
        }
    }

    [Fact]
    public async Task The_time_slider_takes_out_contacts_of_other_months()
    {
        await using var chrome = await Chrome.OpenAsync(sample.Desk.Address + "/network", 1400, sample.Desk.Address);
        var slider = chrome.Page.Locator(".slider input").Last;
        var all = await chrome.Page.Locator("svg a[data-when]:not(.away)").CountAsync();
        await slider.FocusAsync();
        await slider.PressAsync("Home");

        Assert.InRange(await chrome.Page.Locator("svg a[data-when]:not(.away)").CountAsync(), 1, all - 1);
    }

    [Fact]
    public async Task The_picture_is_the_same_on_every_visit()
    {
        Assert.Equal(
            Svg(await sample.Desk.Client.GetStringAsync("/network", Stop)),
            Svg(await sample.Desk.Client.GetStringAsync("/network", Stop))
        );

        static string Svg(string page) => SvgElement().Match(page).Value;
    }

    [GeneratedRegex("<svg viewBox=\"0 0 1000 620\".*?</svg>", RegexOptions.Singleline, 5000)]
    private static partial Regex SvgElement();

    [Fact]
    public async Task Two_actors_are_made_one_at_once_and_two_again_when_that_is_undone()
    {
        await using var desk = await OpenDesk.OpenAsync(Repository.Samples);
        var named = desk.Snapshot.Actors.Where(row => row.Type == "person" && row.Named).Take(2).ToList();
        await using var chrome = await Chrome.OpenAsync($"{desk.Address}/actor/{named[0].Id}", 1400, desk.Address);
        var page = chrome.Page;
        await page.Locator("main > .correct > summary").ClickAsync();
        var form = page.Locator("main > .correct form");
        await form.Locator("[name=b]").FillAsync(named[1].Id);
        await form.Locator("[name=who]").FillAsync("Ada");
        await form.Locator("[name=why]").FillAsync("they sign with one hand");
        await form.Locator("button").ClickAsync();
        await page.WaitForURLAsync("**judged=*");
        Assert.Contains(named[1].Name, await page.Locator("ul.names").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(named[0].Name, await page.Locator("ul.names").InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator("form.notice button").ClickAsync();
        await page.WaitForURLAsync("**judged=*");
        Assert.True(desk.Snapshot.Holds(named[0].Id) && desk.Snapshot.Holds(named[1].Id));
        await page.GotoAsync(desk.Address + "/judgements");
        Assert.Equal(2, await page.Locator(".judged > li").CountAsync());
        Assert.Contains("they sign with one hand", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_can_paste_an_article_and_drop_another_and_see_what_was_read_and_what_was_not()
    {
        await using var desk = await OpenDesk.OpenAsync(articles: null);
        await using var chrome = await Chrome.OpenAsync(desk.Address + "/read", 1400, desk.Address);
        var page = chrome.Page;
        await page.Locator("textarea")
            .FillAsync("President Ana Lind met Prime Minister Karim Oduya in Accra on Monday, her office said.");
        await page.Locator("[name=published]").FillAsync("2031-03-05");
        await page.Locator("form.upload button").Last.ClickAsync();
        await page.WaitForSelectorAsync(".reading b");
        await page.GotoAsync(desk.Address);
        Assert.Contains(
            "2031-03-03",
            await page.Locator("details.claim").First.InnerTextAsync(),
            StringComparison.Ordinal
        );

        await page.GotoAsync(desk.Address + "/read");
        await page.SetInputFilesAsync(
            "input[type=file]",
            new FilePayload[]
            {
                new FilePayload
                {
                    Name = "../../etc/denial.txt",
                    MimeType = "text/plain",
                    Buffer =
                        "# published: 2031-03-06\n---\nOduya denied on Tuesday that he had met Ana Lind in Accra."u8.ToArray(),
                },
                new FilePayload
                {
                    Name = "empty.txt",
                    MimeType = "text/plain",
                    Buffer = [],
                },
                new FilePayload
                {
                    Name = "noise.bin",
                    MimeType = "text/plain",
                    Buffer = [0, 1, 2, 3, 0, 0, 255, 254, 9],
                },
            }
        );
        await page.Locator("form.upload button").First.ClickAsync();
        await page.WaitForSelectorAsync(".reading b");
        Assert.Contains("noise.bin", await page.Locator(".reading").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(2, desk.Snapshot.Archive.Readings.Length);
        Assert.All(
            desk.Snapshot.Archive.Readings,
            reading => Assert.StartsWith("desk/", reading.Document.Path, StringComparison.Ordinal)
        );
        Assert.Empty(chrome.Errors);
    }

    [Fact]
    public async Task A_hostile_article_is_only_text_on_every_view()
    {
        using var folder = new Folder();
        var huge = new string('W', 20_000);
        folder.With(
            "a.txt",
            $"# title: </title><script>document.title='taken'</script>\n# outlet: <img src=x onerror=alert(1)>\n# url: javascript:alert(1)\n# published: 2031-03-05\n---\n"
                + $"<script>document.title='taken'</script> Foreign Minister Peter Holm\u202E met Ana <b>Ruiz</b> in Geneva on Monday, his office said.\n\nMinister {huge} met Ana Ruiz in Oslo on Sunday.\n"
        );
        await using var desk = await OpenDesk.OpenAsync(folder.Path);
        await using var chrome = await Chrome.OpenAsync(desk.Address, 400, desk.Address);
        var archive = desk.Snapshot.Archive;
        foreach (
            var view in new[]
            {
                "/",
                "/timeline",
                "/network",
                "/sources",
                "/stories",
                "/actors",
                "/documents",
                "/search?q=holm",
                "/search?q=<script>alert(1)</script>",
                "/?actor=%22%3E%3Cscript%3E",
            }
                .Concat(archive.Changes.Claims.Select(claim => $"/claim/{claim.Id}"))
                .Concat(archive.Changes.Actors.Select(actor => $"/actor/{actor.Id}"))
                .Concat(archive.Readings.Select(reading => $"/document/{reading.Document.Id}"))
                .Concat(archive.Changes.Stories.Select(story => $"/story/{story.Id}"))
        )
        {
            await chrome.Page.GotoAsync(desk.Address + view);
            Assert.NotEqual("taken", await chrome.Page.TitleAsync());
            Assert.Equal(0, await chrome.Page.Locator("img, a[href^='javascript']").CountAsync());
            Assert.True(
                await chrome.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"),
                view
            );
            Assert.DoesNotContain('\u202E', await chrome.Page.Locator("body").InnerTextAsync());
        }
        Assert.Empty(chrome.Errors);
    }

    [Theory]
    [InlineData("/claim/c000")]
    [InlineData("/actor/<script>")]
    [InlineData("/document/x")]
    [InlineData("/story/t1")]
    [InlineData("/sources?claim=c000")]
    [InlineData("/read/u99")]
    [InlineData("/nowhere")]
    public async Task What_is_not_there_says_so(string address)
    {
        using var response = await sample.Desk.Client.GetAsync(address, Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_file_that_another_process_reads_is_seen_without_opening_the_desk_again()
    {
        await using var desk = await OpenDesk.OpenAsync(Repository.Samples);
        using var folder = new Folder();
        folder.With(
            "new.txt",
            "# published: 2031-03-05\n---\nPresident Ana Lind met Prime Minister Karim Oduya in Accra on Monday, her office said."
        );
        Assert.Equal(0, Cli.Run.Backchannel("read", folder.Path, "--store", desk.Store).Code);

        var found = false;
        for (var tries = 0; tries < 200 && !found; tries++)
        {
            found = (await desk.Client.GetStringAsync("/?actor=oduya", Stop)).Contains(
                "details class=\"claim\"",
                StringComparison.Ordinal
            );
            if (!found)
                await Task.Delay(50, Stop);
        }
        Assert.True(found);
    }
}
