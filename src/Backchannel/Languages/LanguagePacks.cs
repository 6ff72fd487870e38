using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Backchannel.Languages;

/// <summary>All languages that can be read. Loaded once; safe to share between threads.</summary>
public sealed class LanguagePacks
{
    private LanguagePacks(ImmutableArray<LanguagePack> packs, string fingerprint) =>
        (All, Fingerprint) = (packs, fingerprint);

    internal static LanguagePacks Of(LanguagePack only) => new([only], only.Code);

    /// <summary>Changes when any file of any pack does: what was understood with other packs may be understood anew.</summary>
    public string Fingerprint { get; }

    /// <summary>In order of code.</summary>
    public ImmutableArray<LanguagePack> All { get; }

    public LanguagePack? this[string code] => All.FirstOrDefault(pack => pack.Code == code);

    /// <summary>The folder that ships beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "languages");

    /// <summary>
    /// Loads every pack of a folder: each subfolder with a pack.json, names that begin with '_' apart. Throws <see cref="PackException"/>
    /// for a wrong pack and <see cref="DirectoryNotFoundException"/> for a missing folder.
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
        var packs = new LanguagePack?[folders.Length];
        var errors = new PackException?[folders.Length];
        Parallel.For(
            0,
            folders.Length,
            i =>
            {
                try
                {
                    packs[i] = PackReader.Read(folders[i], Path.Combine(folder, "_world"), withTaggers);
                }
                catch (PackException e)
                {
                    errors[i] = e;
                }
            }
        );
        // The first wrong pack in order of code, whichever thread found its error first.
        if (errors.FirstOrDefault(error => error is not null) is { } wrong)
            throw wrong;
        return new([.. packs.Select(pack => pack!)], FingerprintOf(folder));
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
