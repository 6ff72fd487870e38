using System.Collections.Immutable;
using Backchannel.Showing.Rows;
using Backchannel.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Backchannel.Web.Desk;

/// <summary>What a desk is opened with.</summary>
public sealed record DeskOptions
{
    /// <summary>The store's file; made where there is none.</summary>
    public required string Store { get; init; }

    /// <summary>Addresses to listen at, such as http://127.0.0.1:5080; port 0 takes any that is free.</summary>
    public ImmutableArray<string> Addresses { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>Characters of a token; shorter ones can be guessed.</summary>
    public const int ShortestToken = 16;

    /// <summary>What whoever asks must know; null lets everybody on this machine in.</summary>
    public string? Token { get; init; }

    /// <summary>Loads the language packs; called when somebody reads, not before.</summary>
    public required Func<Pipeline> Pipeline { get; init; }
}

/// <summary>
/// The desk and the API of one store, in one web server. By default it listens on this machine only and refuses requests that name another host; any other
/// address needs a token. Article text is only ever written as text, and its policy lets no script or style run but its own.
/// </summary>
public static class DeskServer
{
    /// <summary>The field of a form that proves that the form came from this desk.</summary>
    public const string FormField = "key";

    /// <summary>Bytes of files that may be sent at once.</summary>
    public const long LargestUpload = 256_000_000;

    private const long LargestRequest = 1_000_000;

    /// <summary>Makes the server, not yet started.</summary>
    /// <exception cref="OperatorException">An address cannot be meant, or needs a token.</exception>
    public static WebApplication Create(DeskOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        Access.Check(options);
        // The working directory and its appsettings.json are somebody else's.
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls([.. options.Addresses]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddRoutingCore();
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery(antiforgery =>
        {
            antiforgery.FormFieldName = FormField;
            antiforgery.Cookie.Name = "backchannel-forms";
        });
        // Nothing of a desk outlives it: a form opened before a restart is opened again.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(services => new LiveAccount(options.Store, time));
        builder.Services.AddSingleton(services => new Uploads(
            options.Store,
            services.GetRequiredService<LiveAccount>(),
            options.Pipeline
        ));
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = LargestUpload);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = Records.Options.PropertyNamingPolicy;
            json.SerializerOptions.DefaultIgnoreCondition = Records.Options.DefaultIgnoreCondition;
            json.SerializerOptions.Encoder = Records.Options.Encoder;
        });
        builder.Services.AddOpenApi("v1");
        builder.Services.AddProblemDetails();
        var app = builder.Build();
        app.UseExceptionHandler();
        app.Use(Access.Headers);
        app.Use(Access.Guard(options));
        app.Use(Fresh);
        app.UseRouting();
        Assets.Map(app);
        Routes.Map(app, options);
        Endpoints.Map(app, options);
        // Linked before anybody asks.
        app.Services.GetRequiredService<LiveAccount>().Look();
        return app;
    }

    /// <summary>Every request is answered from what the store holds now, or says that it is still being linked.</summary>
    private static async Task Fresh(HttpContext context, RequestDelegate next)
    {
        var account = context.RequestServices.GetRequiredService<LiveAccount>();
        account.Look();
        var path = context.Request.Path;
        var isView =
            !path.StartsWithSegments("/assets", StringComparison.Ordinal)
            && !path.StartsWithSegments("/sign-in", StringComparison.Ordinal)
            && path != "/api/openapi.json";
        if (!isView || account.Current is not null)
        {
            await next(context);
            return;
        }
        context.Response.Headers.RetryAfter = "1";
        if (path.StartsWithSegments("/api", StringComparison.Ordinal))
            await Results
                .Problem(
                    account.Trouble ?? "The store is still being linked.",
                    statusCode: StatusCodes.Status503ServiceUnavailable
                )
                .ExecuteAsync(context);
        else
            await Routes
                .Message(
                    context,
                    account.Trouble ?? Routes.WordingOf(context)["linking"],
                    StatusCodes.Status503ServiceUnavailable,
                    again: account.Trouble is null
                )
                .ExecuteAsync(context);
    }
}
