using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Backchannel.Showing;
using Backchannel.Showing.Formats;
using Backchannel.Tests.Cli;

namespace Backchannel.Tests.Web;

public sealed class ApiTests(SampleDesk sample) : IClassFixture<SampleDesk>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<JsonElement> GetAsync(string address) =>
        await sample.Desk.Client.GetFromJsonAsync<JsonElement>(address, Stop);

    [Theory]
    [InlineData("claims", "", "claims")]
    [InlineData("contacts", "", "contacts")]
    [InlineData("timeline", "", "timeline")]
    [InlineData("contacts", "actor=quiroga&standing=denied", "contacts --actor quiroga --standing denied")]
    [InlineData("claims", "family=bargain&language=en", "claims --family bargain --language en")]
    [InlineData("claims", "since=2031-03&until=2031-04", "claims --since 2031-03 --until 2031-04")]
    [InlineData("actors", "type=person", "actors --type person")]
    [InlineData("stories", "language=es", "stories --language es")]
    public async Task It_gives_the_rows_of_the_command_line(string kind, string query, string command)
    {
        var run = Run.Backchannel([.. command.Split(' '), "--store", sample.Desk.Store, "--as", "json"]);
        var expected = JsonDocument.Parse(run.Out).RootElement.EnumerateArray().Select(row => row.GetRawText());

        var page = await GetAsync($"/api/{kind}?{query}&size=500");

        Assert.Equal(expected, page.GetProperty("rows").EnumerateArray().Select(row => row.GetRawText()));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Every_export_is_that_of_the_command_line_to_the_byte(string format)
    {
        using var folder = new Folder();
        var written = folder["out"];
        Assert.Equal(0, Run.Backchannel("export", "--store", sample.Desk.Store, "--as", format, "--out", written).Code);

        var sent = await sample.Desk.Client.GetByteArrayAsync($"/api/export?as={format}", Stop);

        if (!ExportFormat.All.Single(each => each.Name == format).IsFolder)
        {
            Assert.Equal(await File.ReadAllBytesAsync(written, Stop), sent);
            return;
        }
        using var zip = new ZipArchive(new MemoryStream(sent));
        Assert.Equal(
            Directory.GetFiles(written).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            zip.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal)
        );
        foreach (var entry in zip.Entries)
        {
            using var inside = new MemoryStream();
            await using (var stream = await entry.OpenAsync(Stop))
                await stream.CopyToAsync(inside, Stop);
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(written, entry.Name), Stop), inside.ToArray());
        }
    }

    public static TheoryData<string> Formats => [.. ExportFormat.All.Select(format => format.Name)];

    [Fact]
    public async Task Pages_follow_each_other_until_all_is_given_once()
    {
        var all = (await GetAsync("/api/claims?size=500"))
            .GetProperty("rows")
            .EnumerateArray()
            .Select(row => row.GetProperty("id").GetString())
            .ToList();
        var paged = new List<string?>();
        for (var next = "/api/claims?size=7"; next is not null; )
        {
            using var response = await sample.Desk.Client.GetAsync(next, Stop);
            var page = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
            paged.AddRange(page.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("id").GetString()));
            next = response.Headers.TryGetValues("Link", out var links)
                ? links
                    .SelectMany(link => link.Split(", "))
                    .Where(link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal))
                    .Select(link => link[1..link.IndexOf('>', StringComparison.Ordinal)])
                    .FirstOrDefault()
                : null;
        }
        Assert.Equal(all, paged);
    }

    [Fact]
    public async Task One_of_everything_opens_by_its_id_with_its_words()
    {
        var archive = sample.Desk.Snapshot.Archive;
        foreach (var id in archive.AllIds)
        {
            var kind = id[0] switch
            {
                'd' => "documents",
                'a' => "actors",
                's' => "statements",
                'c' => "claims",
                'o' => "origins",
                't' => "stories",
                _ => "copies",
            };
            var one = await GetAsync($"/api/{kind}/{id}");
            Assert.Equal(id, one.GetProperty("id").GetString());
            if (kind == "claims")
                Assert.All(
                    one.GetProperty("statements").EnumerateArray(),
                    said => Assert.NotEmpty(said.GetProperty("evidence").GetProperty("text").GetString()!)
                );
        }
    }

    [Fact]
    public async Task What_did_not_change_is_not_sent_again()
    {
        using var first = await sample.Desk.Client.GetAsync("/api/claims", Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/claims");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await sample.Desk.Client.SendAsync(again, Stop);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData(
        "/api/claims?standing=certain",
        "standing is confirmed, reported, disputed, denied, withdrawn, not certain"
    )]
    [InlineData("/api/claims?since=yesterday", "since is a day, a month or a year")]
    [InlineData("/api/claims?size=9000", "size is a number from 1 to 500")]
    [InlineData("/api/claims?type=brawl", "there is no type brawl")]
    [InlineData("/api/actors?type=brawl", "type is person")]
    public async Task A_wrong_filter_is_a_problem_that_says_what_is_right(string address, string words)
    {
        using var response = await sample.Desk.Client.GetAsync(address, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(
            words,
            (await response.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("detail").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task It_describes_itself_and_every_path_it_names_answers()
    {
        var described = await GetAsync("/api/openapi.json");
        var paths = described.GetProperty("paths").EnumerateObject().ToList();

        Assert.Contains(paths, path => path.Name == "/api/claims");
        foreach (
            var path in paths.Where(path =>
                !path.Name.Contains('{', StringComparison.Ordinal) && path.Value.TryGetProperty("get", out _)
            )
        )
        {
            using var response = await sample.Desk.Client.GetAsync(path.Name, Stop);
            Assert.True(response.IsSuccessStatusCode, path.Name);
        }
    }

    [Fact]
    public async Task I_can_read_follow_judge_and_undo()
    {
        await using var desk = await OpenDesk.OpenAsync(articles: null);
        using var read = await desk.Client.PostAsJsonAsync(
            "/api/readings",
            new
            {
                text = "President Ana Lind met Prime Minister Karim Oduya in Accra on Monday, her office said.",
                published = "2031-03-05",
                outlet = "Harbour Wire",
            },
            Stop
        );
        Assert.Equal(HttpStatusCode.Accepted, read.StatusCode);
        var events = await desk.Client.GetStringAsync(read.Headers.Location + "/events", Stop);
        Assert.Contains("event: done", events, StringComparison.Ordinal);
        var claim = (await desk.Client.GetFromJsonAsync<JsonElement>("/api/contacts", Stop)).GetProperty("rows")[0];
        Assert.Equal("2031-03-03", claim.GetProperty("from").GetString());

        var id = claim.GetProperty("id").GetString();
        using var judged = await desk.Client.PostAsJsonAsync(
            "/api/judgements",
            new
            {
                judges = "date",
                a = id,
                when = "2031-02-24",
                who = "Ada",
                why = "the week before",
            },
            Stop
        );
        Assert.Equal(HttpStatusCode.Created, judged.StatusCode);
        Assert.Equal(
            "2031-02-24",
            (await desk.Client.GetFromJsonAsync<JsonElement>("/api/contacts", Stop))
                .GetProperty("rows")[0]
                .GetProperty("from")
                .GetString()
        );

        var judgement = (await judged.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetString();
        using var undone = await desk.Client.PostAsJsonAsync(
            $"/api/judgements/{judgement}/undo",
            new { who = "Ada" },
            Stop
        );
        Assert.Equal(HttpStatusCode.Created, undone.StatusCode);
        Assert.Equal(
            "2031-03-03",
            (await desk.Client.GetFromJsonAsync<JsonElement>("/api/contacts", Stop))
                .GetProperty("rows")[0]
                .GetProperty("from")
                .GetString()
        );
        Assert.Contains(
            "the week before",
            Run.Backchannel("judge", "list", "--store", desk.Store, "--as", "csv").Out,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("same-actor", "a0", "a1", "There is no actor a0")]
    [InlineData("date", "c0", null, "There is no claim c0")]
    [InlineData("guess", "c0", null, "judges nothing")]
    public async Task A_judgement_that_cannot_be_made_says_why_and_keeps_nothing(
        string judges,
        string a,
        string? b,
        string words
    )
    {
        using var response = await sample.Desk.Client.PostAsJsonAsync(
            "/api/judgements",
            new
            {
                judges,
                a,
                b,
                when = "2031",
            },
            Stop
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(words, await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Empty(sample.Desk.Snapshot.Judgements);
    }

    [Fact]
    public async Task Nobody_comes_in_without_the_token_and_whoever_knows_it_does()
    {
        const string Token = "a token nobody will guess";
        await using var desk = await OpenDesk.OpenAsync(articles: null, Token);
        using var stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = desk.Client.BaseAddress,
        };
        foreach (var address in new[] { "/", "/api/claims", "/judgements", "/api/export", "/api/openapi.json" })
        {
            using var refused = await stranger.GetAsync(address, Stop);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }
        using var wrong = await stranger.PostAsync(
            "/sign-in",
            new FormUrlEncodedContent([new("token", "another token altogether")]),
            Stop
        );
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        using var right = await stranger.PostAsync("/sign-in", new FormUrlEncodedContent([new("token", Token)]), Stop);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        var cookie = right.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Token, Uri.UnescapeDataString(cookie), StringComparison.Ordinal);
        Assert.Equal(
            0,
            (await desk.Client.GetFromJsonAsync<JsonElement>("/api/claims", Stop)).GetProperty("total").GetInt32()
        );
    }

    [Fact]
    public async Task Other_sites_can_neither_read_nor_change_anything()
    {
        using var renamed = new HttpRequestMessage(HttpMethod.Get, "/api/claims");
        renamed.Headers.Host = "desk.example.org";
        using var elsewhere = await sample.Desk.Client.SendAsync(renamed, Stop);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, elsewhere.StatusCode);

        using var crossing = new HttpRequestMessage(HttpMethod.Post, "/api/judgements")
        {
            Content = JsonContent.Create(new { judges = "ignore", a = "d0" }),
        };
        crossing.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var crossed = await sample.Desk.Client.SendAsync(crossing, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, crossed.StatusCode);

        using var plain = await sample.Desk.Client.PostAsync(
            "/api/judgements",
            new StringContent("{\"judges\":\"ignore\",\"a\":\"d0\"}", Encoding.UTF8, "text/plain"),
            Stop
        );
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, plain.StatusCode);
        using var form = await sample.Desk.Client.PostAsync(
            "/judge",
            new FormUrlEncodedContent([new("judges", "ignore"), new("a", "d0")]),
            Stop
        );
        Assert.Equal(HttpStatusCode.BadRequest, form.StatusCode);
        using var files = await sample.Desk.Client.PostAsync(
            "/api/readings",
            new MultipartFormDataContent { { new ByteArrayContent([65]), "files", "a.txt" } },
            Stop
        );
        Assert.Equal(HttpStatusCode.Forbidden, files.StatusCode);
    }

    [Fact]
    public async Task Every_page_forbids_what_is_not_its_own()
    {
        using var page = await sample.Desk.Client.GetAsync("/", Stop);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();

        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_form_may_hold_is_refused()
    {
        using var response = await sample.Desk.Client.PostAsync(
            "/api/judgements",
            new StringContent("{\"judges\":\"" + new string('x', 2_000_000) + "\"}", Encoding.UTF8, "application/json"),
            Stop
        );

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public void The_command_opens_on_this_machine_only_and_says_what_else_needs()
    {
        using var folder = new Folder();
        var open = Run.Backchannel("serve", "--store", folder["a.backchannel"], "--urls", "http://0.0.0.0:0");
        Assert.NotEqual(0, open.Code);
        Assert.Contains("--token-file", open.Error, StringComparison.Ordinal);

        folder.With("token.txt", "short");
        var guessed = Run.Backchannel(
            "serve",
            "--store",
            folder["a.backchannel"],
            "--urls",
            "http://0.0.0.0:0",
            "--token-file",
            folder["token.txt"]
        );
        Assert.NotEqual(0, guessed.Code);
        Assert.Contains("16 characters", guessed.Error, StringComparison.Ordinal);
    }
}
