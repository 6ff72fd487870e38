using System.Net.Http.Headers;
using Backchannel.Reading;
using Backchannel.Storage;
using Backchannel.Web.Desk;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Backchannel.Tests.Web;

/// <summary>A desk on a store of its own, listening on this machine at a port that was free.</summary>
internal sealed class OpenDesk : IAsyncDisposable
{
    private readonly Folder _folder;
    private readonly WebApplication _server;

    private OpenDesk(Folder folder, WebApplication server) => (_folder, _server) = (folder, server);

    public HttpClient Client { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public string Store => _folder["desk.backchannel"];

    public Snapshot Snapshot => _server.Services.GetRequiredService<LiveAccount>().Current!;

    /// <param name="articles">Folder of articles read before it opens; null for a new store.</param>
    public static async Task<OpenDesk> OpenAsync(string? articles, string? token = null)
    {
        var folder = new Folder();
        var file = folder["desk.backchannel"];
        if (articles is not null)
        {
            using var store = Backchannel.Storage.Store.Open(file);
            Intake.Read(store, Packs.Pipeline, [articles], Manifest.Empty, 2);
        }
        var server = DeskServer.Create(
            new()
            {
                Store = file,
                Addresses = ["http://127.0.0.1:0"],
                Token = token,
                Pipeline = () => Packs.Pipeline,
            },
            TimeProvider.System
        );
        await server.StartAsync();
        var desk = new OpenDesk(folder, server) { Address = server.Urls.Single() };
        desk.Client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(desk.Address) };
        if (token is not null)
            desk.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        await server.Services.GetRequiredService<LiveAccount>().CatchUpAsync(TimeSpan.FromMinutes(1));
        return desk;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.StopAsync();
        await _server.DisposeAsync();
        _folder.Dispose();
    }
}
