using System.Text.RegularExpressions;
using Backchannel.Tests.Cli;

namespace Backchannel.Tests.Docs;

public sealed partial class ReadmeTests
{
    /// <summary>Every console block of the README, run in order in one folder: a line "..." stands for any lines, "..." in a line for any text.</summary>
    [Fact]
    public void The_examples_of_the_readme_print_what_it_shows()
    {
        using var folder = new Folder();
        Directory.CreateSymbolicLink(folder["samples"], Repository.Samples);
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");
        var ran = 0;
        foreach (Match block in Console().Matches(readme))
        {
            foreach (var example in block.Groups["block"].Value.Split("$ ./backchannel ").Skip(1))
            {
                var lines = example.TrimEnd('\n').Split('\n');
                var run = Run.BackchannelIn(folder.Path, lines[0].Split(' '));
                var printed = (run.Out + run.Error).ReplaceLineEndings("\n");
                Assert.True(
                    Expected(lines[1..]).IsMatch(printed),
                    $"`backchannel {lines[0]}` printed:\n{printed}\nThe README shows:\n{example}"
                );
                ran++;
            }
        }
        Assert.InRange(ran, 3, 100);
    }

    private static Regex Expected(IEnumerable<string> lines) =>
        new(
            string.Concat(
                lines.Select(line =>
                    line.Trim() == "..."
                        ? @"(.*\n)*?"
                        : string.Join(".*", line.Split("...").Select(part => Regex.Escape(part.TrimEnd()))) + @"\s*\n"
                )
            ),
            RegexOptions.None,
            TimeSpan.FromSeconds(10)
        );

    [GeneratedRegex("```console\n(?<block>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Console();
}
