using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Backchannel.Showing.Rows;

namespace Backchannel.Showing.Formats;

/// <summary>
/// Events and mentions as GDELT 2.0 lays them out: two tab-separated files without a header, columns in the order of its codebook. Tone, the
/// Goldstein scale and coordinates are left empty: nobody here measured them. What no day is known of, not even that of its article, has no row.
/// </summary>
public static class GdeltFolder
{
    public const string Events = "backchannel.export.CSV";
    public const string Mentions = "backchannel.mentions.CSV";

    /// <summary>The columns of an event, in order.</summary>
    public static ImmutableArray<string> EventColumns { get; } =
    [
        "GLOBALEVENTID",
        "SQLDATE",
        "MonthYear",
        "Year",
        "FractionDate",
        .. ActorColumns("Actor1"),
        .. ActorColumns("Actor2"),
        "IsRootEvent",
        "EventCode",
        "EventBaseCode",
        "EventRootCode",
        "QuadClass",
        "GoldsteinScale",
        "NumMentions",
        "NumSources",
        "NumArticles",
        "AvgTone",
        .. PlaceColumns("Actor1Geo"),
        .. PlaceColumns("Actor2Geo"),
        .. PlaceColumns("ActionGeo"),
        "DATEADDED",
        "SOURCEURL",
    ];

    /// <summary>The columns of a mention, in order.</summary>
    public static ImmutableArray<string> MentionColumns { get; } =
    [
        "GLOBALEVENTID",
        "EventTimeDate",
        "MentionTimeDate",
        "MentionType",
        "MentionSourceName",
        "MentionIdentifier",
        "SentenceID",
        "Actor1CharOffset",
        "Actor2CharOffset",
        "ActionCharOffset",
        "InRawText",
        "Confidence",
        "MentionDocLen",
        "MentionDocTone",
        "MentionDocTranslationInfo",
        "Extras",
    ];

    public static ImmutableArray<ExportFile> Files(Archive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        var events = Ledger
            .ByTime(archive, ClaimFilter.Everything)
            .SelectMany(claim => GdeltEvent.Of(archive, claim))
            .Where(row => DayOf(row) is not null)
            .ToList();
        return
        [
            Table(Events, EventColumns, events.Select(each => Row(archive, each))),
            Table(
                Mentions,
                MentionColumns,
                events.SelectMany(each => each.Said.Select(said => Mention(archive, each, said)))
            ),
        ];
    }

    private static IEnumerable<string> ActorColumns(string actor) =>
        [
            actor + "Code",
            actor + "Name",
            actor + "CountryCode",
            actor + "KnownGroupCode",
            actor + "EthnicCode",
            actor + "Religion1Code",
            actor + "Religion2Code",
            actor + "Type1Code",
            actor + "Type2Code",
            actor + "Type3Code",
        ];

    private static IEnumerable<string> PlaceColumns(string place) =>
        [
            place + "_Type",
            place + "_FullName",
            place + "_CountryCode",
            place + "_ADM1Code",
            place + "_ADM2Code",
            place + "_Lat",
            place + "_Long",
            place + "_FeatureID",
        ];

    private static Dictionary<string, string> Row(Archive archive, GdeltEvent row)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GLOBALEVENTID"] = row.Id,
            ["IsRootEvent"] = row.Said.Any(IsInTheLead) ? "1" : "0",
            ["EventCode"] = row.Code.Cameo,
            ["EventBaseCode"] = row.Code.CameoBase,
            ["EventRootCode"] = row.Code.CameoRoot,
            ["QuadClass"] = Number(row.Code.CameoQuad),
            ["NumMentions"] = Number(row.Said.Length),
            ["NumSources"] = Number(row.Origins),
            ["NumArticles"] = Number(row.Said.Select(said => said.Reading.Document.Id).Distinct().Count()),
        };
        if (DayOf(row) is { } day)
        {
            cells["SQLDATE"] = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
            cells["MonthYear"] = day.ToString("yyyyMM", CultureInfo.InvariantCulture);
            cells["Year"] = day.ToString("yyyy", CultureInfo.InvariantCulture);
            cells["FractionDate"] = (day.Year + (day.Month * 30 + day.Day) / 365.0).ToString(
                "0.0000",
                CultureInfo.InvariantCulture
            );
        }
        Fill(archive, cells, "Actor1", row.One);
        Fill(archive, cells, "Actor2", row.Other);
        cells["DATEADDED"] = (row.Claim.Said.From ?? row.Claim.Said.To ?? DayOf(row)) is { } added
            ? Midnight(added)
            : "";
        cells["SOURCEURL"] = row.Said is [var first, ..]
            ? first.Reading.Document.Url ?? first.Reading.Document.Path
            : "";
        return cells;
    }

    private static void Fill(Archive archive, Dictionary<string, string> cells, string column, ActorId? id)
    {
        if (id is not { } known)
            return;
        var actor = archive.Actors[known];
        var country = Country.Of(archive, actor)?.Cameo ?? "";
        var sector = Sector.Of(archive, actor)?.Cameo ?? "";
        cells[column + "Code"] = country + sector;
        cells[column + "Name"] = actor.Name.ToUpperInvariant();
        cells[column + "CountryCode"] = country;
        cells[column + "Type1Code"] = sector;
    }

    private static Dictionary<string, string> Mention(Archive archive, GdeltEvent row, Said said)
    {
        var document = said.Reading.Document;
        var isWeb = Uri.TryCreate(document.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
        return new(StringComparer.Ordinal)
        {
            ["GLOBALEVENTID"] = row.Id,
            ["EventTimeDate"] = DayOf(row) is { } day ? Midnight(day) : "",
            ["MentionTimeDate"] = (document.Published.From ?? document.Published.To) is { } published
                ? Midnight(published)
                : "",
            // 1 is the web, 2 a text that is cited and stands nowhere on it.
            ["MentionType"] = isWeb ? "1" : "2",
            ["MentionSourceName"] = document.Outlet ?? (isWeb ? url!.Host : document.Path),
            ["MentionIdentifier"] = isWeb ? document.Url! : document.Path,
            ["SentenceID"] = Number(SentenceOf(said) + 1),
            ["Actor1CharOffset"] = Number(OffsetOf(archive, said, row.One)),
            ["Actor2CharOffset"] = Number(OffsetOf(archive, said, row.Other)),
            ["ActionCharOffset"] = Number(said.Subject.Span.Start),
            ["InRawText"] = "1",
            ["MentionDocLen"] = Number(document.Text.Length),
            ["Extras"] =
                $"statement={said.Id};stance={Words.Of(said.Statement.Stance)};claim={row.Claim.Id};standing={Words.Of(row.Claim.Standing)};when={row.Claim.When}",
        };
    }

    private static DateOnly? DayOf(GdeltEvent row) =>
        row.Code == EventCode.Denial && row.Said is [var first, ..]
            ? SaidOn(first) ?? Happened.Of(row.Claim)?.From
            : Happened.Of(row.Claim)?.From;

    /// <summary>A denial is an event of the day on which it is spoken.</summary>
    private static DateOnly? SaidOn(Said said)
    {
        var spoken = said.Statement.Said is { } moment
            ? said.Reading.Findings.Moments[moment].When
            : said.Reading.Document.Published;
        return spoken.From ?? spoken.To;
    }

    private static bool IsInTheLead(Said said)
    {
        var evidence = said.Statement.Evidence;
        var read = said.Reading.Findings.Passages.Where(passage => passage.IsRead);
        return read.TakeWhile(passage => passage.Kind == PassageKind.Headline)
            .Concat(read.SkipWhile(passage => passage.Kind == PassageKind.Headline).Take(1))
            .Any(passage => passage.Span.Overlaps(evidence));
    }

    private static int SentenceOf(Said said) =>
        said.Reading.Findings.Sentences.Count(sentence =>
            sentence.Start + sentence.Length <= said.Statement.Evidence.Start
        );

    private static int OffsetOf(Archive archive, Said said, ActorId? id) =>
        said
            .Subject.Participants.Where(each =>
                archive.Changes.ActorOf.TryGetValue(new(said.Reading.Document.Id, each.Figure), out var actor)
                && actor == id
            )
            .Select(each => each.Span.Start)
            .DefaultIfEmpty(-1)
            .First();

    private static string Midnight(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "000000";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static ExportFile Table(
        string name,
        ImmutableArray<string> columns,
        IEnumerable<Dictionary<string, string>> rows
    ) =>
        new(
            name,
            stream =>
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
                foreach (var row in rows)
                    writer.Write(
                        string.Join('\t', columns.Select(column => Clean.Line(row.GetValueOrDefault(column, ""))))
                            + '\n'
                    );
            }
        );
}
