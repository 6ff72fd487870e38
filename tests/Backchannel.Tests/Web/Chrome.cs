using Microsoft.Playwright;

namespace Backchannel.Tests.Web;

/// <summary>The real browser on one page, and what it complained of.</summary>
internal sealed class Chrome : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    private static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chrome(IPlaywright playwright, IBrowser browser, IPage page) =>
        (_playwright, _browser, Page) = (playwright, browser, page);

    public IPage Page { get; }

    public List<string> Errors { get; } = [];

    /// <param name="own">How addresses begin that the page may ask; anything else is an error.</param>
    public static async Task<Chrome> OpenAsync(
        string address,
        int width,
        string own,
        string? locale = null,
        ColorScheme? colors = null
    )
    {
        Assert.SkipUnless(File.Exists(Program), "Chromium is not installed on this machine.");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Flags });
        var page = await browser.NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
                Locale = locale ?? "en-GB",
                ColorScheme = colors,
            }
        );
        var chrome = new Chrome(playwright, browser, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                chrome.Errors.Add(message.Text);
        };
        page.PageError += (_, error) => chrome.Errors.Add(error);
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(own, StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
            )
                chrome.Errors.Add("asks for " + request.Url);
        };
        await page.GotoAsync(address);
        return chrome;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
