using System.Text.Json;
using Backchannel.Showing;

namespace Backchannel.Tests.Showing.Formats;

public sealed class PloverTests
{
    private static readonly string[] Roots =
    [
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    ];

    private static List<JsonElement> Read(Archive archive) =>
        [
            .. Accounts
                .Formats["plover"](archive)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];

    private static List<string> Texts(JsonElement line, string name) =>
        [.. line.GetProperty(name).EnumerateArray().Select(each => each.GetString()!)];

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;

    [Fact]
    public void Every_claim_is_a_line_with_the_fields_of_the_manual()
    {
        var lines = Read(Accounts.Samples);

        Assert.Equal(Accounts.Samples.Changes.Claims.Length, lines.Count);
        foreach (var line in lines)
        {
            if (line.GetProperty("has_event").GetBoolean() || line.TryGetProperty("date", out _))
                Assert.Matches(@"^\d{4}-\d\d-\d\d$", Text(line, "date"));
            Assert.All(Texts(line, "event"), root => Assert.Contains(root, Roots));
            Assert.Equal(line.GetProperty("has_event").GetBoolean(), Texts(line, "event").Count == 1);
            Assert.Equal(line.GetProperty("has_event").GetBoolean(), line.TryGetProperty("quad_code", out _));
            Assert.True(!line.GetProperty("has_event").GetBoolean() || line.GetProperty("source").GetArrayLength() > 0);
            Assert.All(
                line.GetProperty("source").EnumerateArray(),
                actor =>
                {
                    Assert.NotEmpty(Text(actor, "actor_text"));
                    if (actor.TryGetProperty("code", out var code))
                        Assert.Matches("^[A-Z]{3}$", code.GetString());
                }
            );
        }
        Assert.Contains(
            lines,
            line => line.GetProperty("source").EnumerateArray().Any(actor => actor.TryGetProperty("code", out _))
        );
    }

    [Fact]
    public void Only_a_contact_that_is_held_or_goes_on_and_that_somebody_affirms_consults()
    {
        foreach (var line in Read(Accounts.Samples).Where(line => Texts(line, "event").Contains("CONSULT")))
        {
            Assert.Contains(Text(line, "status"), (string[])["held", "ongoing"]);
            Assert.Equal("affirmed", Text(line, "polarity"));
            Assert.DoesNotContain(Text(line, "standing"), (string[])["denied", "withdrawn"]);
        }
    }

    [Theory]
    [InlineData("President Ana Lind will meet Karim Oduya in Accra on Friday, her office said.", "AGREE", null)]
    [InlineData("President Ana Lind refused to meet Karim Oduya, her office said.", "REJECT", "meet")]
    [InlineData("President Ana Lind met Karim Oduya in Accra on Monday, her office said.", "CONSULT", null)]
    [InlineData("President Ana Lind telephoned Karim Oduya on Monday, her office said.", "CONSULT", "phone")]
    public void The_root_comes_of_type_and_status_together(string text, string root, string? mode)
    {
        var line = Assert.Single(Read(Accounts.Of(text)), line => Text(line, "type") is "meeting" or "call");

        Assert.Equal([root], Texts(line, "event"));
        Assert.Equal(mode is null ? [] : [mode], Texts(line, "mode"));
    }

    [Fact]
    public void A_denied_contact_is_kept_and_is_no_event()
    {
        var line = Assert.Single(
            Read(Accounts.Of("President Ana Lind denied on Tuesday that she had met Karim Oduya in Accra.")),
            line => Text(line, "type") == "meeting"
        );

        Assert.False(line.GetProperty("has_event").GetBoolean());
        Assert.Empty(Texts(line, "event"));
        Assert.Equal(["CONSULT"], Texts(line, "not_event"));
        Assert.Equal(["denied"], Texts(line, "mode"));
        Assert.Equal(["negation"], Texts(line, "context"));
    }
}
