using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Backchannel.Web.Desk;

/// <summary>Who may ask, from where, and what a browser may do with the answer.</summary>
internal static class Access
{
    public const string Cookie = "backchannel-token";

    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <exception cref="OperatorException">An address cannot be meant, or needs a token.</exception>
    public static void Check(DeskOptions options)
    {
        foreach (var address in options.Addresses)
        {
            if (
                !Uri.TryCreate(
                    address
                        .Replace("//*", "//0.0.0.0", StringComparison.Ordinal)
                        .Replace("//+", "//0.0.0.0", StringComparison.Ordinal),
                    UriKind.Absolute,
                    out var uri
                )
                || uri.Scheme != "http"
            )
                throw new OperatorException(
                    $"{address} is no address to listen at: http://127.0.0.1:5080 is one. For TLS put a proxy before the desk."
                );
            if (options.Token is null && !IsHere(uri.Host))
                throw new OperatorException(
                    $"{address} can be reached from other machines. Give --token-file a file with a token that whoever may look must know, or listen at http://127.0.0.1."
                );
        }
        if (options.Token is { Length: < DeskOptions.ShortestToken })
            throw new OperatorException(
                $"A token has at least {DeskOptions.ShortestToken} characters, or it can be guessed."
            );
    }

    public static Task Headers(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (!context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal))
            headers.CacheControl = "no-cache, private";
        return next(context);
    }

    public static Func<HttpContext, RequestDelegate, Task> Guard(DeskOptions options)
    {
        var token = options.Token is null ? null : Secret(options.Token);
        return async (context, next) =>
        {
            var request = context.Request;
            // A name of somebody else's that resolves to this machine brings his page's requests with it.
            if (token is null && !IsHere(request.Host.Host))
            {
                await Refuse(
                    context,
                    StatusCodes.Status421MisdirectedRequest,
                    $"This desk answers to 127.0.0.1 and localhost, not to {request.Host.Host}."
                );
                return;
            }
            var changes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
            if (changes && request.Headers["Sec-Fetch-Site"].ToString() is ("cross-site" or "same-site"))
            {
                await Refuse(context, StatusCodes.Status403Forbidden, "Another site may not change anything here.");
                return;
            }
            if (
                token is null
                || Known(request, token)
                || request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
            )
            {
                await next(context);
                return;
            }
            if (request.Path == "/sign-in" && HttpMethods.IsPost(request.Method) && request.HasFormContentType)
            {
                await SignIn(context, token);
                return;
            }
            if (request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            {
                context.Response.Headers.WWWAuthenticate = "Bearer";
                await Refuse(
                    context,
                    StatusCodes.Status401Unauthorized,
                    "Send the token of this desk: Authorization: Bearer TOKEN."
                );
                return;
            }
            await Routes
                .Message(context, "", StatusCodes.Status401Unauthorized, asksForToken: true)
                .ExecuteAsync(context);
        };
    }

    private static async Task SignIn(HttpContext context, string token)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!Same(Secret(form["token"].ToString().Trim()), token))
        {
            await Routes
                .Message(
                    context,
                    Routes.WordingOf(context)["wrong token"],
                    StatusCodes.Status401Unauthorized,
                    asksForToken: true
                )
                .ExecuteAsync(context);
            return;
        }
        context.Response.Cookies.Append(Cookie, token, new() { HttpOnly = true, SameSite = SameSiteMode.Strict });
        context.Response.Redirect("/");
    }

    private static bool Known(HttpRequest request, string token) =>
        request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var sent]
            && Same(Secret(sent.Trim()), token)
        || request.Cookies.TryGetValue(Cookie, out var kept) && Same(kept, token);

    private static Task Refuse(HttpContext context, int status, string why) =>
        Results.Problem(why, statusCode: status).ExecuteAsync(context);

    private static bool IsHere(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);

    /// <summary>What the cookie holds: not the token itself.</summary>
    private static string Secret(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("backchannel desk\n" + token)));

    private static bool Same(string a, string b) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));
}
