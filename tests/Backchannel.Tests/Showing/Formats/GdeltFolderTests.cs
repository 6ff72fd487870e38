using System.Globalization;
using Backchannel.Showing;
using Backchannel.Showing.Formats;

namespace Backchannel.Tests.Showing.Formats;

public sealed class GdeltFolderTests
{
    private static List<Dictionary<string, string>> Read(Archive archive, bool events) =>
        [
            .. Accounts
                .File(GdeltFolder.Files(archive), events ? GdeltFolder.Events : GdeltFolder.Mentions)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('\t'))
                .Select(cells =>
                {
                    var columns = events ? GdeltFolder.EventColumns : GdeltFolder.MentionColumns;
                    Assert.Equal(columns.Length, cells.Length);
                    return columns.Zip(cells).ToDictionary(each => each.First, each => each.Second);
                }),
        ];

    [Fact]
    public void Columns_are_as_many_and_in_the_order_of_the_codebook()
    {
        Assert.Equal(61, GdeltFolder.EventColumns.Length);
        Assert.Equal(16, GdeltFolder.MentionColumns.Length);
        Assert.Equal("Actor1Code", GdeltFolder.EventColumns[5]);
        Assert.Equal("Actor2Code", GdeltFolder.EventColumns[15]);
        Assert.Equal("EventCode", GdeltFolder.EventColumns[26]);
        Assert.Equal("ActionGeo_Type", GdeltFolder.EventColumns[51]);
        Assert.Equal("SOURCEURL", GdeltFolder.EventColumns[60]);
    }

    [Fact]
    public void Events_and_mentions_hang_together_and_count_what_they_say_they_count()
    {
        foreach (var archive in new[] { Accounts.Samples, Accounts.Hostiles })
        {
            var events = Read(archive, events: true);
            var mentions = Read(archive, events: false).ToLookup(mention => mention["GLOBALEVENTID"]);

            Assert.NotEmpty(events);
            Assert.Equal(events.Count, events.Select(each => each["GLOBALEVENTID"]).Distinct().Count());
            foreach (var each in events)
            {
                Assert.True(long.Parse(each["GLOBALEVENTID"], CultureInfo.InvariantCulture) > 0);
                Assert.Equal(
                    each["NumMentions"],
                    mentions[each["GLOBALEVENTID"]].Count().ToString(CultureInfo.InvariantCulture)
                );
                Assert.StartsWith(each["EventRootCode"], each["EventCode"], StringComparison.Ordinal);
                Assert.StartsWith(each["EventBaseCode"], each["EventCode"], StringComparison.Ordinal);
                Assert.Matches(@"^\d{8}$", each["SQLDATE"]);
                Assert.Matches(@"^\d{14}$", each["DATEADDED"]);
                Assert.All(["AvgTone", "GoldsteinScale", "ActionGeo_Lat"], column => Assert.Equal("", each[column]));
            }
            Assert.Equal(
                events.Select(each => each["GLOBALEVENTID"]).ToHashSet(),
                mentions.Select(group => group.Key).ToHashSet()
            );
        }
    }

    [Fact]
    public void Sources_are_independent_origins_and_not_outlets()
    {
        var origins = Accounts.Samples.Claims.Values.Max(claim => claim.Origins.Length);

        var most = Read(Accounts.Samples, events: true)
            .Max(each => int.Parse(each["NumSources"], CultureInfo.InvariantCulture));

        Assert.InRange(most, 1, origins);
    }

    [Fact]
    public void Nothing_but_a_held_contact_has_root_04_and_a_denial_is_an_event_of_its_own()
    {
        var archive = Accounts.Of(
            "President Ana Lind denied on Tuesday that she had met Prime Minister Karim Oduya in Accra.",
            "Foreign Minister Jonas Berg will meet Ola Nordby in Muscat on Friday, his office said."
        );
        var codes = Read(archive, events: true).ToDictionary(each => each["EventCode"], each => each);

        Assert.Equal(["016", "036"], codes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("ANA LIND", codes["016"]["Actor1Name"]);
        Assert.Equal("KARIM ODUYA", codes["016"]["Actor2Name"]);
    }
}
