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
    [InlineData(
        "is",
        "Eldur kviknaði aðfaranótt mánudags, á föstudagskvöld og klukkan hálf níu í gærkvöldi.",
        "aðfaranótt mánudags=2030-03-17TNI",
        "á föstudagskvöld=2030-03-15TEV",
        "klukkan hálf níu í gærkvöldi=2030-03-19T20:30"
    )]
    [InlineData(
        "is",
        "Hún fór í fyrravor, um helgina og á sumardaginn fyrsta, og kemur um næstu mánaðamót.",
        "í fyrravor=2029-SP",
        "um helgina=2030-W11-WE",
        "á sumardaginn fyrsta=2030-04-25",
        "um næstu mánaðamót=2030-04-01"
    )]
    [InlineData(
        "tr",
        "Dün gece 02.30'da ve 2029'un son çeyreğinde, 1960'lı yıllarda olduğu gibi, aylardır süren kriz.",
        "Dün gece 02.30'da=2030-03-20T02:30",
        "2029'un son çeyreğinde=2029-Q4",
        "1960'lı yıllarda=196",
        "aylardır=PXM"
    )]
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

    // Days of other calendars as their countries published them; Easters, feasts and the Chinese days as almanacs of those years give them.
    [Theory]
    [InlineData("ar", "صدر البيان في 1 رمضان 1445هـ الموافق 11 مارس 2024م.", "2024-03-11", CalendarSystem.Gregorian)]
    [InlineData("ar", "صدر البيان في 1 رمضان 1445 هـ.", "2024-03-11", CalendarSystem.UmmAlQura)]
    [InlineData("ar", "صدر البيان بتاريخ 1/9/1445هـ.", "2024-03-11", CalendarSystem.UmmAlQura)]
    [InlineData("ar", "عاد الوزير في عام 1445 هـ.", "2023-07-19/2024-07-06", CalendarSystem.UmmAlQura)]
    [InlineData("ar", "قامت الثورة في 22 بهمن 1357.", "1979-02-11", CalendarSystem.SolarHijri)]
    [InlineData("ar", "زار الوفد المدينة في ١٢ مايو ٢٠١٩.", "2019-05-12", CalendarSystem.Gregorian)]
    [InlineData("en", "The revolution won on 22 Bahman 1357.", "1979-02-11", CalendarSystem.SolarHijri)]
    [InlineData("en", "The state was declared on 5 Iyar 5708.", "1948-05-14", CalendarSystem.Hebrew)]
    [InlineData("en", "He spoke on 14 Adar I 5784.", "2024-02-23", CalendarSystem.Hebrew)]
    [InlineData("en", "The pilgrims came in Ramadan 2024.", "2024-03-11/2024-04-09", CalendarSystem.UmmAlQura)]
    [InlineData("en", "He spoke at Easter 2024.", "2024-03-31", CalendarSystem.Gregorian)]
    [InlineData("en", "He spoke on Orthodox Easter 2024.", "2024-05-05", CalendarSystem.Gregorian)]
    [InlineData("en", "They met on Good Friday 2025.", "2025-04-18", CalendarSystem.Gregorian)]
    [InlineData("en", "They met on Yom Kippur 2023.", "2023-09-25", CalendarSystem.Hebrew)]
    [InlineData("en", "They met at Hanukkah 2024.", "2024-12-26/2025-01-02", CalendarSystem.Hebrew)]
    [InlineData("en", "They met on the first Monday of September 2024.", "2024-09-02", CalendarSystem.Gregorian)]
    [InlineData("en", "They met on Thanksgiving.", "2029-11-22", CalendarSystem.Gregorian)]
    [InlineData("en", "They met on Nowruz 2024.", "2024-03-20", CalendarSystem.SolarHijri)]
    [InlineData("en", "They met on Thursday 2/14 in Oslo.", "2030-02-14", CalendarSystem.Gregorian)]
    [InlineData("de", "Am 14.02. sprach er mit ihr.", "2030-02-14", CalendarSystem.Gregorian)]
    [InlineData("de", "Er kam am Ostermontag.", "2030-04-22", CalendarSystem.Gregorian)]
    [InlineData("es", "Se vieron el 28/2 en la ciudad.", "2030-02-28", CalendarSystem.Gregorian)]
    [InlineData("es", "Se vieron en la Navidad de 2024.", "2024-12-25", CalendarSystem.Gregorian)]
    [InlineData("fr", "Il a parlé le 28/2 à la radio.", "2030-02-28", CalendarSystem.Gregorian)]
    [InlineData("fr", "Il a parlé le lundi de Pâques 2024.", "2024-04-01", CalendarSystem.Gregorian)]
    [InlineData("it", "Si sono visti a Pasqua 2025.", "2025-04-20", CalendarSystem.Gregorian)]
    [InlineData("pt", "O encontro foi no Natal de 2024.", "2024-12-25", CalendarSystem.Gregorian)]
    [InlineData("ru", "Они встретились на Пасху 2024 года.", "2024-05-05", CalendarSystem.Gregorian)]
    [InlineData("uk", "Вони зустрілися на Великдень 2024 року.", "2024-05-05", CalendarSystem.Gregorian)]
    [InlineData("tr", "Bakanlar 2024 Kurban Bayramı'nda görüştü.", "2024-06-16/2024-06-19", CalendarSystem.UmmAlQura)]
    [InlineData("tr", "Belge 15 Ramazan 1445 tarihlidir.", "2024-03-25", CalendarSystem.UmmAlQura)]
    [InlineData("is", "Þau hittust á aðfangadag 2024.", "2024-12-24", CalendarSystem.Gregorian)]
    [InlineData("zh", "代表团于农历八月十五抵达。", "2029-09-22", CalendarSystem.Chinese)]
    [InlineData("zh", "他们在2024年春节见面。", "2024-02-10", CalendarSystem.Chinese)]
    [InlineData("zh", "民國113年5月20日他們會面。", "2024-05-20", CalendarSystem.Gregorian)]
    [InlineData("zh", "令和6年5月20日两人会面。", "2024-05-20", CalendarSystem.Gregorian)]
    public void A_day_is_read_in_the_calendar_that_it_is_told_in(
        string language,
        string text,
        string days,
        CalendarSystem calendar
    )
    {
        var moment = Assert.Single(Read(language, text, Published));

        Assert.Equal(days, moment.When.ToString());
        Assert.Equal(calendar, moment.Calendar);
    }

    [Theory]
    [InlineData("en", "The Good Friday Agreement and the Yom Kippur War changed it.")]
    [InlineData("en", "It rose by 2/3, from 14.5 to 15.2, on 9/11 and on 5/6.")]
    [InlineData("en", "Dr. Mehr met Safar and Bahman in Tir.")]
    [InlineData("en", "They sold Christmas trees.")]
    [InlineData("ru", "Показатель вырос на 2/3, с 3.5 до 4.2.")]
    [InlineData("ar", "انتهت المباراة بهدفين مقابل صفر.")]
    [InlineData("zh", "3月20多人到场。")]
    public void Words_and_figures_that_only_look_like_a_day_date_nothing(string language, string text) =>
        Assert.DoesNotContain(Read(language, text, Published), moment => moment.Precision == Precision.Day);

    [Fact]
    public void Two_calendars_that_disagree_stay_two_moments()
    {
        Assert.Single(Read("ar", "صدر في 2 رمضان 1445 الموافق 11 مارس 2024.", Published));
        Assert.Equal(2, Read("ar", "صدر في 12 رمضان 1445 الموافق 11 مارس 2024.", Published).Count);
    }

    [Fact]
    public void The_year_told_in_one_calendar_dates_the_day_of_the_other()
    {
        var moment = Assert.Single(Read("ar", "صدر في 1 رمضان الموافق 11 مارس 2024.", null));

        Assert.Equal("2024-03-11", moment.When.ToString());
        Assert.Equal(MomentBasis.Absolute, moment.Basis);
    }

    [Fact]
    public void The_weekday_named_beside_a_day_of_the_moon_says_which_of_two_it_was()
    {
        // Saudi Arabia began that Ramadan on a Monday, most of South Asia on the Tuesday.
        Assert.Equal("2024-03-11", Assert.Single(Read("ar", "الاثنين 1 رمضان 1445", Published)).When.ToString());
        Assert.Equal("2024-03-12", Assert.Single(Read("ar", "الثلاثاء 1 رمضان 1445", Published)).When.ToString());
        Assert.Equal("2024-03-11", Assert.Single(Read("ar", "السبت 1 رمضان 1445", Published)).When.ToString());
    }

    [Fact]
    public void A_holiday_without_a_year_or_a_day_of_writing_stays_open()
    {
        var moment = Assert.Single(Read("en", "They met on Christmas Eve.", null));

        Assert.True(moment.When.IsUnknown);
        Assert.Equal(MomentBasis.Unanchored, moment.Basis);
    }

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
