using System.Security.Cryptography;
using System.Text;
using Backchannel.Showing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Backchannel.Web.Report;

/// <summary>
/// The whole account as one web page that needs nothing but itself: no network, no other file. The same archive gives the same bytes.
/// Article text is only ever written as text, and the page's own policy lets no other script or style run.
/// </summary>
public static class ReportPage
{
    public static async Task<string> RenderAsync(Archive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var page = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    [nameof(Report.View)] = new ReportView(archive),
                    [nameof(Report.Style)] = Resource("report.css"),
                    [nameof(Report.Script)] = Resource("report.js"),
                }
            );
            return (await renderer.RenderComponentAsync<Report>(parameters)).ToHtmlString();
        });
        return "<!doctype html>\n" + page.ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>The hash by which a content security policy allows one inline script or style.</summary>
    internal static string Hash(string inline) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(inline)))}'";

    private static string Resource(string name)
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
