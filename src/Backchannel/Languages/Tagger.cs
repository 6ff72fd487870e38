using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Backchannel.Understanding.Syntax;

namespace Backchannel.Languages;

/// <summary>
/// Tells the class of every word of a sentence: a greedy averaged perceptron (Collins 2002) with integer weights, so that the same sentence
/// has the same tags on every machine. Trained on treebanks by <c>train-taggers</c> of the benchmarks; NOTICE names them.
/// </summary>
internal sealed class Tagger
{
    private const uint Magic = 0x32544342; // "BCT2"
    private readonly uint[] _keys;
    private readonly int[] _rows;
    private readonly byte[] _weights;
    private readonly int _mask;
    private readonly HashSet<uint> _small;

    private Tagger(ImmutableArray<string> labels, uint[] keys, int[] rows, byte[] weights, HashSet<uint> small)
    {
        Labels = labels;
        Tags = [.. labels.Select(Tag.Parse)];
        _keys = keys;
        _rows = rows;
        _weights = weights;
        _mask = keys.Length - 1;
        _small = small;
        _names = [.. Tags.Select(tag => tag.Upos == Upos.Propn)];
    }

    public ImmutableArray<string> Labels { get; }

    public ImmutableArray<Tag> Tags { get; }

    private readonly bool[] _names;

    /// <summary>Whether the folded word stood in the treebanks without a capital: one that never did is a name, even at the head of a sentence.</summary>
    public bool HasSeenSmall(string form) => _small.Contains(TagFeatures.Hash(form));

    /// <summary>One tag a token, left to right.</summary>
    /// <param name="name">Position of a token that must be a name, or -1.</param>
    public Tag[] Assign(ReadOnlySpan<Token> tokens, int name = -1)
    {
        var words = new TagFeatures.Word[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
            words[i] = TagFeatures.Of(tokens[i]);
        var tags = new Tag[tokens.Length];
        Span<uint> features = stackalloc uint[TagFeatures.Count];
        Span<int> scores = stackalloc int[Labels.Length];
        int before = -1,
            before2 = -1;
        var first = true;
        for (var i = 0; i < tokens.Length; i++)
        {
            TagFeatures.Fill(
                features,
                Word(words, i - 2),
                Word(words, i - 1),
                words[i],
                Word(words, i + 1),
                Word(words, i + 2),
                before,
                before2,
                first
            );
            scores.Clear();
            foreach (var feature in features)
                Add(feature, scores);
            var best = -1;
            for (var label = 0; label < scores.Length; label++)
            {
                if ((i != name || _names[label]) && (best < 0 || scores[label] > scores[best]))
                    best = label;
            }
            tags[i] = Tags[best];
            (before2, before) = (before, best);
            if (tokens[i].IsWord)
                first = false;
        }
        return tags;
    }

    internal static TagFeatures.Word Word(TagFeatures.Word[] words, int i) =>
        i >= 0 && i < words.Length ? words[i] : TagFeatures.Word.Edge;

    private void Add(uint feature, Span<int> scores)
    {
        for (var slot = (int)feature & _mask; _rows[slot] >= 0; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] != feature)
                continue;
            var at = _rows[slot];
            for (int n = _weights[at++]; n > 0; n--, at += 2)
                scores[_weights[at]] += (sbyte)_weights[at + 1];
            return;
        }
    }

    /// <summary>
    /// Reads the model file: magic, labels, for each feature its hash and the weights that are not zero in ascending order of hash, then
    /// the hashes of words seen in small letters; compressed with Brotli.
    /// </summary>
    public static Tagger Load(Stream file)
    {
        using var brotli = new BrotliStream(file, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        brotli.CopyTo(unpacked);
        var bytes = unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length);
        unpacked.Position = 0;
        using var reader = new BinaryReader(unpacked, Encoding.UTF8);
        if (reader.ReadUInt32() != Magic)
            throw new InvalidDataException("not a tagger model of this version");
        var labels = ImmutableArray.CreateBuilder<string>();
        for (int n = reader.ReadByte(); n > 0; n--)
            labels.Add(reader.ReadString());
        var count = reader.ReadInt32();
        var size = 16;
        while (size < count * 2)
            size *= 2;
        var keys = new uint[size];
        var rows = new int[size];
        Array.Fill(rows, -1);
        var weights = new byte[reader.ReadInt32()];
        // A reader would ask its stream for every byte; there are millions.
        var next = (int)unpacked.Position;
        var at = 0;
        uint key = 0;
        for (var i = 0; i < count; i++)
        {
            key += Number(bytes, ref next);
            var slot = (int)key & (size - 1);
            while (rows[slot] >= 0)
                slot = (slot + 1) & (size - 1);
            keys[slot] = key;
            rows[slot] = at;
            if (next == bytes.Length)
                throw new EndOfStreamException("it ends too early");
            var length = 1 + bytes[next] * 2;
            if (length > bytes.Length - next || length > weights.Length - at)
                throw new EndOfStreamException("it ends too early");
            bytes.Slice(next, length).CopyTo(weights.AsSpan(at));
            next += length;
            at += length;
        }
        unpacked.Position = next;
        var small = new HashSet<uint>();
        key = 0;
        for (var n = reader.ReadInt32(); n > 0; n--)
            small.Add(key += (uint)reader.Read7BitEncodedInt());
        return new(labels.ToImmutable(), keys, rows, weights, small);
    }

    private static byte Byte(ReadOnlySpan<byte> bytes, ref int next) =>
        next < bytes.Length ? bytes[next++] : throw new EndOfStreamException("it ends too early");

    /// <summary>Seven bits a byte, lowest first, as BinaryWriter writes them.</summary>
    private static uint Number(ReadOnlySpan<byte> bytes, ref int next)
    {
        uint number = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var part = Byte(bytes, ref next);
            number |= (uint)(part & 0x7F) << shift;
            if ((part & 0x80) == 0)
                return number;
        }
        throw new InvalidDataException("a number has too many bytes");
    }

    /// <summary>Writes what <see cref="Load"/> reads.</summary>
    public static void Save(
        Stream file,
        IReadOnlyList<string> labels,
        IEnumerable<(uint Feature, IReadOnlyList<(byte Label, sbyte Weight)> Weights)> model,
        IEnumerable<string> small
    )
    {
        var rows = model.Where(row => row.Weights.Count > 0).OrderBy(row => row.Feature).ToList();
        using var writer = new BinaryWriter(new BrotliStream(file, CompressionLevel.SmallestSize), Encoding.UTF8);
        writer.Write(Magic);
        writer.Write((byte)labels.Count);
        foreach (var label in labels)
            writer.Write(label);
        writer.Write(rows.Count);
        writer.Write(rows.Sum(row => 1 + row.Weights.Count * 2));
        uint key = 0;
        foreach (var (feature, weights) in rows)
        {
            writer.Write7BitEncodedInt((int)(feature - key));
            key = feature;
            writer.Write((byte)weights.Count);
            foreach (var (label, weight) in weights)
            {
                writer.Write(label);
                writer.Write((byte)weight);
            }
        }
        var words = small.Select(word => TagFeatures.Hash(word)).Distinct().Order().ToList();
        writer.Write(words.Count);
        key = 0;
        foreach (var word in words)
        {
            writer.Write7BitEncodedInt((int)(word - key));
            key = word;
        }
    }
}
