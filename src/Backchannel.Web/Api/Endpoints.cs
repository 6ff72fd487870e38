using System.Collections.Immutable;
using System.IO.Compression;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Backchannel.Showing;
using Backchannel.Showing.Formats;
using Backchannel.Showing.Rows;
using Backchannel.Web.Desk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Backchannel.Web.Api;

/// <summary>One page of rows.</summary>
/// <param name="Total">Rows that fit, on all pages.</param>
/// <param name="LeftOutUndated">Claims that fit but for a date, which <c>since</c> and <c>until</c> ask for.</param>
public sealed record PageOf<T>(int Total, int Page, int Size, ImmutableArray<T> Rows, int? LeftOutUndated = null);

/// <summary>An article to read, as JSON.</summary>
public sealed record Article(string Text, string? Title, string? Outlet, string? Published, string? Url);

/// <summary>Who undoes a judgement, and why.</summary>
public sealed record Undoing(string? Who, string? Why);

/// <summary>
/// The API under <c>/api</c>: the rows of the command line, with its filters as a query string, in its JSON. Every answer of the account carries an ETag, the
/// same until something is read or judged. Mistakes come back as problem details (RFC 9457).
/// </summary>
public static class Endpoints
{
    private const int RowsOfPage = 100;

    /// <summary>How long a judgement waits to be counted before it is answered.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void Map(WebApplication app, DeskOptions options)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(options);
        app.MapOpenApi("/api/openapi.json");
        var api = app.MapGroup("/api").AddEndpointFilter(Tagged);
        api.MapGet("/claims", (HttpContext context) => Claims(context, null, byTime: false))
            .Filters("All that is claimed, most carried first")
            .Produces<PageOf<ClaimRow>>();
        api.MapGet("/contacts", (HttpContext context) => Claims(context, Family.Contact, byTime: false))
            .Filters("Who was in contact with whom")
            .Produces<PageOf<ClaimRow>>();
        api.MapGet("/timeline", (HttpContext context) => Claims(context, null, byTime: true))
            .Filters("Claims by when it happened")
            .Produces<PageOf<ClaimRow>>();
        api.MapGet("/actors", Actors)
            .Filters("Everybody who acts or speaks: actor, type, language")
            .Produces<PageOf<ActorRow>>();
        api.MapGet("/stories", Stories)
            .Filters("Runs of events: actor, since, until, language")
            .Produces<PageOf<StoryRow>>();
        api.MapGet("/documents", Documents).Filters("Documents, as the export writes them: q, language");
        api.MapGet("/problems", (HttpContext context) => Current(context).Archive.Problems)
            .WithSummary("What could not be read, and why");
        api.MapGet("/search", Search).WithSummary("Ids of claims, actors and documents that hold all words of q");
        foreach (var kind in (string[])["documents", "actors", "statements", "claims", "origins", "stories", "copies"])
            api.MapGet($"/{kind}/{{id}}", (HttpContext context, string id) => One(context, kind, id))
                .WithSummary("One, as a line of the export; a claim with its statements, a document with its text");
        api.MapGet("/judgements", (HttpContext context) => JudgementRows(context))
            .WithSummary("Every judgement, those undone among them")
            .Produces<ImmutableArray<JudgementRow>>();
        api.MapGet("/judgements/export", ExportJudgements)
            .WithSummary("Every judgement as a line of JSON, for `backchannel judge import`");
        api.MapGet("/export", Export)
            .WithSummary(
                "Everything, in a format of `backchannel export`: as=jsonl, csv, graphml, gexf, ftm, plover, gdelt, jsonld, markdown"
            );
        api.MapPost("/judgements", (HttpContext context, Verdict verdict) => JudgeAsync(context, options, verdict.Of))
            .WithSummary("Judges: same-actor, not-same-actor, same-claim, not-same-claim, copy, not-copy, date, ignore")
            .Produces<JudgementRow>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost(
                "/judgements/{id}/undo",
                (HttpContext context, string id, Undoing? by) =>
                    JudgeAsync(context, options, snapshot => Judgements.Undo(snapshot, id, by?.Who, by?.Why))
            )
            .WithSummary("Undoes a judgement")
            .Produces<JudgementRow>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        var readings = app.MapGroup("/api/readings");
        readings
            .MapPost("", (Delegate)Read)
            .WithSummary("Reads articles into the store")
            .WithMetadata(new Routes.LargerRequest())
            .Produces<Upload>(StatusCodes.Status202Accepted);
        readings
            .MapGet(
                "/{id}",
                (HttpContext context, string id) =>
                    Uploads(context)[id] is { } upload
                        ? Results.Ok(upload)
                        : Results.Problem($"There is no reading {id}.", statusCode: StatusCodes.Status404NotFound)
            )
            .WithSummary("How far a reading is")
            .Produces<Upload>();
        readings.MapGet("/{id}/events", Events).WithSummary("The same as server-sent events, until it is done");
        app.MapGet(
                "/api/{**rest}",
                (HttpContext context) =>
                    Results.Problem(
                        $"There is nothing at {context.Request.Path}; /api/openapi.json lists what is.",
                        statusCode: StatusCodes.Status404NotFound
                    )
            )
            .ExcludeFromDescription();
    }

    private static Snapshot Current(HttpContext context) =>
        context.RequestServices.GetRequiredService<LiveAccount>().Current!;

    private static Uploads Uploads(HttpContext context) => context.RequestServices.GetRequiredService<Uploads>();

    private static RouteHandlerBuilder Filters(this RouteHandlerBuilder endpoint, string summary) =>
        endpoint
            .WithSummary(summary)
            .WithDescription(
                "Filters, as on the command line: actor, with, through, family, type, standing, language, since, until; also q (words), story, order (weight, time, said, origins), page (from 1) and size (to 500)."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest);

    /// <summary>What is asked for again while nothing changed is not sent again.</summary>
    private static async ValueTask<object?> Tagged(
        EndpointFilterInvocationContext invocation,
        EndpointFilterDelegate next
    )
    {
        var context = invocation.HttpContext;
        if (!HttpMethods.IsGet(context.Request.Method))
            return await next(invocation);
        var tag = $"\"{Current(context).Version}\"";
        context.Response.Headers.ETag = tag;
        return context.Request.Headers.IfNoneMatch.Contains(tag, StringComparer.Ordinal)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : await next(invocation);
    }

    private static IResult Claims(HttpContext context, Family? family, bool byTime)
    {
        var (snapshot, asked) = (Current(context), new LedgerQuery(context.Request.Query, RowsOfPage));
        if (Wrong(asked) is { } wrong)
            return wrong;
        var found = asked.Find(snapshot, byTime).Where(claim => family is null || claim.Type.Family == family).ToList();
        var undated = asked.LeftOutUndated(snapshot);
        return Page(context, asked, found, claim => ClaimRow.Of(snapshot.Archive, claim), undated > 0 ? undated : null);
    }

    private static IResult Actors(HttpContext context)
    {
        var (snapshot, asked) = (Current(context), new LedgerQuery(WithoutType(context), RowsOfPage));
        var type = context.Request.Query["type"].ToString();
        if (Wrong(asked) is { } wrong)
            return wrong;
        if (type.Length > 0 && !Enum.GetValues<ActorType>().Any(each => Words.Of(each) == type))
            return Results.Problem(
                $"type is {string.Join(", ", Enum.GetValues<ActorType>().Select(each => Words.Of(each)))}, not {type}.",
                statusCode: StatusCodes.Status400BadRequest
            );
        return Page(
            context,
            asked,
            [
                .. snapshot.Actors.Where(row =>
                    (asked.Filter.Actor is not { } name || name.Finds(snapshot.Archive.Actors[new(row.Id)]))
                    && (type.Length == 0 || row.Type == type)
                    && (
                        asked.Filter.Language is not { } language
                        || row.Languages.Contains(language, StringComparer.Ordinal)
                    )
                ),
            ],
            row => row
        );
    }

    private static QueryCollection WithoutType(HttpContext context) =>
        new(context.Request.Query.Where(each => each.Key != "type").ToDictionary(StringComparer.Ordinal));

    private static IResult Stories(HttpContext context)
    {
        var (snapshot, asked) = (Current(context), new LedgerQuery(context.Request.Query, RowsOfPage));
        if (Wrong(asked) is { } wrong)
            return wrong;
        var (name, when, archive) = (asked.Filter.Actor, asked.Filter.When, snapshot.Archive);
        var fit = archive
            .Changes.Stories.Where(story =>
                (when.IsUnknown || !story.Published.IsUnknown && story.Published.Overlaps(when))
                && (
                    name is null
                    || story.Claims.Any(claim =>
                        archive.Claims[claim].Participants.Any(each => name.Finds(archive.Actors[each.Actor]))
                    )
                )
            )
            .Select(story => story.Id.Value)
            .ToHashSet(StringComparer.Ordinal);
        return Page(
            context,
            asked,
            [
                .. snapshot.Stories.Where(row =>
                    fit.Contains(row.Id)
                    && (
                        asked.Filter.Language is not { } language
                        || row.Languages.Contains(language, StringComparer.Ordinal)
                    )
                ),
            ],
            row => row
        );
    }

    private static IResult Documents(HttpContext context)
    {
        var (snapshot, asked) = (Current(context), new LedgerQuery(context.Request.Query, RowsOfPage));
        if (Wrong(asked) is { } wrong)
            return wrong;
        var readings = asked["q"] is { } words
            ? snapshot.Index.Find(words).Documents.Select(id => snapshot.Archive.ById[id])
            : snapshot.Archive.Readings;
        return Page(
            context,
            asked,
            [
                .. readings.Where(reading =>
                    asked.Filter.Language is not { } language || reading.Findings.Language == language
                ),
            ],
            reading => JsonNode.Parse(JsonLines.Line(snapshot.Archive, reading.Document.Id.Value))
        );
    }

    private static SearchFound Search(HttpContext context)
    {
        var found = Current(context).Index.Find(context.Request.Query["q"].ToString());
        return new(
            [.. found.Claims.Select(id => id.Value)],
            [.. found.Actors.Select(id => id.Value)],
            [.. found.Documents.Select(id => id.Value)]
        );
    }

    private sealed record SearchFound(
        ImmutableArray<string> Claims,
        ImmutableArray<string> Actors,
        ImmutableArray<string> Documents
    );

    private static IResult One(HttpContext context, string kind, string id)
    {
        var archive = Current(context).Archive;
        var letter = kind switch
        {
            "stories" => 't',
            "copies" => 'k',
            _ => kind[0],
        };
        if (id[0] != letter || !Current(context).Holds(id))
            return Results.Problem(
                $"There is no {id} among the {kind} of this store.",
                statusCode: StatusCodes.Status404NotFound
            );
        var one = JsonNode.Parse(JsonLines.Line(archive, id))!.AsObject();
        if (letter == 'd')
            one["text"] = archive.ById[new(id)].Document.Text;
        if (letter == 'c')
        {
            one["statements"] = new JsonArray([
                .. archive
                    .Claims[new(id)]
                    .Statements.Select(each => JsonNode.Parse(JsonLines.Line(archive, each.Value))),
            ]);
            one["origins"] = new JsonArray([
                .. archive.Claims[new(id)].Origins.Select(each => JsonNode.Parse(JsonLines.Line(archive, each.Value))),
            ]);
        }
        return Results.Json(one, Records.Options);
    }

    private static ImmutableArray<JudgementRow> JudgementRows(HttpContext context)
    {
        var all = Current(context).Judgements;
        var inForce = Judgement.InForce(all).Select(each => each.Id).ToHashSet();
        return [.. all.Select(each => JudgementRow.Of(each, inForce.Contains(each.Id)))];
    }

    private static IResult ExportJudgements(HttpContext context) =>
        Results.Text(
            string.Concat(Current(context).Judgements.Select(each => JudgementLines.Write(each) + "\n")),
            "application/jsonl",
            Encoding.UTF8
        );

    /// <summary>A format of one file as it is, a folder of several as a ZIP.</summary>
    private static IResult Export(HttpContext context)
    {
        var archive = Current(context).Archive;
        var name = context.Request.Query["as"].ToString() is { Length: > 0 } asked ? asked : "jsonl";
        var format = ExportFormat.All.FirstOrDefault(each => each.Name == name);
        if (format is null)
            return Results.Problem(
                $"as is {string.Join(", ", ExportFormat.All.Select(each => each.Name))}, not {name}.",
                statusCode: StatusCodes.Status400BadRequest
            );
        return Results.Stream(
            async stream =>
            {
                // The writers are synchronous, a response is not.
                using var written = new MemoryStream();
                if (format.IsFolder)
                {
                    using var zip = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true);
                    foreach (var file in format.Files(archive))
                    {
                        var entry = zip.CreateEntry(file.Name);
                        // The same account gives the same bytes, whenever it is asked for.
                        entry.LastWriteTime = Epoch;
                        using var inside = entry.Open();
                        file.Write(inside);
                    }
                }
                else
                    format.Files(archive)[0].Write(written);
                written.Position = 0;
                await written.CopyToAsync(stream, context.RequestAborted);
            },
            format.IsFolder ? "application/zip" : "application/octet-stream",
            format.IsFolder ? format.Example + ".zip" : format.Example
        );
    }

    /// <summary>The first day that ZIP knows.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static async Task<IResult> JudgeAsync(
        HttpContext context,
        DeskOptions options,
        Func<Snapshot, Judgement> judge
    )
    {
        var account = context.RequestServices.GetRequiredService<LiveAccount>();
        try
        {
            var kept = await Judgements.KeepAsync(
                options.Store,
                account,
                context.RequestServices.GetRequiredService<TimeProvider>(),
                judge(account.Current!),
                Patience
            );
            return Results.Created($"/api/judgements#{kept.Id}", JudgementRow.Of(kept, inForce: true));
        }
        catch (OperatorException e)
        {
            return Results.Problem(e.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> Read(HttpContext context)
    {
        var files = new List<(string Name, byte[] Bytes)>();
        if (context.Request.HasFormContentType)
        {
            // A form can be sent by any page of any site; what only a program sends cannot.
            if (context.Request.Headers["X-Backchannel"].Count == 0)
                return Results.Problem(
                    "Send the header X-Backchannel: 1 with files, so that no other site's page can.",
                    statusCode: StatusCodes.Status403Forbidden
                );
            files = await Desk.Uploads.FilesOfAsync(
                await context.Request.ReadFormAsync(context.RequestAborted),
                context.RequestAborted
            );
        }
        else if (context.Request.HasJsonContentType())
        {
            try
            {
                if (
                    await context.Request.ReadFromJsonAsync<Article>(context.RequestAborted) is
                    { Text.Length: > 0 } article
                )
                    files.Add(
                        (
                            "article.txt",
                            Routes.Pasted(article.Text, article.Title, article.Outlet, article.Published, article.Url)
                        )
                    );
            }
            catch (System.Text.Json.JsonException e)
            {
                return Results.Problem(
                    $"That is no article as JSON: {e.Message}",
                    statusCode: StatusCodes.Status400BadRequest
                );
            }
        }
        if (files.Count == 0)
            return Results.Problem(
                "Send files as multipart/form-data, or an article as JSON: {\"text\", \"title\", \"outlet\", \"published\", \"url\"}.",
                statusCode: StatusCodes.Status400BadRequest
            );
        var upload = Uploads(context).Begin(files);
        return Results.Accepted($"/api/readings/{upload.Id}", upload);
    }

    private static IResult Events(HttpContext context, string id)
    {
        var uploads = Uploads(context);
        return uploads[id] is null
            ? Results.Problem($"There is no reading {id}.", statusCode: StatusCodes.Status404NotFound)
            : TypedResults.ServerSentEvents(Progress(context.RequestAborted));

        async IAsyncEnumerable<SseItem<Upload>> Progress([EnumeratorCancellation] CancellationToken stop)
        {
            Upload? last = null;
            while (!stop.IsCancellationRequested)
            {
                var now = uploads[id]!;
                if (now != last)
                    yield return new(last = now, now.IsDone ? "done" : "progress");
                if (now.IsDone)
                    yield break;
                await Task.Delay(100, stop);
            }
        }
    }

    private static IResult? Wrong(LedgerQuery asked) =>
        asked.Mistakes.Count == 0
            ? null
            : Results.Problem(string.Join("; ", asked.Mistakes) + ".", statusCode: StatusCodes.Status400BadRequest);

    private static IResult Page<T, TRow>(
        HttpContext context,
        LedgerQuery asked,
        IReadOnlyList<T> found,
        Func<T, TRow> row,
        int? undated = null
    )
    {
        var path = context.Request.Path;
        var last = Math.Max(1, (found.Count + asked.Size - 1) / asked.Size);
        var links = new List<string>();
        if (asked.Page > 1)
            links.Add($"<{To(asked.Page - 1)}>; rel=\"prev\"");
        if (asked.Page < last)
            links.Add($"<{To(asked.Page + 1)}>; rel=\"next\"");
        if (links.Count > 0)
            context.Response.Headers.Link = string.Join(", ", links);
        return Results.Json(
            new PageOf<TRow>(
                found.Count,
                asked.Page,
                asked.Size,
                [.. found.Skip((asked.Page - 1) * asked.Size).Take(asked.Size).Select(row)],
                undated
            ),
            Records.Options
        );

        string To(int page) =>
            path
            + QueryString.Create(
                context
                    .Request.Query.Where(each => each.Key != "page")
                    .Append(new("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            );
    }
}
