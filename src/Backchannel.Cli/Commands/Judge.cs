using System.CommandLine;
using Backchannel.Cli.Terminal;
using Backchannel.Showing;
using Backchannel.Showing.Rows;
using Backchannel.Storage;

namespace Backchannel.Cli.Commands;

/// <summary>An analyst's corrections: made, listed, undone, carried from store to store.</summary>
internal static class Judge
{
    private static readonly Option<string> Who = new("--who")
    {
        Description = "Who judges",
        DefaultValueFactory = _ => Environment.UserName,
        HelpName = "NAME",
    };

    private static readonly Option<string> Why = new("--why", "-y")
    {
        Description = "Why: for whoever reads the account later",
        DefaultValueFactory = _ => "",
        HelpName = "TEXT",
    };

    public static Command Command() =>
        new TaughtCommand(
            "judge",
            "Corrects what was computed. A judgement is kept apart from it, wins over it, outlives reading the articles again, and can be undone.",
            (
                "backchannel judge same-actor a1f a9c --why \"the surname was translated\" --store affair.backchannel",
                "two actors are one"
            ),
            (
                "backchannel judge not-same-actor a1f d42 --store affair.backchannel",
                "in that document the name means somebody else"
            ),
            ("backchannel judge date c7e 2031-03-12 --store affair.backchannel", "when a claim's matter happened"),
            ("backchannel judge list --store affair.backchannel", "what was judged, by whom and why"),
            ("backchannel judge undo j5b --store affair.backchannel", "take one back; both stay on record")
        )
        {
            Pair(
                "same-actor",
                "Two actors are one.",
                "ACTOR",
                "The other actor",
                (archive, a, b) =>
                    new Judging(archive).Actors(JudgementKind.SameActor, Id.Actor(archive, a), Id.Actor(archive, b))
            ),
            Pair(
                "not-same-actor",
                "Two actors are two; or, with a document, the actor there is somebody else than in the other documents.",
                "ACTOR",
                "The other actor, or the document",
                NotSameActor
            ),
            Pair(
                "same-claim",
                "Two claims say the same.",
                "CLAIM",
                "The other claim",
                (archive, a, b) =>
                    new Judging(archive).Claims(JudgementKind.SameClaim, Id.Claim(archive, a), Id.Claim(archive, b))
            ),
            Pair(
                "not-same-claim",
                "Two claims are two; or, with a statement, that statement is not about the claim.",
                "CLAIM",
                "The other claim, or the statement",
                NotSameClaim
            ),
            Pair(
                "copy",
                "A document is a copy.",
                "DOCUMENT",
                "The document it copies",
                (archive, a, b) =>
                    new Judging(archive).Documents(JudgementKind.Copy, Id.Document(archive, a), Id.Document(archive, b))
            ),
            Pair(
                "not-copy",
                "A document is no copy of another.",
                "DOCUMENT",
                "The other document",
                (archive, a, b) =>
                    new Judging(archive).Documents(
                        JudgementKind.NotCopy,
                        Id.Document(archive, a),
                        Id.Document(archive, b)
                    )
            ),
            Pair(
                "date",
                "When a claim's matter happened.",
                "CLAIM",
                "2031-03-12, 2031-03, 2031-03-01/2031-03-12, or 'unknown'",
                (archive, claim, when) =>
                    new Judging(archive).Date(
                        Id.Claim(archive, claim),
                        Interval.TryParse(when, out var interval) || when == "unknown"
                            ? interval
                            : throw new UsageException(
                                $"{when} is no date: 2031-03-12, 2031-03, 2031-03-01/2031-03-12, or 'unknown'."
                            )
                    ),
                "WHEN"
            ),
            Ignore(),
            Undo(),
            List(),
            Export(),
            Import(),
        };

    private static Judgement NotSameActor(Archive archive, string a, string b)
    {
        var judging = new Judging(archive);
        var actor = Id.Actor(archive, a);
        return Id.Find(archive, b) is ['d', ..] document
            ? judging.ActorIn(actor, new(document))
                ?? throw new UsageException($"{b} does not speak of {a}, or is the only document that does.")
            : judging.Actors(JudgementKind.NotSameActor, actor, Id.Actor(archive, b));
    }

    private static Judgement NotSameClaim(Archive archive, string a, string b)
    {
        var judging = new Judging(archive);
        var claim = Id.Claim(archive, a);
        if (Id.Find(archive, b) is not ['s', ..] statement)
            return judging.Claims(JudgementKind.NotSameClaim, claim, Id.Claim(archive, b));
        if (!archive.Claims[claim].Statements.Contains(new(statement)))
            throw new UsageException($"{b} is no statement about {a}. `backchannel why {a}` lists those that are.");
        return judging.StatementOf(new(statement)) ?? throw new UsageException($"{b} is the only statement about {a}.");
    }

    private static Command Pair(
        string name,
        string description,
        string what,
        string other,
        Func<Archive, string, string, Judgement> judge,
        string otherName = "OTHER"
    )
    {
        var first = new Argument<string>(what) { Description = "Its id; the beginning is enough" };
        var second = new Argument<string>(otherName) { Description = other };
        var command = new Command(name, description) { first, second, Options.Store, Who, Why };
        command.SetAction(result =>
            Made(result, archive => judge(archive, result.GetRequiredValue(first), result.GetRequiredValue(second)))
        );
        return command;
    }

    private static Command Ignore()
    {
        var document = new Argument<string>("DOCUMENT") { Description = "Its id; the beginning is enough" };
        var command = new Command("ignore", "A document says nothing that counts.")
        {
            document,
            Options.Store,
            Who,
            Why,
        };
        command.SetAction(result =>
            Made(
                result,
                archive => new Judging(archive).Ignore(Id.Document(archive, result.GetRequiredValue(document)))
            )
        );
        return command;
    }

    private static Command Undo()
    {
        var judgement = new Argument<string>("JUDGEMENT")
        {
            Description = "The id that `judge list` shows; the beginning is enough",
        };
        var command = new Command("undo", "A judgement no longer holds; an undoing can be undone.")
        {
            judgement,
            Options.Store,
            Who,
            Why,
        };
        command.SetAction(result =>
        {
            using var store = Store.OpenToJudge(Options.StorePath(result));
            var all = store.Judgements();
            var id = Id.Only(all.Select(each => each.Id.Value), result.GetRequiredValue(judgement));
            return Keep(result, store, Judging.Undo(all.First(each => each.Id.Value == id)));
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists every judgement, those undone among them.")
        {
            Options.Store,
            Options.As,
        };
        command.SetAction(result =>
        {
            using var store = Store.OpenExisting(Options.StorePath(result));
            var all = store.Judgements();
            var inForce = Judgement.InForce(all).Select(each => each.Id).ToHashSet();
            var rows = all.Select(each => JudgementRow.Of(each, inForce.Contains(each.Id))).ToList();
            if (result.GetValue(Options.As) is "json")
                Records.WriteJson(rows, Console.Out);
            else if (result.GetValue(Options.As) is "csv")
                Records.WriteCsv(rows, Console.Out);
            else if (rows.Count > 0)
                OtherTables.Judgements(rows).Print();
            if (rows.Count > 0)
                return ExitCode.Done;
            Screen.Remark("Nothing was judged in this store.");
            return ExitCode.NothingFound;
        });
        return command;
    }

    private static Command Export()
    {
        var path = Options.Out("Where to write; '-' is the standard output", required: true);
        var command = new Command("export", "Writes every judgement as a line of JSON, for another store.")
        {
            Options.Store,
            path,
        };
        command.SetAction(result =>
        {
            using var store = Store.OpenExisting(Options.StorePath(result));
            var all = store.Judgements();
            OutputFile.Write(
                result.GetRequiredValue(path)!,
                stream =>
                {
                    foreach (var judgement in all)
                        stream.Write(System.Text.Encoding.UTF8.GetBytes(JudgementLines.Write(judgement) + "\n"));
                }
            );
            return all.IsEmpty ? ExitCode.NothingFound : ExitCode.Done;
        });
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<string>("FILE") { Description = "As `judge export` writes it" };
        var command = new Command(
            "import",
            "Adds the judgements of a file; those that are there already stay as they are."
        )
        {
            file,
            Options.Store,
        };
        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(file);
            if (!File.Exists(path))
                throw new OperatorException($"There is no file {path}. `backchannel judge export` writes one.");
            var judgements = new List<Judgement>();
            foreach (var (line, number) in File.ReadLines(path).Select((line, i) => (line, i + 1)))
            {
                if (line.Length == 0)
                    continue;
                try
                {
                    judgements.Add(JudgementLines.Read(line));
                }
                catch (FormatException e)
                {
                    throw new OperatorException(
                        $"{path}:{number}: expected a judgement as `judge export` writes it: {e.Message}. Nothing was imported.",
                        e
                    );
                }
            }
            using var store = Store.OpenToJudge(Options.StorePath(result));
            var added = store.Judge(judgements);
            Console.Out.WriteLine(
                $"{Account.Count(judgements.Count, "judgement")} read: {added} new, {judgements.Count - added} there already."
            );
            return judgements.Count == 0 ? ExitCode.NothingFound : ExitCode.Done;
        });
        return command;
    }

    private static int Made(ParseResult result, Func<Archive, Judgement> judge)
    {
        using var store = Store.OpenToJudge(Options.StorePath(result));
        return Keep(result, store, judge(store.Archive()));
    }

    private static int Keep(ParseResult result, Store store, Judgement judgement)
    {
        if (judgement.Sides.Any(side => side.IsEmpty))
            throw new UsageException(
                "no words of an article speak of one of these, so that nothing can be judged of it."
            );
        var now = TimeProvider.System.GetUtcNow();
        var made = judgement with
        {
            Who = result.GetRequiredValue(Who),
            Why = result.GetRequiredValue(Why),
            At = new(now.Year, now.Month, now.Day, now.Hour, now.Minute, now.Second, TimeSpan.Zero),
        };
        store.Judge([made]);
        Console.Out.WriteLine($"{made.Id}  {PlainText.Name(made.About)}");
        return ExitCode.Done;
    }
}
