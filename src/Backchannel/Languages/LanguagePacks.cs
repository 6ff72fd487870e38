using System.Collections.Immutable;

namespace Backchannel.Languages;

/// <summary>All languages that can be read. Loaded once; safe to share between threads.</summary>
public sealed class LanguagePacks
{
    private LanguagePacks(ImmutableArray<LanguagePack> packs) => All = packs;

    /// <summary>In order of code.</summary>
    public ImmutableArray<LanguagePack> All { get; }

    public LanguagePack? this[string code] => All.FirstOrDefault(pack => pack.Code == code);

    /// <summary>The folder that ships beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "languages");

    /// <summary>
    /// Loads every pack of a folder: each subfolder with a pack.json, names that begin with '_' apart. Throws <see cref="PackException"/>
    /// for a wrong pack and <see cref="DirectoryNotFoundException"/> for a missing folder.
    /// </summary>
    public static LanguagePacks Load(string folder) =>
        new(
            [
                .. Directory
                    .EnumerateDirectories(folder)
                    .Where(path => Path.GetFileName(path)[0] is not ('_' or '.'))
                    .Order(StringComparer.Ordinal)
                    .AsParallel()
                    .AsOrdered()
                    .Select(path => PackReader.Read(path, Path.Combine(folder, "_world"))),
            ]
        );

    public static LanguagePacks Load() => Load(DefaultFolder);
}
