using Backchannel.Languages;

namespace Backchannel.Benchmarks.Measures;

/// <summary>What a measure was asked for on the command line.</summary>
internal sealed record MeasureOptions
{
    /// <summary>The folder of packs.</summary>
    public string Languages { get; init; } = "languages";

    /// <summary>The folder of data, laid out as the data of the project: <c>attribution/polnear</c>, <c>events/plv</c> and so on.</summary>
    public string Data { get; init; } = "../shared/data";

    /// <summary>The split asked for; null for every split that is there.</summary>
    public string? Split { get; init; }

    /// <summary>The set asked for, such as <c>polnear</c>; null for every set of the measure that is there.</summary>
    public string? Set { get; init; }

    /// <summary>Whether figures come as one JSON object a line.</summary>
    public bool Json { get; init; }

    /// <summary>How many mistakes of each kind to print for a developer to sort by cause; they go to the error stream.</summary>
    public int Errors { get; init; }

    /// <summary>The packs.</summary>
    public LanguagePacks Packs => field ??= LanguagePacks.Load(Languages);

    /// <summary>
    /// The folder of a set, such as <c>attribution/polnear</c>, or the one that holds its files, such as <c>names</c> for <c>names/ep_pairs</c>; labels of
    /// our own lie in this checkout; null
    /// where it is not there or another was asked for.
    /// </summary>
    public string? Folder(string set)
    {
        var folder = Path.Combine(set.StartsWith("labels/", StringComparison.Ordinal) ? "bench" : Data, set);
        var name = Path.GetFileName(set);
        if (Set is not null && name != Set)
            return null;
        if (Directory.Exists(folder))
            return folder;
        var around = Path.GetDirectoryName(folder)!;
        return Directory.Exists(around) && Directory.EnumerateFiles(around, name + "*").Any() ? around : null;
    }

    /// <summary>Whether a split is asked for.</summary>
    public bool Wants(string split) => Split is null || Split == split;

    /// <summary>Reads options; throws with a sentence for the reader where one is not known.</summary>
    /// <exception cref="FormatException">An option that is not known, or without its value.</exception>
    public static MeasureOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new MeasureOptions();
        for (var index = 0; index < arguments.Count; index += 2)
        {
            var (name, value) = (arguments[index], index + 1 < arguments.Count ? arguments[index + 1] : null);
            options = (name, value) switch
            {
                (_, null) => throw new FormatException($"{name} wants a value."),
                ("--languages", _) => options with { Languages = value },
                ("--data", _) => options with { Data = value },
                ("--split", _) => options with { Split = value },
                ("--set", _) => options with { Set = value },
                ("--as", "json" or "table") => options with { Json = value == "json" },
                ("--errors", _) when int.TryParse(value, out var errors) => options with { Errors = errors },
                _ => throw new FormatException(
                    $"{name} {value} is not known: --data DIR, --split NAME, --set NAME, --as table|json, --errors N, --languages DIR."
                ),
            };
        }
        return options;
    }
}
