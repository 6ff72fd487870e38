using System.CommandLine;
using System.Globalization;
using Backchannel.Cli.Terminal;
using Backchannel.Comparing;
using Backchannel.Showing;
using Backchannel.Showing.Rows;

namespace Backchannel.Cli.Commands;

/// <summary>Another program's events beside those of a store.</summary>
internal static class Compare
{
    private const int MostDays = 366;

    private static readonly (Relation Relation, string Words)[] Headings =
    [
        (Relation.Both, "both have it"),
        (Relation.DeniedHere, "they tell plainly, and here it is denied"),
        (Relation.NotHeldHere, "they tell plainly, and here it is not held (planned, tried, refused)"),
        (Relation.OnlyTheirs, "only they have it"),
        (Relation.OnlyOurs, "only this store has it"),
    ];

    public static Command Command()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A GDELT 2.0 event file (.CSV, or the .zip it came in), or PLOVER JSON lines",
        };
        var days = new Option<int>("--days", "-d")
        {
            Description = "How many days apart the same event may be dated",
            DefaultValueFactory = _ => 1,
            HelpName = "N",
        };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > MostDays)
                result.AddError(
                    string.Create(CultureInfo.InvariantCulture, $"--days takes a whole number from 0 to {MostDays}.")
                );
        });
        var form = new Option<string>("--as", "-a")
        {
            Description = "How to print the rows",
            DefaultValueFactory = _ => "table",
            HelpName = "table|json",
        }.AcceptOnlyFromAmong("table", "json");
        var command = new TaughtCommand(
            "compare",
            "Lays another program's events beside a store: what both have, what only one has, and where the store holds a denial or a mere plan of what the other tells plainly.",
            (
                "backchannel compare 20310305120000.export.CSV.zip --store affair.backchannel",
                "a GDELT file as it was downloaded"
            ),
            (
                "backchannel compare coded.jsonl --store affair.backchannel --days 3 --as json",
                "PLOVER events, dated up to three days apart, for a program"
            )
        )
        {
            file,
            Options.Store,
            days,
            form,
        };
        command.SetAction(result =>
        {
            var archive = Stored.Open(result);
            var others = OtherFile.Read(result.GetRequiredValue(file));
            var comparison = Comparison.Of(archive, others, result.GetValue(days));
            if (result.GetValue(form) == "json")
                Records.WriteJson(comparison.Rows, Console.Out);
            else
                Print(archive, comparison);
            foreach (var (why, count) in comparison.LeftOut)
                Screen.Remark(string.Create(CultureInfo.InvariantCulture, $"Not compared: {count:N0} {why}."));
            if (!comparison.Rows.IsEmpty)
                return ExitCode.Done;
            Screen.Remark("Nothing in this store and this file can be laid side by side.");
            return ExitCode.NothingFound;
        });
        return command;
    }

    private static void Print(Archive archive, Comparison comparison)
    {
        var ids = new ShortIds(archive.AllIds);
        foreach (var (relation, words) in Headings)
        {
            var rows = comparison.Rows.Where(row => row.Kind == relation).ToList();
            Console.Out.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{rows.Count:N0} × {words}{(rows.Count > 0 ? ":" : "")}")
            );
            if (rows.Count > 0)
                new TableView(
                    [new("day", 10), new("theirs"), new("ours"), new("how ours stands"), new("id", 7)],
                    [.. rows.Select(row => Cells(row, ids))]
                ).Print();
        }
    }

    private static IReadOnlyList<Cell> Cells(ComparedRow row, ShortIds ids) =>
        [
            row.Day ?? (row.DaysBasis == "event" ? row.From : null) ?? "",
            row.TheirLine is { } line
                ? PlainText.Line(
                    string.Create(CultureInfo.InvariantCulture, $"line {line}: {row.TheirCode} {row.TheirSides}")
                )
                : "",
            row.Ours is null ? "" : PlainText.Line(row.Ours),
            row.Note is null ? ""
            : row.DaysBasis == "said" ? PlainText.Line(row.Note) + "; undated, said then"
            : PlainText.Line(row.Note),
            row.Claim is null ? "" : ids.Of(row.Claim),
        ];
}
