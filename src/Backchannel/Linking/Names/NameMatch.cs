namespace Backchannel.Linking.Names;

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
        if (a.Words.Length != b.Words.Length && Whole(a, b, kinship) is var whole && whole > best.Score)
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
        : a == Writing.Hangul || b == Writing.Hangul ? Kinship.Korean
        : Kinship.Alphabets;

    private readonly record struct Pairing(int First, int Firsts, int Second, int Seconds, float Weight, float Cost)
    {
        public float Gain => Weight - Cost;
    }

    /// <summary>Word against word, or two joined words against one, the best fit first.</summary>
    private static float Aligned(NameForm a, NameForm b, Kinship kinship)
    {
        var pairings = new List<Pairing>();
        var k = (int)kinship;
        var within = a.Writing == b.Writing;
        for (var i = 0; i < a.Words.Length; i++)
        {
            for (var j = 0; j < b.Words.Length; j++)
                Try(a.Words[i], 1, i, b.Words[j], 1, j);
        }
        for (var i = 0; i < a.Joined.Length; i++)
        {
            for (var j = 0; j < b.Words.Length; j++)
                Try(a.Joined[i], 2, i, b.Words[j], 1, j);
        }
        for (var i = 0; i < a.Words.Length; i++)
        {
            for (var j = 0; j < b.Joined.Length; j++)
                Try(a.Words[i], 1, i, b.Joined[j], 2, j);
        }
        pairings.Sort((x, y) => y.Gain.CompareTo(x.Gain));
        ulong usedA = 0,
            usedB = 0;
        float weight = 0,
            cost = 0;
        var taken = new List<Pairing>();
        foreach (var pairing in pairings)
        {
            var (maskA, maskB) = (Mask(pairing.First, pairing.Firsts), Mask(pairing.Second, pairing.Seconds));
            if ((usedA & maskA) != 0 || (usedB & maskB) != 0)
                continue;
            usedA |= maskA;
            usedB |= maskB;
            weight += pairing.Weight;
            cost += pairing.Cost;
            taken.Add(pairing);
        }
        if (weight == 0)
            return 0;
        var (leftA, leftB) = (Left(a, usedA, k), Left(b, usedB, k));
        var whole = weight + Math.Max(leftA, leftB);
        var contradicted = Math.Min(1, Math.Min(leftA, leftB) / FullWord) + (HasOtherFather(a, b, taken) ? 1 : 0);
        var extra = a.IsBody || b.IsBody ? ExtraOfBody : ExtraOfPerson;
        var penalty = cost / whole + Contradiction * contradicted + extra * Math.Abs(leftA - leftB) / whole;
        var score = Math.Max(0, 1 - penalty);
        return IsOneWord(a) == IsOneWord(b) ? score : Math.Min(score, MostOfOneWord);

        void Try(NameWord x, int xs, int i, NameWord y, int ys, int j)
        {
            if (x.Part != y.Part && xs == ys && !(IsNamed(x) && IsNamed(y)))
                return;
            var heavier = Math.Max(x.Weight[k], y.Weight[k]);
            if (x.Part == NamePart.Initial != (y.Part == NamePart.Initial))
            {
                if (xs == ys && x.Sounds[0] == y.Sounds[0])
                    pairings.Add(new(i, 1, j, 1, heavier * 0.5f, heavier * 0.1f));
                return;
            }
            if (x.Part == NamePart.Numeral || y.Part == NamePart.Numeral)
            {
                if (x.Bare == y.Bare)
                    pairings.Add(new(i, xs, j, ys, 1, 0));
                return;
            }
            var unlike =
                xs != ys ? UnlikeJoined
                : within ? UnlikeWithin
                : UnlikeAcross;
            if (Math.Min(x.Weight[k], y.Weight[k]) < heavier * (1 - unlike))
                return;
            var distance =
                x.Bare == y.Bare ? 0
                : within && IsSwapped(x.Bare, y.Bare) ? Swapped
                : Distance(x.Sounds, x.Weak, y.Sounds, y.Weak, kinship);
            if (distance <= heavier * unlike)
            {
                var factor = Math.Max(PartWeight(x), PartWeight(y));
                pairings.Add(new(i, xs, j, ys, heavier * factor, distance * factor));
            }
        }
    }

    /// <summary>Whether it is one word where its script would part more.</summary>
    private static bool IsOneWord(NameForm name) =>
        name.Heavy == 1 && name.Writing is not (Writing.Han or Writing.Kana or Writing.Hangul);

    private static bool IsNamed(NameWord word) => word.Part is NamePart.Word or NamePart.Initial;

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

    /// <summary>Whether one is the other's father by their names: "Omar bin Abdullah", "Abdullah bin Omar".</summary>
    private static bool HasOtherFather(NameForm a, NameForm b, List<Pairing> taken) =>
        taken.Exists(pairing => a.IsFather(pairing.First) && !b.IsFather(pairing.Second))
        && taken.Exists(pairing => !a.IsFather(pairing.First) && b.IsFather(pairing.Second));

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
        var (one, other) = a.Words.Length <= b.Words.Length ? (a, b) : (b, a);
        var (sounds, weak, weight) = Together(one, 0, kinship);
        var best = 0f;
        for (var start = 0; start < other.Words.Length; start++)
        {
            var (turned, turnedWeak, turnedWeight) = Together(other, start, kinship);
            var heavier = Math.Max(weight, turnedWeight);
            if (Math.Min(weight, turnedWeight) < heavier * (1 - UnlikeAcross))
                continue;
            var distance = Distance(sounds, weak, turned, turnedWeak, kinship);
            // Lee, Rhee and Yi, Roh and No are one surname: Korean speaks an l or r at the start of a word in the North alone.
            if (kinship == Kinship.Korean && Sounds.IsLiquid(turned[0]))
                distance = Math.Min(distance, Distance(sounds, weak, turned.AsSpan(1), turnedWeak.AsSpan(1), kinship));
            best = Math.Max(best, 1 - WholeStrictness * distance / heavier);
        }
        return best;
    }

    /// <summary>Where nothing says which sounds are one word, chance finds more likeness: each difference counts for more.</summary>
    private const float WholeStrictness = 1.8f;

    private static (byte[] Sounds, float[] Weak, float Weight) Together(NameForm name, int start, Kinship kinship)
    {
        var turned = name.Words.Skip(start).Concat(name.Words.Take(start)).ToList();
        return (
            [.. turned.SelectMany(word => word.Sounds)],
            [.. turned.SelectMany(word => word.Weak)],
            turned.Sum(word => word.Weight[(int)kinship])
        );
    }

    /// <summary>Characters each in whichever of its readings fits, against the other name without spaces.</summary>
    private static float Read(NameForm han, NameForm other, int language)
    {
        var kinship = HanReadings.Languages[language].Kinship;
        var sounds = Sounds.For(kinship);
        var best = 0f;
        for (var start = 0; start < other.Words.Length; start++)
        {
            var (turned, weak, weight) = Together(other, start, kinship);
            var row = FirstRow(turned, weak, sounds);
            var read = 0f;
            foreach (var character in han.Characters)
            {
                var readings = HanReadings.Of(character, language);
                if (readings.IsEmpty)
                    return 0;
                float[]? next = null;
                foreach (var reading in readings)
                {
                    var extended = (float[])row.Clone();
                    foreach (var sound in reading)
                        Extend(extended, sound, 1, turned, weak, sounds);
                    next = next is null ? extended : [.. next.Zip(extended, Math.Min)];
                }
                row = next!;
                read += readings.Max(reading => reading.Sum(sound => sounds.Dropped[sound]));
            }
            best = Math.Max(best, 1 - ReadStrictness * row[^1] / Math.Max(weight, read));
        }
        return best;
    }

    /// <summary>Each character picks the reading that fits best, which finds still more likeness.</summary>
    private const float ReadStrictness = 2.4f;

    private static float[] FirstRow(ReadOnlySpan<byte> b, ReadOnlySpan<float> weak, Sounds sounds)
    {
        var row = new float[b.Length + 1];
        for (var j = 0; j < b.Length; j++)
            row[j + 1] = row[j] + sounds.Dropped[b[j]] * weak[j];
        return row;
    }

    /// <summary>One more sound of the first name: the row of least costs becomes the next.</summary>
    private static void Extend(
        Span<float> row,
        byte sound,
        float weakness,
        ReadOnlySpan<byte> b,
        ReadOnlySpan<float> weak,
        Sounds sounds
    )
    {
        var dropped = sounds.Dropped[sound] * weakness;
        var diagonal = row[0];
        row[0] += dropped;
        for (var j = 0; j < b.Length; j++)
        {
            var taken = diagonal + sounds.Taken(sound, b[j]);
            diagonal = row[j + 1];
            row[j + 1] = Math.Min(taken, Math.Min(diagonal + dropped, row[j] + sounds.Dropped[b[j]] * weak[j]));
        }
    }

    /// <summary>The least cost of turning one row of sounds into the other.</summary>
    private static float Distance(
        ReadOnlySpan<byte> a,
        ReadOnlySpan<float> weakA,
        ReadOnlySpan<byte> b,
        ReadOnlySpan<float> weakB,
        Kinship kinship
    )
    {
        var sounds = Sounds.For(kinship);
        Span<float> row = b.Length < 128 ? stackalloc float[b.Length + 1] : new float[b.Length + 1];
        row[0] = 0;
        for (var j = 0; j < b.Length; j++)
            row[j + 1] = row[j] + sounds.Dropped[b[j]] * weakB[j];
        for (var i = 0; i < a.Length; i++)
            Extend(row, a[i], weakA[i], b, weakB, sounds);
        return row[^1];
    }
}
