using System.Text.RegularExpressions;
using Backchannel.Showing;
using Backchannel.Web.Desk;

namespace Backchannel.Tests.Web;

public sealed partial class WordingTests
{
    [Fact]
    public void Every_word_of_the_engine_has_its_word_in_every_language_of_the_desk()
    {
        var words = new[]
        {
            typeof(Standing),
            typeof(Family),
            typeof(Stance),
            typeof(Status),
            typeof(ActorType),
            typeof(VoiceRole),
            typeof(TurnKind),
        }
            .SelectMany(type => Enum.GetValues(type).Cast<Enum>())
            .Select(value => Words.Of(value))
            .Concat(ContentType.All.Select(type => type.Name))
            .Concat(
                House
                    .SourceFile.All.Where(file =>
                        file.IsIn("src/Backchannel.Web/Desk") && file.Path.EndsWith(".razor", StringComparison.Ordinal)
                    )
                    .SelectMany(file => Key().Matches(file.Text))
                    .Select(match => match.Groups["key"].Value)
            )
            .Distinct(StringComparer.Ordinal);

        Assert.All(
            Wording.All,
            wording => Assert.All(words, word => Assert.True(wording.Has(word), $"{wording.Code}: {word}"))
        );
        Assert.All(
            Wording.All.SelectMany(wording => words.Select(word => wording[word])),
            text => Assert.NotEmpty(text)
        );
    }

    [GeneratedRegex("""\bW\["(?<key>[^"]+)"\]""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Key();
}
