using System.Collections.Immutable;
using System.CommandLine;
using Backchannel.Cli.Terminal;
using Backchannel.Showing;
using Backchannel.Showing.Rows;

namespace Backchannel.Cli.Commands;

/// <summary>contacts, claims, actors, stories, timeline: rows of a store, filtered, as a table, JSON or CSV.</summary>
internal static class Lists
{
    public static Command Contacts() =>
        ClaimList(
            new TaughtCommand(
                "contacts",
                "Lists who was in contact with whom, through whom, when, and how it stands.",
                (
                    "backchannel contacts --store affair.backchannel",
                    "every contact, those that most outlets carry first"
                ),
                (
                    "backchannel contacts --store affair.backchannel --actor \"United States\" --with venezuela --since 2019",
                    "contacts between two governments, whoever acted for them"
                ),
                (
                    "backchannel contacts --store affair.backchannel --through oman --standing denied --as csv > denied.csv",
                    "for a spreadsheet or pandas"
                )
            ),
            Family.Contact,
            FilterOptions.ContactType,
            Ledger.ByWeight,
            ClaimTables.Contacts
        );

    public static Command Claims() =>
        ClaimList(
            new TaughtCommand(
                "claims",
                "Lists all that is claimed: contacts, bargaining, pressure and positions, with who confirms and who denies.",
                ("backchannel claims --store affair.backchannel --family bargain", "who demanded, offered, refused"),
                (
                    "backchannel claims --store affair.backchannel --type sanction --actor iran --as json",
                    "one type, one actor, as JSON with every column"
                )
            )
            {
                FilterOptions.ClaimFamily,
            },
            null,
            FilterOptions.ClaimType,
            Ledger.ByWeight,
            ClaimTables.Claims
        );

    public static Command Timeline() =>
        ClaimList(
            new TaughtCommand(
                "timeline",
                "Lists what is claimed by when it happened; what nothing dates comes last, in the texts' own words.",
                ("backchannel timeline --store affair.backchannel --since 2031-03 --until 2031-04", "two months"),
                (
                    "backchannel timeline --store affair.backchannel --family contact --as csv",
                    "dated contacts for a chart"
                )
            )
            {
                FilterOptions.ClaimFamily,
            },
            null,
            FilterOptions.ClaimType,
            Ledger.ByTime,
            ClaimTables.Timeline
        );

    public static Command Actors()
    {
        var command = new TaughtCommand(
            "actors",
            "Lists everybody who acts or speaks, with all their names, those of whom most is said first.",
            ("backchannel actors --store affair.backchannel --type person", "people only"),
            ("backchannel actors --store affair.backchannel --actor كابيو", "one actor by a name in any script")
        )
        {
            Options.Store,
            FilterOptions.Actor,
            FilterOptions.ActorType,
            FilterOptions.Language,
            Options.As,
        };
        command.SetAction(result =>
        {
            var archive = Stored.Open(result);
            var name = FilterOptions.Name(result.GetValue(FilterOptions.Actor));
            var type = result.GetValue(FilterOptions.ActorType);
            var language = result.GetValue(FilterOptions.Language);
            var found = ActorRow
                .All(archive)
                .Where(row =>
                    (name is null || name.Finds(archive.Actors[new(row.Id)]))
                    && (type is null || row.Type == type)
                    && (language is null || row.Languages.Contains(language, StringComparer.Ordinal))
                )
                .ToImmutableArray();
            return Print(result, found, found.Length, () => OtherTables.Actors(archive, found), "No actor");
        });
        return command;
    }

    public static Command Stories()
    {
        var command = new TaughtCommand(
            "stories",
            "Lists the runs of events that the documents tell of.",
            ("backchannel stories --store affair.backchannel --actor iceland", "stories in which an actor takes part")
        )
        {
            Options.Store,
            FilterOptions.Actor,
            FilterOptions.Since,
            FilterOptions.Until,
            FilterOptions.Language,
            Options.As,
        };
        command.SetAction(result =>
        {
            var archive = Stored.Open(result);
            var name = FilterOptions.Name(result.GetValue(FilterOptions.Actor));
            var published = FilterOptions.Between(result);
            var language = result.GetValue(FilterOptions.Language);
            var found = archive
                .Changes.Stories.Where(story =>
                    (published.IsUnknown || !story.Published.IsUnknown && story.Published.Overlaps(published))
                    && (
                        name is null
                        || story.Claims.Any(claim =>
                            archive.Claims[claim].Participants.Any(each => name.Finds(archive.Actors[each.Actor]))
                        )
                    )
                )
                .Select(story => StoryRow.Of(archive, story))
                .Where(row => language is null || row.Languages.Contains(language, StringComparer.Ordinal))
                .OrderByDescending(row => row.Documents.Length)
                .ThenBy(row => row.Id, StringComparer.Ordinal)
                .ToImmutableArray();
            return Print(result, found, found.Length, () => OtherTables.Stories(archive, found), "No story");
        });
        return command;
    }

    private static Command ClaimList(
        Command command,
        Family? family,
        Option<string?> type,
        Func<Archive, ClaimFilter, ImmutableArray<Claim>> order,
        Func<Archive, ImmutableArray<Claim>, TableView> table
    )
    {
        command.Add(Options.Store);
        command.Add(FilterOptions.Actor);
        command.Add(FilterOptions.With);
        command.Add(FilterOptions.Through);
        command.Add(FilterOptions.Since);
        command.Add(FilterOptions.Until);
        command.Add(type);
        command.Add(FilterOptions.Standing);
        command.Add(FilterOptions.Language);
        command.Add(Options.As);
        command.SetAction(result =>
        {
            var filter = FilterOptions.Claims(result, family);
            var archive = Stored.Open(result);
            var found = order(archive, filter);
            var undated = archive.Changes.Claims.Count(claim => filter.LeavesOutUndated(archive, claim));
            if (undated > 0)
                Screen.Remark(
                    $"{undated} without a date {(undated == 1 ? "is" : "are")} left out by --since and --until."
                );
            return Print(
                result,
                found.Select(claim => ClaimRow.Of(archive, claim)),
                found.Length,
                () => table(archive, found),
                family == Family.Contact ? "No contact" : "No claim"
            );
        });
        return command;
    }

    private static int Print<T>(ParseResult result, IEnumerable<T> rows, int count, Func<TableView> table, string none)
    {
        switch (result.GetValue(Options.As))
        {
            case "json":
                Records.WriteJson(rows, Console.Out);
                break;
            case "csv":
                Records.WriteCsv(rows, Console.Out);
                break;
            default:
                if (count > 0)
                    table().Print();
                break;
        }
        if (count > 0)
            return ExitCode.Done;
        Screen.Remark($"{none} in this store fits.");
        return ExitCode.NothingFound;
    }
}
