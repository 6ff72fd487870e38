using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Backchannel.Web.Desk;

/// <summary>Styles, script and icon, which lie inside the program: nothing is fetched from anywhere.</summary>
internal static class Assets
{
    private static readonly (string Name, string Type)[] All =
    [
        ("report.css", "text/css; charset=utf-8"),
        ("desk.css", "text/css; charset=utf-8"),
        ("desk.js", "text/javascript; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
    ];

    public static void Map(WebApplication app)
    {
        foreach (var (name, type) in All)
        {
            using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var content = bytes.ToArray();
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");
            app.MapGet($"/assets/{name}", () => Results.Bytes(content, type, entityTag: tag)).ExcludeFromDescription();
        }
    }
}
