using Backchannel.Names;
using CsCheck;

namespace Backchannel.Tests.Names;

/// <summary>Names of public people and of nobody in particular, as the press of several countries writes them.</summary>
public class NameMatchTests
{
    [Theory]
    [InlineData("Vladimir Putin", "Владимир Путин")]
    [InlineData("Vladimír Pútín", "فلاديمير بوتين")]
    [InlineData("Volodymyr Zelensky", "Володимир Зеленський")]
    [InlineData("Muammar Gaddafi", "معمر القذافي")]
    [InlineData("Bashar al-Assad", "بشار الأسد")]
    [InlineData("Benjamin Netanyahu", "בנימין נתניהו")]
    [InlineData("Kyriakos Mitsotakis", "Κυριάκος Μητσοτάκης")]
    [InlineData("Kim Jong-un", "김정은")]
    [InlineData("Moon Jae-in", "문재인")]
    [InlineData("Moon Jae-in", "文在寅")]
    [InlineData("Xi Jinping", "习近平")]
    [InlineData("Angela Merkel", "アンゲラ・メルケル")]
    [InlineData("Emmanuel Macron", "埃马纽埃尔·马克龙")]
    [InlineData("Narendra Modi", "नरेन्द्र मोदी")]
    [InlineData("Nikol Pashinyan", "Նիկոլ Փաշինյան")]
    [InlineData("Mikheil Saakashvili", "მიხეილ სააკაშვილი")]
    [InlineData("Thaksin Shinawatra", "ทักษิณ ชินวัตร")]
    [InlineData("Ebrahim Raisi", "ابراهیم رئیسی")]
    [InlineData("Abdulaziz Saud", "Abdul Aziz Saud")]
    [InlineData("Ólafur Ragnar Grímsson", "Olafur Grimsson")]
    [InlineData("Aleksandr Lukashenko", "Alyaksandr Lukashenka")]
    [InlineData("Recep Tayyip Erdoğan", "ERDOGAN Recep Tayyip")]
    [InlineData("Dr. Javier Solana", "Javier Solana")]
    [InlineData("J. Solana", "Javier Solana")]
    [InlineData("Angela Merkle", "Angela Merkel")]
    [InlineData("Gazprom PAO", "Gazprom")]
    [InlineData("Northwind Trading Ltd.", "Northwind Trading Limited")]
    public void Two_writings_of_one_name_are_one(string a, string b)
    {
        var likeness = NameMatch.Compare(new(a), new(b));

        Assert.True(likeness.Score >= NameMatch.Same, $"{a} = {b}: {likeness}");
        Assert.NotEmpty(likeness.Reason);
    }

    [Theory]
    [InlineData("Raúl Castro", "Fidel Castro")]
    [InlineData("Raúl Castro", "فيدل كاسترو")]
    [InlineData("George Bush", "Jeb Bush")]
    [InlineData("Kim Jong-un", "김정일")]
    [InlineData("Kim Jong-un", "김여정")]
    [InlineData("Moon Jae-in", "文喜相")]
    [InlineData("Hassan bin Omar", "Omar bin Hassan")]
    [InlineData("Mahmoud Abbas", "Mahmoud Ahmadinejad")]
    [InlineData("محمود عباس", "محمود أحمدي نجاد")]
    [InlineData("A. Solana", "Javier Solana")]
    [InlineData("Pedro Sánchez", "Pedro Sancho")]
    [InlineData("Nicolás Maduro", "Maduro")]
    [InlineData("Bank of Norland", "Bank of Sudland")]
    [InlineData("Alpha Fund II Ltd", "Alpha Fund III Ltd")]
    public void Two_peoples_names_are_two(string a, string b)
    {
        var likeness = NameMatch.Compare(new(a), new(b));

        Assert.True(likeness.Score < NameMatch.Same, $"{a} = {b}: {likeness}");
    }

    [Theory]
    [InlineData("Maduro", "Nicolás Maduro", true)]
    [InlineData("مادورو", "Nicolás Maduro", true)]
    [InlineData("馬杜羅", "Nicolás Maduro", true)]
    [InlineData("Мадуро", "Nicolás Maduro", true)]
    [InlineData("de Mistura", "Staffan de Mistura", true)]
    [InlineData("Nicolás", "Nicolás Maduro", false)]
    [InlineData("Modanlo", "Nicolás Maduro", false)]
    [InlineData("Li", "Nicolás Lee", false)]
    public void A_family_name_alone_fits_the_last_word(string alone, string full, bool fits) =>
        Assert.Equal(fits, NameMatch.LikenessToSurname(new(alone), new(full)) > 0);

    [Fact]
    public void Comparing_is_the_same_both_ways_and_a_name_is_itself()
    {
        var word = Gen.Char["abcdefghijklmnopqrstuvwxyzéšłабвгджзилмнорстухцчшяابتجدرسعفقكلمنهوي金正恩김정은のマ'-. 3"]
            .Array[1, 7]
            .Select(letters => new string(letters));
        var name = word.Array[1, 5].Select(words => string.Join(' ', words));
        Gen.Select(name, name)
            .Sample(
                (a, b) =>
                {
                    var (x, y) = (new NameForm(a), new NameForm(b));
                    var score = NameMatch.Compare(x, y).Score;
                    return MathF.Abs(score - NameMatch.Compare(y, x).Score) < 1e-4f
                        && score is >= 0 and <= 1
                        && (x.Words.IsEmpty || NameMatch.Compare(x, x).Score == 1);
                },
                iter: 3000
            );
    }

    [Fact]
    public void Damaged_names_are_compared_without_complaint()
    {
        foreach (
            var name in new[] { "", " ", "\ud800", "..", "\u202Eabc", new string('a', 5000), "123", "ـــ", "👍 👍" }
        )
            Assert.InRange(NameMatch.Compare(new(name), new("Ana Ruiz")).Score, 0, NameMatch.Same);
    }

    [Fact]
    public void A_name_of_a_whole_page_costs_no_more_than_a_long_one()
    {
        var page = new NameForm(string.Concat(Enumerable.Repeat("Ana Ruiz ", 100_000)));
        var word = new NameForm(new string('b', 1_000_000));

        Assert.True(page.Words.Length < 100 && word.Words[0].Sounds.Length < 100 && word.Words[0].Bare.Length < 100);
        Assert.InRange(NameMatch.Compare(page, page).Score, 1, 1);
    }

    [Fact]
    public void Every_line_of_the_lists_says_sounds_that_there_are()
    {
        foreach (var section in new[] { "latin", "romanised", "hangul", "pinyin", "abjad" })
        {
            foreach (var line in NameFiles.Section("spelling.txt", section))
                Assert.All(
                    line.Split(' ')[1].Where(sound => sound != '0'),
                    sound => Assert.True(Sounds.Code(sound) >= 0, line)
                );
        }
        foreach (var section in new[] { "every", "abjad", "syllables", "hangul" })
            Assert.NotEmpty(NameFiles.Section("sounds.txt", section));
    }

    [Fact]
    public void A_name_in_another_script_finds_its_person_first()
    {
        string[] names =
        [
            "Nicolás Maduro",
            "Diosdado Cabello",
            "Vladimir Putin",
            "Dmitry Medvedev",
            "Kim Jong-un",
            "Kim Yo-jong",
            "Moon Jae-in",
            "Xi Jinping",
            "Wang Yi",
            "Emmanuel Macron",
            "Ebrahim Raisi",
            "Mohammad Javad Zarif",
            "Bashar al-Assad",
            "Benjamin Netanyahu",
            "Narendra Modi",
        ];
        var forms = names.Select(name => new NameForm(name)).ToList();
        var index = new NameIndex();
        forms.ForEach(form => index.Add(form));

        foreach (
            var (asked, found) in new[]
            {
                ("ديوسدادو كابيو", 1),
                ("Дмитрий Медведев", 3),
                ("김여정", 5),
                ("文在寅", 6),
                ("محمد جواد ظریف", 11),
                ("נרנדרה מודי", 14),
            }
        )
            Assert.Equal(found, index.Search(new(asked), number => forms[number], 3)[0].Number);
    }
}
