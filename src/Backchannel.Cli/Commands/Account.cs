using System.Collections.Immutable;
using System.Globalization;
using Backchannel.Cli.Terminal;
using Backchannel.Showing;
using Backchannel.Showing.Rows;
using Backchannel.Showing.Summary;
using Spectre.Console;

namespace Backchannel.Cli.Commands;

/// <summary>The printed account: the contacts and how they stand, accounts that changed, and what could not be read.</summary>
internal static class Account
{
    public static int Print(Archive archive)
    {
        PrintSummary(archive);
        var contacts = Ledger.ByWeight(archive, new() { Family = Family.Contact });
        if (contacts.Length > 0)
        {
            Heading("Ledger of contacts");
            ClaimTables.Contacts(archive, contacts).Print();
        }
        PrintChanges(archive);
        if (!archive.Problems.IsEmpty)
            PrintProblems(archive.Problems);
        if (archive.Changes.Claims.IsEmpty)
        {
            Screen.Remark(
                $"Nothing was found in {Count(archive.Readings.Length, "document")}: nobody is said there to have met, demanded, threatened or supported."
            );
            return ExitCode.NothingFound;
        }
        return archive.Problems.IsEmpty ? ExitCode.Done : ExitCode.DoneWithProblems;
    }

    private static void PrintSummary(Archive archive)
    {
        if (archive.Readings.IsEmpty)
            return;
        var ids = new ShortIds(archive.AllIds);
        foreach (var section in AccountSummary.Of(archive, PlainText.Name))
        {
            Heading(section.Title);
            foreach (var sentence in section.Sentences)
                Line(
                    sentence.Claims.IsEmpty
                        ? sentence.Text
                        : $"• {sentence.Text} [{string.Join(", ", sentence.Claims.Select(id => ids.Of(id.Value)))}]"
                );
        }
    }

    public static void PrintProblems(ImmutableArray<Problem> problems)
    {
        Heading("Problems");
        foreach (var problem in problems)
            Line($"{PlainText.Line(problem.Where)}: {PlainText.Line(problem.What)}");
    }

    public static string Count(int number, string noun, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? noun : many ?? noun + "s")}");

    private static void PrintChanges(Archive archive)
    {
        var changes = Ledger.Changed(archive);
        if (changes.IsEmpty)
            return;
        var phrase = new Phrase(archive, PlainText.Name);
        Heading("How accounts changed");
        foreach (var (claim, who, accounts) in changes)
        {
            Line($"{PlainText.Name(who.Name)}, on {phrase.Of(claim)}:");
            // What was said again adds nothing: the first time of each turn is shown.
            bool? before = null;
            foreach (var said in accounts.Where(said => said.IsNegated != before))
            {
                before = said.IsNegated;
                var document = said.Reading.Document;
                var when = Phrase.Published(said.Reading);
                var turn = said.IsNegated ? "it is not so" : "it is so";
                Line(
                    $"  {when}, {PlainText.Name(document.Outlet ?? document.Path)}: {turn}: {PlainText.Name($"“{Phrase.Shorten(said.Evidence, 160)}”")}"
                );
            }
        }
    }

    private static void Heading(string text)
    {
        Screen.Out.WriteLine();
        Screen.Out.Write(new Markup($"[bold]{Markup.Escape(text)}[/]\n"));
    }

    private static void Line(string text) => Screen.Out.Write(new Text(text + "\n"));
}
