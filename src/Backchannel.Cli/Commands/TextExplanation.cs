using Backchannel.Cli.Terminal;
using Backchannel.Languages;
using Backchannel.Notation;
using Backchannel.Showing;
using Spectre.Console;

namespace Backchannel.Cli.Commands;

/// <summary>How a text given on the command line is read: what is found in each sentence, which lines of the pack were tried, where each stopped.</summary>
internal static class TextExplanation
{
    public static int Print(LanguagePacks packs, string text, string? language, DateOnly? published)
    {
        if (language is not null && packs[language] is null)
            throw new UsageException(
                $"there is no language pack {language}. There are: {string.Join(", ", packs.All.Select(pack => pack.Code))}."
            );
        var document = new Document
        {
            Id = new("text"),
            Path = "text",
            Text = text,
            DeclaredLanguage = language,
            Published = published is { } day ? Interval.Day(day) : default,
        };
        var explained = new Pipeline(packs).Explain(document);
        var findings = explained.Findings;
        foreach (var problem in findings.Problems)
            Screen.Remark($"{problem.What}. Name its language with --language CODE.");
        if (findings.Language is null)
            return ExitCode.NothingFound;
        foreach (var sentence in explained.Sentences)
        {
            Bold(PlainText.Line(sentence.Span.Of(text)));
            Line($"  read as {findings.Language}, in {Count(sentence.Clauses.Length, "clause")}");
            foreach (var clause in sentence.Clauses)
                Line("    " + PlainText.Line(clause));
            var lines = FindingsNotation.Lines(document, findings, sentence.Span).ToList();
            Line(lines.Count == 0 ? "  found: nothing" : "  found:");
            foreach (var line in lines)
                Line("    " + PlainText.Line(line));
            Line(
                sentence.Tried.Length == 0
                    ? "  tried: no words stand in the lists of contents and of saying"
                    : "  tried:"
            );
            foreach (var tried in sentence.Tried)
            {
                Line($"    “{PlainText.Line(tried.Span.Of(text))}”  {tried.What}  {Explanation.ShortLine(tried.Line)}");
                if (tried.Stopped is null)
                    Line("        gave what was found");
                else
                    Line($"        stopped: {tried.Stopped}");
                foreach (var role in tried.Roles)
                    Line("        " + PlainText.Line(role));
            }
            if (sentence.InNoList.Length > 0)
                Line("  in no list: " + PlainText.Line(string.Join(", ", sentence.InNoList)));
        }
        return findings.Statements.IsEmpty ? ExitCode.NothingFound : ExitCode.Done;
    }

    private static string Count(int count, string of) => Account.Count(count, of);

    private static void Bold(string text) =>
        Screen.Out.Write(new Text(text + '\n', new Style(decoration: Decoration.Bold)));

    private static void Line(string text) => Screen.Out.Write(new Text(text + '\n'));
}
