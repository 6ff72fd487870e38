using Backchannel.Notation;

namespace Backchannel.Tests.Languages;

public sealed class ExamplesTests
{
    public static TheoryData<string> Codes => [.. Packs.All.All.Select(pack => pack.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_example_of_a_pack_is_met(string code)
    {
        var file = Path.Combine(Repository.Root, "languages", code, "examples.md");
        var results = Examples.Check(Packs.All[code]!, Examples.Read(file)).ToList();
        var wrong = results
            .Where(result => result.Failure is not null)
            .Select(result =>
                $"{code}/examples.md:{result.Example.Line}: {result.Failure}\n  > {result.Example.Text}\n    found {string.Join("\n    found ", result.Found)}"
            );
        Assert.Equal("", string.Join('\n', wrong));
    }
}
