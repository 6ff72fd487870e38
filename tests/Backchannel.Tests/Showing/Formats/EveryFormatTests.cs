using Backchannel.Tests.Properties;

namespace Backchannel.Tests.Showing.Formats;

/// <summary>What holds of every format, whatever it is.</summary>
public sealed class EveryFormatTests
{
    public static TheoryData<string> Formats => Accounts.FormatNames;

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_articles_give_the_same_bytes_in_any_order(string format)
    {
        var write = Accounts.Formats[format];
        var shuffled = Sample.Judged([.. Sample.Readings.Reverse()], []);

        var first = write(Accounts.Samples);

        Assert.Equal(first, write(Accounts.Samples));
        Assert.Equal(first, write(shuffled));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Hostile_names_leave_no_control_character_and_no_half_of_a_pair(string format)
    {
        var text = Accounts.Formats[format](Accounts.Hostiles);

        Assert.NotEmpty(text);
        Assert.DoesNotContain(text, c => c is '\0' or '\u0001' or '\u001B' && format != "csv");
        for (var i = 0; i < text.Length; i++)
            Assert.True(!char.IsSurrogate(text[i]) || char.IsSurrogatePair(text, i) || char.IsLowSurrogate(text[i]));
        Assert.DoesNotContain("\0", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_store_without_articles_is_no_trouble(string format) =>
        Assert.NotNull(Accounts.Formats[format](new([], new(), [])));

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_denial_and_a_plan_are_told_as_such(string format)
    {
        var text = Accounts.Formats[format](
            Accounts.Of(
                "President Ana Lind denied on Tuesday that she had met Prime Minister Karim Oduya in Accra or anywhere else.",
                "Foreign Minister Jonas Berg will meet Oman's envoy in Muscat on Friday, his office said in a statement."
            )
        );

        // GDELT has one code for a denial and one for a plan to meet, and no words.
        Assert.Contains(format == "gdelt" ? "\t016\t" : "denie", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(format == "gdelt" ? "\t036\t" : "planned", text, StringComparison.OrdinalIgnoreCase);
    }
}
