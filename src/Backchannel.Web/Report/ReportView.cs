using System.Collections.Immutable;
using Backchannel.Showing;
using Backchannel.Showing.Rows;
using Backchannel.Showing.Summary;

namespace Backchannel.Web.Report;

/// <summary>What the report shows of an archive, in the order in which it shows it, and how much it had to leave out to stay one file.</summary>
public sealed class ReportView
{
    /// <summary>A page with more rows than this is no longer read, and no longer opens quickly.</summary>
    public const int MostClaims = 600;

    public const int MostDocuments = 250;

    public const int MostActors = 300;

    /// <summary>Characters of one document; longer ones are cut and say so.</summary>
    public const int LongestDocument = 30_000;

    public ReportView(Archive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        Archive = archive;
        Summary = AccountSummary.Of(archive, Bidi.Isolate);
        var claims = Ledger
            .ByWeight(archive, ClaimFilter.Everything)
            .OrderBy(claim => claim.Type.Family)
            .ToImmutableArray();
        Claims = [.. claims.Take(MostClaims)];
        ClaimsLeftOut = claims.Length - Claims.Length;
        var shown = Claims.SelectMany(claim => claim.Documents).ToHashSet();
        Documents =
        [
            .. archive
                .Readings.OrderByDescending(reading => shown.Contains(reading.Document.Id))
                .Take(MostDocuments)
                .OrderBy(reading => reading.Document.Published.From ?? DateOnly.MaxValue)
                .ThenBy(reading => reading.Document.Path, StringComparer.Ordinal),
        ];
        DocumentsLeftOut = archive.Readings.Length - Documents.Length;
        var actors = ActorRow.All(archive).Where(row => row.Claims + row.Statements > 0).ToImmutableArray();
        Actors = [.. actors.Take(MostActors)];
        ActorsLeftOut = actors.Length - Actors.Length;
        Timeline = new Timeline(archive, Claims);
        Network = new Network(archive, Claims);
        DocumentsShown = Documents.Select(reading => reading.Document.Id).ToHashSet();
    }

    public Archive Archive { get; }

    public ImmutableArray<SummarySection> Summary { get; }

    public ImmutableArray<Claim> Claims { get; }

    public int ClaimsLeftOut { get; }

    public ImmutableArray<DocumentReading> Documents { get; }

    public IReadOnlySet<DocumentId> DocumentsShown { get; }

    public int DocumentsLeftOut { get; }

    public ImmutableArray<ActorRow> Actors { get; }

    public int ActorsLeftOut { get; }

    public Timeline Timeline { get; }

    public Network Network { get; }

    public string Title =>
        Archive.Changes.Stories.MaxBy(story => story.Documents.Length)?.Title is { Length: > 0 } title
            ? Phrase.Shorten(title, 90)
            : "Backchannel";
}
