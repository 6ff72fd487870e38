using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Backchannel.Languages;

/// <summary>All languages that can be read. A pack is loaded when a text in its language comes; safe to share between threads.</summary>
public sealed class LanguagePacks
{
    private readonly ImmutableArray<Lazy<LanguagePack>> _packs;

    private LanguagePacks(
        ImmutableArray<LanguageMark> marks,
        ImmutableArray<Lazy<LanguagePack>> packs,
        string fingerprint
    ) => (Marks, _packs, Fingerprint) = (marks, packs, fingerprint);

    internal static LanguagePacks Of(LanguagePack only) => new([only.Mark], [new(only)], only.Code);

    /// <summary>Changes when any file of any pack does: what was understood with other packs may be understood anew.</summary>
    public string Fingerprint { get; }

    /// <summary>What tells each language, in order of code.</summary>
    public ImmutableArray<LanguageMark> Marks { get; }

    /// <summary>Every pack, in order of code. Throws <see cref="PackException"/> for the first wrong one.</summary>
    public ImmutableArray<LanguagePack> All => [.. _packs.Select(pack => pack.Value)];

    /// <summary>The pack of a code, loaded now if it was not; null where there is none. Throws <see cref="PackException"/> for a wrong one.</summary>
    public LanguagePack? this[string code]
    {
        get
        {
            for (var i = 0; i < Marks.Length; i++)
            {
                if (Marks[i].Code == code)
                    return _packs[i].Value;
            }
            return null;
        }
    }

    /// <summary>The folder that ships beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "languages");

    /// <summary>
    /// The packs of a folder: each subfolder with a pack.json, names that begin with '_' apart. Throws <see cref="PackException"/> for one
    /// whose pack.json or grammar is wrong and <see cref="DirectoryNotFoundException"/> for a missing folder.
    /// </summary>
    public static LanguagePacks Load(string folder) => Load(folder, withTaggers: true);

    /// <summary>For training taggers, which must not need the ones they replace.</summary>
    internal static LanguagePacks Load(string folder, bool withTaggers)
    {
        var folders = Directory
            .EnumerateDirectories(folder)
            .Where(path =>
                Path.GetFileName(path)[0] is not ('_' or '.') && File.Exists(Path.Combine(path, "pack.json"))
            )
            .Order(StringComparer.Ordinal)
            .ToArray();
        return new(
            [.. folders.Select(PackReader.Mark)],
            [
                .. folders.Select(path => new Lazy<LanguagePack>(() =>
                    PackReader.Read(path, Path.Combine(folder, "_world"), withTaggers)
                )),
            ],
            FingerprintOf(folder)
        );
    }

    /// <summary>One pack by itself, whatever is wrong with the others. Throws as <see cref="Load(string)"/> does.</summary>
    public static LanguagePack LoadOne(string folder, string code) => LoadOne(folder, code, withTagger: true);

    internal static LanguagePack LoadOne(string folder, string code, bool withTagger) =>
        PackReader.Read(Path.Combine(folder, code), Path.Combine(folder, "_world"), withTagger);

    public static LanguagePacks Load() => Load(DefaultFolder);

    private static string FingerprintOf(string folder)
    {
        var files = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is not "examples.md")
            .Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .OrderBy(each => each.Name, StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, file) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name + '\0'));
            hash.AppendData(File.ReadAllBytes(file));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
