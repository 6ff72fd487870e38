namespace Backchannel.Benchmarks.Measures.Attribution;

internal sealed partial class TrainingParagraph
{
    /// <summary>For each token its features, hashed, for the model of one layer.</summary>
    public uint[][] Features(int layer)
    {
        var count = Tokens.Length;
        var features = new uint[count][];
        // How far the nearest words of saying are, and which, on either side.
        var (before, behind) = (new int[count], new int[count]);
        var said = layer == CueLayer ? Ours[CueLayer] : Said;
        for (int i = 0, at = -1; i < count; i++)
        {
            before[i] = at;
            if (said[i] > 0)
                at = i;
        }
        for (int i = count - 1, at = -1; i >= 0; i--)
        {
            behind[i] = at;
            if (said[i] > 0)
                at = i;
        }
        var sentence = new int[count];
        for (var i = 1; i < count; i++)
            sentence[i] = sentence[i - 1] + ((Places[i] & SentenceFirst) != 0 ? 1 : 0);
        var list = new List<uint>(80);
        for (var i = 0; i < count; i++)
        {
            list.Clear();
            var template = 0u;
            uint At(uint[] values, int d) => i + d >= 0 && i + d < count ? values[i + d] + 1 : 0;
            uint Label(int[] labels, int d) => i + d >= 0 && i + d < count ? (uint)labels[i + d] + 1 : 0;
            void Add(uint a, uint b = 0, uint c = 0)
            {
                template++;
                var hash = template * 0x9E3779B1u;
                foreach (var part in (ReadOnlySpan<uint>)[a, b, c])
                {
                    hash ^= part;
                    hash *= 0x85EBCA6Bu;
                    hash ^= hash >> 13;
                }
                list.Add(hash ^ hash >> 16);
            }
            Add(0);
            for (var d = -2; d <= 2; d++)
            {
                Add(At(Words, d));
                Add(At(Classes, d));
                Add(At(Cues, d));
                Add(At(Places, d));
                Add(Label(Ours[layer], d));
                Add(At(Clauses, d));
            }
            Add(At(Clauses, -1), At(Clauses, 0), At(Clauses, 1));
            Add(At(Clauses, 0), At(Words, 0));
            Add(At(Clauses, 0), At(Words, 1));
            Add(At(Clauses, 0), Label(Ours[layer], 0), Label(Ours[layer], 1));
            Add(At(Words, -1), At(Words, 0));
            Add(At(Words, 0), At(Words, 1));
            Add(At(Words, 1), At(Words, 2));
            Add(At(Words, -2), At(Words, -1));
            Add(At(Classes, -1), At(Classes, 0));
            Add(At(Classes, 0), At(Classes, 1));
            Add(At(Classes, -2), At(Classes, -1), At(Classes, 0));
            Add(At(Classes, -1), At(Classes, 0), At(Classes, 1));
            Add(At(Classes, 0), At(Classes, 1), At(Classes, 2));
            Add(At(Endings, 0));
            Add(At(Endings, 0), At(Classes, 0));
            Add(At(Shapes, 0), At(Shapes, -1), At(Shapes, 1));
            Add(At(Cues, 0), At(Cues, 1));
            Add(At(Cues, -1), At(Cues, 0));
            Add(At(Places, -1), At(Places, 0));
            Add(At(Places, 0), At(Places, 1), At(Words, 0));
            Add(Label(Ours[layer], -1), Label(Ours[layer], 0), Label(Ours[layer], 1));
            Add(Label(Ours[layer], 0), At(Words, 0));
            Add(Label(Ours[layer], 0), At(Classes, 0), At(Classes, 1));
            Add(Label(Ours[layer], -1), Label(Ours[layer], 0), At(Words, 0));
            Add(Label(Ours[layer], 1), Label(Ours[layer], 0), At(Words, 1));
            Add(Label(Ours[SourceLayer], 0), Label(Ours[CueLayer], 0), Label(Ours[ContentLayer], 0));
            Add(Label(Ours[SourceLayer], 1), Label(Ours[CueLayer], 1), Label(Ours[ContentLayer], 1));
            Add(Label(Ours[SourceLayer], -1), Label(Ours[CueLayer], -1), Label(Ours[ContentLayer], -1));
            var (near, next) = (Distance(before[i]), Distance(behind[i]));
            var quoted = Places[i] & InQuotes;
            Add(near);
            Add(next);
            Add(near, next, quoted);
            Add(near, At(Classes, 0));
            Add(next, At(Classes, 0));
            Add(near, At(Words, 0));
            Add(next, At(Words, 0));
            Add(near, before[i] < 0 ? 0 : Words[before[i]]);
            Add(next, behind[i] < 0 ? 0 : Words[behind[i]]);
            Add(near, next, Label(Ours[layer], 0));
            Add(near, At(Clauses, 0), quoted);
            Add(next, At(Clauses, 0), quoted);
            Add(near, next, At(Places, 1));
            Add(near, At(Words, 1), quoted);
            Add(next, At(Words, 1), quoted);
            if (layer != CueLayer)
            {
                for (var d = -2; d <= 2; d++)
                    Add(Label(said, d));
                Add(Label(said, -1), Label(said, 0), Label(said, 1));
                Add(Label(said, -1), At(Words, 0), At(Words, -1));
                Add(Label(said, 1), At(Words, 0), At(Words, 1));
                Add(Label(said, 0), Label(Ours[layer], 0), quoted);
            }
            features[i] = [.. list];

            uint Distance(int at)
            {
                if (at < 0)
                    return 0;
                var far = Math.Abs(at - i);
                var bucket =
                    far <= 6 ? far
                    : far <= 12 ? 7
                    : far <= 25 ? 8
                    : 9;
                return (uint)(1 + bucket * 3 + Math.Min(2, Math.Abs(sentence[at] - sentence[i])));
            }
        }
        return features;
    }
}
