using Backchannel.Languages;
using Backchannel.Understanding.Syntax;
using CsCheck;

namespace Backchannel.Tests.Understanding;

/// <summary>When the press says something happened. The sentences are read as of Wednesday, 20 March 2030, unless they say otherwise.</summary>
public class MomentTests
{
    private static readonly LanguagePacks Packs = global::Backchannel.Tests.Packs.All;

    private static readonly DateOnly Published = new(2030, 3, 20);

    [Theory]
    [InlineData("en", "They met on Tuesday and will meet again next week.", "Tuesday=2030-03-19", "next week=2030-W13")]
    [InlineData(
        "en",
        "The two-hour talks ended on the evening of 3 March 2029.",
        "two-hour=PT2H",
        "3 March 2029=2029-03-03"
    )]
    [InlineData("en", "He called three days ago, after Sept. 30.", "three days ago=2030-03-17", "Sept. 30=2029-09-30")]
    [InlineData("en", "They speak every Thursday, but not now.", "every Thursday=XXXX-WXX-4", "now=PRESENT_REF")]
    [InlineData("en", "Exports fell in the third quarter of 2028.", "the third quarter of 2028=2028-Q3")]
    [InlineData("en", "This Friday he will be 52 years old.", "This Friday=2030-03-22")]
    [InlineData(
        "en",
        "In the 1990s the call came at 5 p.m. on Monday.",
        "the 1990s=199",
        "5 p.m. on Monday=2030-03-18T17:00"
    )]
    [InlineData(
        "es",
        "Se reunieron ayer por la tarde durante más de tres horas.",
        "ayer por la tarde=2030-03-19TAF",
        "más de tres horas=PT3H"
    )]
    [InlineData(
        "es",
        "El pasado 2 de marzo habló de ello, y este viernes volverá.",
        "El pasado 2 de marzo=2030-03-02",
        "este viernes=2030-03-22"
    )]
    [InlineData(
        "de",
        "Am Montag um 20 Uhr sprach er, zwei Stunden lang.",
        "Montag um 20 Uhr=2030-03-18T20:00",
        "zwei Stunden lang=PT2H"
    )]
    [InlineData(
        "fr",
        "Il a parlé hier soir, pour la première fois depuis trois ans.",
        "hier soir=2030-03-19TEV",
        "trois ans=P3Y"
    )]
    [InlineData("it", "Si sono visti due giorni fa.", "due giorni fa=2030-03-18")]
    [InlineData(
        "pt",
        "O encontro durou três horas e foi na semana passada.",
        "três horas=PT3H",
        "semana passada=2030-W11"
    )]
    [InlineData("ru", "Встреча прошла вчера вечером.", "вчера вечером=2030-03-19TEV")]
    [InlineData("uk", "Зустріч відбулася 5 березня 2029 року.", "5 березня 2029 року=2029-03-05")]
    [InlineData("tr", "Görüşme dün akşam yapıldı.", "dün akşam=2030-03-19TEV")]
    [InlineData("is", "Fundurinn var haldinn í gær og stóð í þrjá tíma.", "í gær=2030-03-19", "þrjá tíma=PT3H")]
    [InlineData("ar", "جرى الاتصال مساء الاثنين واستمر ساعتين.", "مساء الاثنين=2030-03-18TEV", "ساعتين=PT2H")]
    [InlineData("zh", "会谈于昨天下午举行。", "昨天下午=2030-03-19TAF")]
    [InlineData("en", "Signed on 15.05.2029, not 5.6.2029.", "15.05.2029=2029-05-15")]
    [InlineData("de", "Der Vertrag vom 15.05.2029 gilt.", "15.05.2029=2029-05-15")]
    [InlineData("fr", "Le contrat du 15/5/2029 tient.", "15/5/2029=2029-05-15")]
    [InlineData(
        "ar",
        "التقيا بعد سبعة أشهر من الحرب وقبل أسبوعين في باكو.",
        "بعد سبعة أشهر=P7M",
        "قبل أسبوعين=2030-W10"
    )]
    [InlineData(
        "ar",
        "سافر في الحادي والعشرين من تشرين الأول/أكتوبر 2028 وعاد في 3 مايو (أيار) الماضي.",
        "الحادي والعشرين من تشرين الأول/أكتوبر 2028=2028-10-21",
        "3 مايو (أيار) الماضي=2029-05-03"
    )]
    [InlineData(
        "ar",
        "يصل الساعة السابعة والنصف مساء غد ويبقى خلال الساعات الـ24 المقبلة.",
        "الساعة السابعة والنصف مساء غد=2030-03-21T19:30",
        "خلال الساعات الـ24 المقبلة=PT24H"
    )]
    [InlineData("ar", "في مارس من العام الماضي، ومنذ 2011، نزح 2000 شخص.", "مارس من العام الماضي=2029-03", "2011=2011")]
    [InlineData("ar", "عاش في مدينة السادس من أكتوبر، وفي ذلك اليوم قرأ صحيفة الغد.")]
    [InlineData("ar", "وقع العقد في 2029/5/15 و16-05-2029.", "2029/5/15=2029-05-15", "16-05-2029=2029-05-16")]
    [InlineData("de", "Im kommenden Sommer reist er ab.", "kommenden Sommer=2030-SU")]
    [InlineData("en", "It began around 7:15 p.m. in Oslo.", "7:15 p.m.=2030-03-20T19:15")]
    public void A_time_is_read_as_a_reader_would(string language, string text, params string[] times) =>
        Assert.Equal(times, Read(language, text, Published).Select(moment => $"{moment.Core.Of(text)}={moment.Value}"));

    [Fact]
    public void The_day_after_tomorrow_is_one_day() =>
        Assert.Equal(Interval.Day(new(2030, 3, 22)), Assert.Single(Read("ar", "يصل الوفد بعد غد.", Published)).When);

    [Fact]
    public void A_day_without_a_year_belongs_to_the_year_that_a_history_tells_of()
    {
        const string Text =
            "In August 1920 the armies stood at the river. They crossed it on 16 August. On Monday the museum reopens.";

        var moments = Read("en", Text, Published);

        Assert.Equal(["1920-08", "1920-08-16", "2030-03-18"], moments.Select(moment => moment.Value));
        Assert.Equal(
            [MomentBasis.Absolute, MomentBasis.Text, MomentBasis.Publication],
            moments.Select(moment => moment.Basis)
        );
    }

    [Fact]
    public void Without_a_day_of_writing_what_needs_one_stays_open()
    {
        var moments = Read("en", "They met on Tuesday, in 2019, and in May.", null);

        Assert.Equal(["XXXX-XX-XX", "2019", "2019-05"], moments.Select(moment => moment.Value));
        Assert.True(moments[0].When.IsUnknown);
    }

    [Fact]
    public void How_long_and_how_often_date_nothing()
    {
        foreach (var moment in Read("en", "For two years they met every month, daily at times, until now.", Published))
            Assert.True(moment.When.IsUnknown, moment.Value);
    }

    [Fact]
    public void Times_lie_in_their_text_in_order_and_apart_whatever_the_text()
    {
        string[] words =
        [
            "the",
            "of",
            "May",
            "12",
            "2019",
            "-",
            ",",
            "two",
            "-hour",
            "week",
            "last",
            "next",
            "Monday",
            "o'clock",
            "5",
            "p.m.",
            "1990s",
            "quarter",
            "\n",
            "۱۲",
            "12-13",
            "99999999999999999999",
            "\ud800",
            "every",
            "night",
            "ago",
            "in",
            ".",
            "00:61",
            "31 February",
        ];
        Gen.Int[0, words.Length - 1]
            .Select(i => words[i])
            .Array[0, 30]
            .Sample(
                parts =>
                {
                    var text = string.Join(' ', parts);
                    var at = 0;
                    foreach (var moment in Read("en", text, Published))
                    {
                        Assert.InRange(moment.Core.Start, at, text.Length);
                        Assert.True(moment.Span.Start <= moment.Core.Start && moment.Core.End <= moment.Span.End);
                        at = moment.Core.End;
                        Assert.True(at <= text.Length);
                        Assert.NotEmpty(moment.Value);
                    }
                },
                iter: 2000
            );
    }

    private static List<Moment> Read(string language, string text, DateOnly? published) =>
        Parser.Times(text, published is { } day ? Interval.Day(day) : default, Packs[language]!);
}
