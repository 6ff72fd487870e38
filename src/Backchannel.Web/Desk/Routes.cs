using System.Collections.Immutable;
using System.Text;
using Backchannel.Storage;
using Backchannel.Web.Desk.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Backchannel.Web.Desk;

/// <summary>Which address shows which view, and what the forms do.</summary>
internal static class Routes
{
    private const int RowsOfPage = 40;

    private const string WhoCookie = "backchannel-who";
    private const string LanguageCookie = "backchannel-language";

    /// <summary>How long a judgement waits to be seen before the page shows that it is being counted.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void Map(WebApplication app, DeskOptions options)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        List<LedgerPage>("/");
        List<TimelinePage>("/timeline");
        List<ActorsPage>("/actors");
        List<DocumentsPage>("/documents");
        List<StoriesPage>("/stories");
        pages.MapGet("/search", (HttpContext context) => Show<SearchPage>(context));
        pages.MapGet("/judgements", (HttpContext context) => Show<JudgementsPage>(context));
        pages.MapGet("/export", (HttpContext context) => Show<ExportPage>(context));
        pages.MapGet("/problems", (HttpContext context) => Show<ProblemsPage>(context));
        pages.MapGet(
            "/network",
            (HttpContext context) =>
                Show<NetworkPage>(
                    context,
                    (nameof(NetworkPage.Asked), new LedgerQuery(context.Request.Query, RowsOfPage)),
                    (nameof(NetworkPage.Around), Around(context))
                )
        );
        pages.MapGet("/sources", Sources);
        pages.MapGet(
            "/claim/{id}",
            (HttpContext context, string id) =>
                One<ClaimPage, Claim>(
                    context,
                    nameof(ClaimPage.Claim),
                    Current(context).Archive.Claims.GetValueOrDefault(new(id))
                )
        );
        pages.MapGet(
            "/actor/{id}",
            (HttpContext context, string id) =>
                One<ActorPage, Actor>(
                    context,
                    nameof(ActorPage.Actor),
                    Current(context).Archive.Actors.GetValueOrDefault(new(id))
                )
        );
        pages.MapGet(
            "/document/{id}",
            (HttpContext context, string id) =>
                One<DocumentPage, DocumentReading>(
                    context,
                    nameof(DocumentPage.Reading),
                    Current(context).Archive.ById.GetValueOrDefault(new(id))
                )
        );
        pages.MapGet(
            "/story/{id}",
            (HttpContext context, string id) =>
                One<StoryPage, Story>(context, nameof(StoryPage.Story), Current(context).StoryOf(id))
        );
        pages.MapGet("/read", (HttpContext context) => Show<ReadPage>(context));
        pages.MapGet(
            "/read/{id}",
            (HttpContext context, string id) =>
                context.RequestServices.GetRequiredService<Uploads>()[id] is { } upload
                    ? Show<ReadPage>(context, (nameof(ReadPage.Upload), upload))
                    : NotFound(context)
        );
        pages.MapPost("/read", Form(ReadAsync)).WithMetadata(new LargerRequest());
        pages.MapPost("/judge", Form((context, form) => JudgeAsync(context, form, options)));
        pages.MapPost("/judgements/{id}/undo", Form((context, form) => UndoAsync(context, form, options)));
        pages.MapGet("/{**rest}", (HttpContext context) => NotFound(context));

        void List<TPage>(string path)
            where TPage : IComponent =>
            pages.MapGet(
                path,
                (HttpContext context) =>
                    Show<TPage>(context, ("Asked", new LedgerQuery(context.Request.Query, RowsOfPage)))
            );
    }

    public static Wording WordingOf(HttpContext context)
    {
        var asked = context.Request.Query["ui"].ToString();
        if (asked.Length > 0)
            context.Response.Cookies.Append(
                LanguageCookie,
                Wording.For(asked).Code,
                new() { HttpOnly = true, SameSite = SameSiteMode.Lax }
            );
        return Wording.For(
            asked,
            context.Request.Cookies[LanguageCookie],
            context.Request.Headers.AcceptLanguage.ToString()
        );
    }

    /// <summary>A page that says one thing.</summary>
    public static IResult Message(
        HttpContext context,
        string message,
        int status,
        bool again = false,
        bool asksForToken = false
    ) =>
        new RazorComponentResult<MessagePage>(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(MessagePage.W)] = WordingOf(context),
                [nameof(MessagePage.Message)] = message,
                [nameof(MessagePage.Again)] = again,
                [nameof(MessagePage.AsksForToken)] = asksForToken,
            }
        )
        {
            StatusCode = status,
        };

    private static IResult NotFound(HttpContext context) =>
        Message(context, WordingOf(context)["not found"], StatusCodes.Status404NotFound);

    private static Snapshot Current(HttpContext context) =>
        context.RequestServices.GetRequiredService<LiveAccount>().Current!;

    private static IResult One<TPage, T>(HttpContext context, string name, T? thing)
        where TPage : IComponent
        where T : class => thing is null ? NotFound(context) : Show<TPage>(context, (name, thing));

    private static IResult Show<TPage>(HttpContext context, params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        var account = context.RequestServices.GetRequiredService<LiveAccount>();
        var view = new DeskView
        {
            Snapshot = account.Current!,
            W = WordingOf(context),
            Path = context.Request.Path.Value ?? "/",
            Query =
            [
                .. context
                    .Request.Query.Where(each => each.Key != "ui")
                    .Select(each => KeyValuePair.Create(each.Key, each.Value.ToString())),
            ],
            FormKey = context
                .RequestServices.GetRequiredService<IAntiforgery>()
                .GetAndStoreTokens(context)
                .RequestToken!,
            Who = context.Request.Cookies[WhoCookie] ?? "",
            IsBeingCounted = account.IsBeingCounted,
            Trouble = account.Trouble,
        };
        var all = parameters.ToDictionary(each => each.Name, each => each.Value, StringComparer.Ordinal);
        all["View"] = view;
        return new RazorComponentResult<TPage>(all) { PreventStreamingRendering = true };
    }

    private static ImmutableArray<ActorId> Around(HttpContext context)
    {
        var actors = Current(context).Archive.Actors;
        return
        [
            .. context
                .Request.Query["around"]
                .ToString()
                .Split(',')
                .Select(id => new ActorId(id))
                .Where(actors.ContainsKey),
        ];
    }

    private static IResult Sources(HttpContext context)
    {
        var snapshot = Current(context);
        var (claim, story) = (context.Request.Query["claim"].ToString(), context.Request.Query["story"].ToString());
        return claim.Length > 0 && !snapshot.Holds(claim) || story.Length > 0 && !snapshot.Holds(story)
            ? NotFound(context)
            : Show<SourcesPage>(
                context,
                (nameof(SourcesPage.Claim), snapshot.Archive.Claims.GetValueOrDefault(new(claim))),
                (nameof(SourcesPage.Story), snapshot.StoryOf(story))
            );
    }

    private static async Task<IResult> ReadAsync(HttpContext context, IFormCollection form)
    {
        var files = await Uploads.FilesOfAsync(form, context.RequestAborted);
        if (form["text"].ToString() is { Length: > 0 } text)
            files.Add(("pasted.txt", Pasted(text, form["title"], form["outlet"], form["published"], form["url"])));
        return files.Count == 0
            ? Results.Redirect("/read")
            : Results.Redirect("/read/" + context.RequestServices.GetRequiredService<Uploads>().Begin(files).Id);
    }

    /// <summary>A pasted text as the file it would be: with the header lines that say where it is from.</summary>
    public static byte[] Pasted(string text, string? title, string? outlet, string? published, string? url)
    {
        var header = new StringBuilder();
        foreach (
            var (key, value) in new[] { ("title", title), ("outlet", outlet), ("published", published), ("url", url) }
        )
        {
            if (!string.IsNullOrWhiteSpace(value))
                header.Append("# ").Append(key).Append(": ").Append(value.ReplaceLineEndings(" ").Trim()).Append('\n');
        }
        return Encoding.UTF8.GetBytes(header.Length > 0 ? $"{header}---\n{text}" : text);
    }

    private static Task<IResult> JudgeAsync(HttpContext context, IFormCollection form, DeskOptions options)
    {
        var verdict = new Verdict(
            form["judges"].ToString(),
            form["a"].ToString(),
            form["b"].FirstOrDefault()?.Trim(),
            form["when"].FirstOrDefault()?.Trim(),
            form["who"],
            form["why"]
        );
        return KeepAsync(context, options, form, verdict.Of);
    }

    private static Task<IResult> UndoAsync(HttpContext context, IFormCollection form, DeskOptions options)
    {
        var id = context.GetRouteValue("id")!.ToString()!;
        return KeepAsync(context, options, form, snapshot => Judgements.Undo(snapshot, id, form["who"], null));
    }

    private static async Task<IResult> KeepAsync(
        HttpContext context,
        DeskOptions options,
        IFormCollection form,
        Func<Snapshot, Judgement> judge
    )
    {
        var back = form["back"].ToString() is ['/', not ('/' or '\\'), ..] or "/" ? form["back"].ToString() : "/";
        var (path, query) = back.Split('?', 2) is [var before, var after] ? (before, after) : (back, "");
        var account = context.RequestServices.GetRequiredService<LiveAccount>();
        var earlier = account.Current!;
        try
        {
            var kept = await Judgements.KeepAsync(
                options.Store,
                account,
                context.RequestServices.GetRequiredService<TimeProvider>(),
                judge(earlier),
                Patience
            );
            if (kept.Who.Length > 0)
                context.Response.Cookies.Append(
                    WhoCookie,
                    kept.Who,
                    new() { HttpOnly = true, SameSite = SameSiteMode.Strict }
                );
            if (path.LastIndexOf('/') is > 0 and var slash && account.Current is { } now)
                path = path[..(slash + 1)] + now.Successor(earlier, path[(slash + 1)..]);
            return Results.Redirect($"{path}?{(query.Length > 0 ? query + "&" : "")}judged={kept.Id.Value}");
        }
        catch (OperatorException e)
        {
            return Results.Redirect(
                $"{path}?{(query.Length > 0 ? query + "&" : "")}notice={Uri.EscapeDataString(e.Message)}"
            );
        }
    }

    /// <summary>What a form does, once it is known to come from a page of this desk.</summary>
    private static Delegate Form(Func<HttpContext, IFormCollection, Task<IResult>> act) =>
        async (HttpContext context) =>
            await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
                ? await act(context, await context.Request.ReadFormAsync(context.RequestAborted))
                : Message(context, WordingOf(context)["old form"], StatusCodes.Status400BadRequest);

    /// <summary>Files may be larger than what other forms send.</summary>
    internal sealed class LargerRequest : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => DeskServer.LargestUpload;
    }
}
