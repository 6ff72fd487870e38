namespace Backchannel.Names;

/// <summary>How far two names may be one person's or body's, and why.</summary>
/// <param name="Score">0 to 1; from <see cref="NameMatch.Same"/> on they are taken for one name.</param>
/// <param name="Reason">In words, for the reader of a link.</param>
internal readonly record struct NameLikeness(float Score, string Reason);

/// <summary>
/// Compares names in any two scripts and spellings: each word with its counterpart, sound by sound, wherever it stands; then the names as a whole,
/// where one script writes them without spaces. What both have and the other lacks speaks against; what only one has, hardly.
/// </summary>
internal static class NameMatch
{
    /// <summary>The score from which two names are taken for one.</summary>
    public const float Same = 0.5f;

    /// <summary>A word that differs by more than this share of its weight is another word: in two scripts, in one.</summary>
    private const float UnlikeAcross = 0.42f,
        UnlikeWithin = 0.24f;

    /// <summary>Characters and syllables leave less open: one that sounds otherwise makes another name.</summary>
    private const float UnlikeSyllables = 0.08f;

    /// <summary>Two words are one joined only where little of either is left over.</summary>
    private const float UnlikeJoined = 0.18f;

    /// <summary>What it costs that each has a word that the other lacks.</summary>
    private const float Contradiction = 0.6f;

    /// <summary>The weight from which such a word counts in full; "Ali" has it, "de" has not.</summary>
    private const float FullWord = 1.2f;

    /// <summary>What it costs that one has what the other lacks, by its share of the whole: a person leaves names out, a body hardly does.</summary>
    private const float ExtraOfPerson = 0.35f,
        ExtraOfBody = 0.7f;

    /// <summary>The most that one word alone can say of a name of several.</summary>
    private const float MostOfOneWord = 0.45f;

    public static NameLikeness Compare(NameForm a, NameForm b)
    {
        if (a.Words.IsEmpty || b.Words.IsEmpty)
            return new(0, "no name");
        if (SameWords(a, b))
            return new(1, "same name");
        var kinship = KinshipOf(a.Writing, b.Writing);
        var best = new NameLikeness(
            Aligned(a, b, kinship),
            a.Writing == b.Writing ? "same sounds in two spellings" : "same sounds in two scripts"
        );
        if (
            a.Words.Length != b.Words.Length
            && Math.Max(a.Words.Length, b.Words.Length) <= MostTurned
            && Whole(a, b, kinship) is var whole
            && whole > best.Score
        )
            best = new(whole, "same sounds as a whole");
        foreach (var (han, other) in new[] { (a, b), (b, a) })
        {
            if (han.Characters.IsEmpty || other.Writing == Writing.Han)
                continue;
            for (var language = 0; language < HanReadings.Languages.Length; language++)
            {
                var score = Read(han, other, language);
                if (score > best.Score)
                    best = new(
                        score,
                        $"same sounds, its characters read as {HanReadings.Languages[language].Language}"
                    );
            }
        }
        return best;
    }

    /// <summary>A name of more words starts with the first or the last of them, and is not written without spaces.</summary>
    private const int MostTurned = 5;

    /// <summary>How far a family name alone, with or without its particle, may be the full name's last word: 0 where it may not, else up to 1.</summary>
    public static float LikenessToSurname(NameForm alone, NameForm full) =>
        alone.Words.LastOrDefault() is { } word && full.Words.LastOrDefault() is { } last
            ? LikenessOfWords(word, last)
            : 0;

    /// <summary>
    /// How far one word alone may be another, in any two scripts: 0 where it may not, else up to 1. With no other word to bear it out, it must come closer
    /// than a word of a full name, and be long enough to say something.
    /// </summary>
    public static float LikenessOfWords(NameWord a, NameWord b)
    {
        if (a.Bare == b.Bare)
            return 1;
        var kinship = KinshipOf(a.Writing, b.Writing);
        var lighter = Math.Min(a.Weight[(int)kinship], b.Weight[(int)kinship]);
        var heavier = Math.Max(a.Weight[(int)kinship], b.Weight[(int)kinship]);
        if (lighter < EnoughAlone || a.Writing == b.Writing && a.Bare[0] != b.Bare[0])
            return 0;
        return Differ(a, b, kinship, heavier * UnlikeAlone(a.Writing == b.Writing, kinship, lighter)) is { } distance
            ? 1 - distance / heavier
            : 0;
    }

    // Without its short vowels a word says too little to differ much.
    private static float UnlikeAlone(bool within, Kinship kinship, float weight) =>
        within ? 0.1f
        : kinship == Kinship.Abjad || weight < LongAlone ? 0.2f
        : 0.3f;

    private const float EnoughAlone = 2,
        LongAlone = 3;

    private static bool SameWords(NameForm a, NameForm b)
    {
        if (a.Words.Length != b.Words.Length)
            return false;
        for (var i = 0; i < a.Words.Length; i++)
        {
            if (a.Words[i].Bare != b.Words[i].Bare)
                return false;
        }
        return true;
    }

    private static Kinship KinshipOf(Writing a, Writing b) =>
        a == Writing.Abjad || b == Writing.Abjad ? Kinship.Abjad
        : a is Writing.Han or Writing.Kana || b is Writing.Han or Writing.Kana ? Kinship.Syllables
        : a == Writing.Hangul || b == Writing.Hangul ? Kinship.Hangul
        : Kinship.Alphabets;

    private readonly record struct Pairing(int First, int Firsts, int Second, int Seconds, float Weight, float Cost)
    {
        private float Gain => Weight - Cost;

        /// <summary>The better fit first; of equal ones that of the earlier words, whichever name is asked first.</summary>
        public static int BestFirst(Pairing a, Pairing b) =>
            a.Gain != b.Gain ? b.Gain.CompareTo(a.Gain)
            : a.First + a.Second != b.First + b.Second ? (a.First + a.Second).CompareTo(b.First + b.Second)
            : a.Firsts + a.Seconds != b.Firsts + b.Seconds ? (a.Firsts + a.Seconds).CompareTo(b.Firsts + b.Seconds)
            : Math.Abs(a.First - a.Second).CompareTo(Math.Abs(b.First - b.Second));
    }

    /// <summary>Word against word, or two joined words against one, the best fit first.</summary>
    private static float Aligned(NameForm a, NameForm b, Kinship kinship)
    {
        var k = (int)kinship;
        var within = a.Writing == b.Writing;
        var most = 3 * a.Words.Length * b.Words.Length;
        Span<Pairing> room = most <= 128 ? stackalloc Pairing[most] : new Pairing[most];
        var count = 0;
        for (var i = 0; i < a.Words.Length; i++)
        {
            for (var j = 0; j < b.Words.Length; j++)
            {
                if (Pair(a.Words[i], b.Words[j], kinship, within) is { } fit)
                    room[count++] = new(i, 1, j, 1, fit.Weight, fit.Cost);
                if (i < a.Joined.Length && PairJoined(a.Joined[i], b.Words[j], kinship) is { } first)
                    room[count++] = new(i, 2, j, 1, first.Weight, first.Cost);
                if (j < b.Joined.Length && PairJoined(a.Words[i], b.Joined[j], kinship) is { } second)
                    room[count++] = new(i, 1, j, 2, second.Weight, second.Cost);
            }
        }
        var pairings = room[..count];
        pairings.Sort(Pairing.BestFirst);
        ulong usedA = 0,
            usedB = 0;
        float weight = 0,
            cost = 0;
        bool fatherHere = false,
            fatherThere = false;
        foreach (var pairing in pairings)
        {
            var (maskA, maskB) = (Mask(pairing.First, pairing.Firsts), Mask(pairing.Second, pairing.Seconds));
            if ((usedA & maskA) != 0 || (usedB & maskB) != 0)
                continue;
            usedA |= maskA;
            usedB |= maskB;
            weight += pairing.Weight;
            cost += pairing.Cost;
            fatherHere |= a.IsFather(pairing.First) && !b.IsFather(pairing.Second);
            fatherThere |= !a.IsFather(pairing.First) && b.IsFather(pairing.Second);
        }
        if (weight == 0)
            return 0;
        var (leftA, leftB) = (Left(a, usedA, k), Left(b, usedB, k));
        var whole = weight + Math.Max(leftA, leftB);
        // One is the other's father by their names: "Omar bin Abdullah", "Abdullah bin Omar".
        var contradicted = Math.Min(1, Math.Min(leftA, leftB) / FullWord) + (fatherHere && fatherThere ? 1 : 0);
        var extra = a.IsBody || b.IsBody ? ExtraOfBody : ExtraOfPerson;
        var penalty = cost / whole + Contradiction * contradicted + extra * Math.Abs(leftA - leftB) / whole;
        var score = Math.Max(0, 1 - penalty);
        return IsOneWord(a) == IsOneWord(b) ? score : Math.Min(score, MostOfOneWord);
    }

    /// <summary>What two words weigh together and cost, or null where they are two.</summary>
    private static (float Weight, float Cost)? Pair(NameWord x, NameWord y, Kinship kinship, bool within)
    {
        if (x.Part != y.Part && !(IsNamed(x) && IsNamed(y)))
            return null;
        if (x.Part == NamePart.Numeral)
            return x.Bare == y.Bare ? (1, 0) : null;
        var heavier = Math.Max(x.Weight[(int)kinship], y.Weight[(int)kinship]);
        if (x.Part != y.Part)
            return x.Sounds[0] == y.Sounds[0] ? (heavier * 0.5f, heavier * 0.1f) : null;
        var unlike =
            !within ? UnlikeAcross
            : x.Writing is Writing.Han or Writing.Hangul || y.Writing is Writing.Han or Writing.Hangul ? UnlikeSyllables
            : UnlikeWithin;
        var factor = PartWeight(x);
        if (x.Bare == y.Bare)
            return (heavier * factor, 0);
        if (within && IsSwapped(x.Bare, y.Bare))
            return (heavier * factor, Swapped * factor);
        return Differ(x, y, kinship, heavier * unlike) is { } distance ? (heavier * factor, distance * factor) : null;
    }

    /// <summary>The same for two words of which one is two words joined.</summary>
    private static (float Weight, float Cost)? PairJoined(NameWord x, NameWord y, Kinship kinship)
    {
        if (x.Part != NamePart.Word || y.Part != NamePart.Word)
            return null;
        var heavier = Math.Max(x.Weight[(int)kinship], y.Weight[(int)kinship]);
        return Differ(x, y, kinship, heavier * UnlikeJoined) is { } distance ? (heavier, distance) : null;
    }

    private static float? Differ(NameWord x, NameWord y, Kinship kinship, float most)
    {
        // Dropping what one has more costs at least that.
        if (Math.Abs(x.Weight[(int)kinship] - y.Weight[(int)kinship]) > most)
            return null;
        var distance = SoundDistance.Between(x.Sounds, x.Weak, y.Sounds, y.Weak, kinship, most);
        return distance <= most ? distance : null;
    }

    private const float Swapped = 0.5f;

    /// <summary>Whether two neighbouring letters changed places, and nothing else: a slip of the keys.</summary>
    private static bool IsSwapped(string a, string b)
    {
        if (a.Length != b.Length || a.Length < 4)
            return false;
        var at = a.AsSpan().CommonPrefixLength(b);
        return at + 1 < a.Length
            && a[at] == b[at + 1]
            && a[at + 1] == b[at]
            && a.AsSpan(at + 2).SequenceEqual(b.AsSpan(at + 2));
    }

    /// <summary>Whether it is one word where its script would part more.</summary>
    private static bool IsOneWord(NameForm name) =>
        name.Heavy == 1 && name.Writing is not (Writing.Han or Writing.Kana or Writing.Hangul);

    private static bool IsNamed(NameWord word) => word.Part is NamePart.Word or NamePart.Initial;

    private static float PartWeight(NameWord word) =>
        word.Part switch
        {
            NamePart.Particle => 0.2f,
            NamePart.Form => 0.1f,
            _ => 1,
        };

    private static ulong Mask(int from, int count) => (count == 1 ? 1UL : 3UL) << Math.Min(from, 60);

    private static float Left(NameForm name, ulong used, int kinship)
    {
        var left = 0f;
        for (var i = 0; i < name.Words.Length; i++)
        {
            if ((used & Mask(i, 1)) == 0)
                left += name.Words[i].Part is NamePart.Initial or NamePart.Numeral
                    ? LeftLetter
                    : name.Words[i].Weight[kinship] * PartWeight(name.Words[i]);
        }
        return left;
    }

    /// <summary>An initial or a numeral that does not fit stands for a whole word that does not.</summary>
    private const float LeftLetter = 2.5f;

    /// <summary>The names without spaces, from whichever word of the longer one starts it.</summary>
    private static float Whole(NameForm a, NameForm b, Kinship kinship)
    {
        var (shorter, longer) = a.Words.Length <= b.Words.Length ? (a, b) : (b, a);
        var one = shorter.Turned(0);
        var best = 0f;
        for (var start = 0; start < longer.Words.Length; start++)
        {
            var other = longer.Turned(start);
            var heavier = Math.Max(one.Weight[(int)kinship], other.Weight[(int)kinship]);
            var most = heavier * (1 - best) / WholeStrictness;
            if (Differ(one, other, kinship, most) is { } distance)
                best = 1 - WholeStrictness * distance / heavier;
            // Lee, Rhee and Yi, Roh and No are one surname: an l or r at the start of a word is spoken north of the border alone.
            if (kinship == Kinship.Hangul && Sounds.IsLiquid(other.Sounds[0]))
            {
                var without = SoundDistance.Between(
                    one.Sounds,
                    one.Weak,
                    other.Sounds.AsSpan(1),
                    other.Weak.AsSpan(1),
                    kinship,
                    most
                );
                best = Math.Max(best, 1 - WholeStrictness * without / heavier);
            }
        }
        return best;
    }

    /// <summary>Where nothing says which sounds are one word, chance finds more likeness: each difference counts for more.</summary>
    private const float WholeStrictness = 1.9f;

    /// <summary>Characters each in whichever of its readings fits, against the other name without spaces.</summary>
    private static float Read(NameForm han, NameForm other, int language)
    {
        var kinship = HanReadings.Languages[language].Kinship;
        var sounds = Sounds.For(kinship);
        Span<float> rows = stackalloc float[3 * (LongestRead + 1)];
        var best = 0f;
        for (var start = 0; start < other.Words.Length; start++)
        {
            var turned = other.Turned(start);
            if (turned.Sounds.Length > LongestRead)
                return best;
            var row = rows[..(turned.Sounds.Length + 1)];
            var extended = rows.Slice(LongestRead + 1, row.Length);
            var next = rows.Slice(2 * (LongestRead + 1), row.Length);
            SoundDistance.FirstRow(row, turned, sounds);
            var read = 0f;
            foreach (var character in han.Characters)
            {
                var readings = HanReadings.Of(character, language);
                if (readings.IsEmpty)
                    return 0;
                next.Fill(float.MaxValue);
                var heaviest = 0f;
                foreach (var reading in readings)
                {
                    row.CopyTo(extended);
                    var weight = 0f;
                    foreach (var sound in reading)
                    {
                        SoundDistance.Extend(extended, sound, 1, turned.Sounds, turned.Weak, sounds);
                        weight += sounds.Dropped[sound];
                    }
                    for (var j = 0; j < next.Length; j++)
                        next[j] = Math.Min(next[j], extended[j]);
                    heaviest = Math.Max(heaviest, weight);
                }
                next.CopyTo(row);
                read += heaviest;
            }
            best = Math.Max(best, 1 - ReadStrictness * row[^1] / Math.Max(turned.Weight[(int)kinship], read));
        }
        return best;
    }

    /// <summary>Each character picks the reading that fits best, which finds still more likeness.</summary>
    private const float ReadStrictness = 2.4f;

    /// <summary>No name of four characters is longer in Latin letters.</summary>
    private const int LongestRead = 32;
}
