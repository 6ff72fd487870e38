using System.Collections.Immutable;
using System.Text;

namespace Backchannel.Tests.Golden;

/// <summary>
/// One file of tests/golden: prose that says what is right, articles in blocks <c>```text PATH</c>, what is found in a block
/// <c>```found</c>, and, where that is not right yet, a block <c>```not yet</c> of lines <c>- found</c> and <c>+ right</c>.
/// </summary>
internal sealed class GoldenFile
{
    private const string Fence = "```";

    private readonly string _path;
    private readonly ImmutableArray<(string Kind, string Body)> _blocks;

    private GoldenFile(string path, ImmutableArray<(string, string)> blocks) => (_path, _blocks) = (path, blocks);

    /// <summary>The names of the files in a folder of tests/golden.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests/golden", folder), "*.md")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal);

    public static GoldenFile Read(string folder, string name)
    {
        var path = Path.Combine(Repository.Root, "tests/golden", folder, name + ".md");
        var blocks = ImmutableArray.CreateBuilder<(string, string)>();
        var (kind, body) = ("", new StringBuilder());
        foreach (var line in File.ReadLines(path))
        {
            if (!line.StartsWith(Fence, StringComparison.Ordinal))
            {
                body.Append(line).Append('\n');
                continue;
            }
            blocks.Add((kind, body.ToString()));
            (kind, body) = (kind.Length == 0 ? line[Fence.Length..] : "", new());
        }
        blocks.Add((kind, body.ToString()));
        return new(path, blocks.ToImmutable());
    }

    /// <summary>The articles, each with the path it is read under.</summary>
    public IEnumerable<(string Path, string Text)> Articles =>
        _blocks
            .Where(block => block.Kind.StartsWith("text", StringComparison.Ordinal))
            .Select(block =>
                (block.Kind["text".Length..].Trim() is { Length: > 0 } path ? path : "article.txt", block.Body)
            );

    private string Block(string kind) => _blocks.FirstOrDefault(block => block.Kind == kind).Body ?? "";

    /// <summary>Compares with what the file says was found, or writes it there where <c>ACCEPT=1</c> asks for that.</summary>
    public void Check(string found)
    {
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
            Accept(found);
        else
            Assert.Equal(Block("found"), found);
        var lines = found.Split('\n').Select(line => line.Trim()).ToHashSet(StringComparer.Ordinal);
        foreach (
            var line in Block("not yet")
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
                Assert.True(
                    lines.Contains(line[2..]),
                    $"{_path}: this is not found any more, take it off 'not yet': {line[2..]}"
                );
            else if (line.StartsWith("+ ", StringComparison.Ordinal))
                Assert.False(
                    lines.Contains(line[2..]),
                    $"{_path}: this is found now, take it off 'not yet': {line[2..]}"
                );
            else
                Assert.Fail($"{_path}: a line of 'not yet' begins with '- ' or '+ ': {line}");
        }
    }

    private void Accept(string found)
    {
        var text = new StringBuilder();
        foreach (var (kind, body) in _blocks)
        {
            if (kind.Length == 0)
                text.Append(body);
            else
                text.Append(Fence)
                    .Append(kind)
                    .Append('\n')
                    .Append(kind == "found" ? found : body)
                    .Append(Fence)
                    .Append('\n');
        }
        if (_blocks.All(block => block.Kind != "found"))
            text.Append('\n').Append(Fence).Append("found\n").Append(found).Append(Fence).Append('\n');
        File.WriteAllText(_path, text.ToString());
    }
}
