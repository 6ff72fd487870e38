using System.Collections.Frozen;
using System.Collections.Immutable;
using Backchannel.Showing;

namespace Backchannel.Web.Desk;

/// <summary>The words of the desk in one language of its readers, from wording.tsv: a column a language, a line a phrase. Reasons of the engine stay English.</summary>
public sealed class Wording
{
    private readonly FrozenDictionary<string, string> _phrases;

    private Wording(string code, FrozenDictionary<string, string> phrases) => (Code, _phrases) = (code, phrases);

    /// <summary>Every language there is, English first.</summary>
    public static ImmutableArray<Wording> All { get; } = Load();

    /// <summary>BCP 47.</summary>
    public string Code { get; }

    /// <summary>In its own words.</summary>
    public string Name => this["name"];

    /// <summary>"ltr" or "rtl".</summary>
    public string Direction => this["direction"];

    public string this[string key] => _phrases.GetValueOrDefault(key, key);

    public string this[Enum value] => this[Words.Of(value)];

    public bool Has(string key) => _phrases.ContainsKey(key);

    /// <summary>The first language asked for that there is; else English.</summary>
    /// <param name="asked">Codes, or a list of them as the header Accept-Language has it.</param>
    public static Wording For(params ReadOnlySpan<string?> asked)
    {
        foreach (var list in asked)
        foreach (var part in (list ?? "").Split(','))
        {
            var code = part.Split(';')[0].Trim();
            var found = All.FirstOrDefault(each =>
                code.Equals(each.Code, StringComparison.OrdinalIgnoreCase)
                || code.StartsWith(each.Code + '-', StringComparison.OrdinalIgnoreCase)
            );
            if (found is not null)
                return found;
        }
        return All[0];
    }

    private static ImmutableArray<Wording> Load()
    {
        using var reader = new StreamReader(typeof(Wording).Assembly.GetManifestResourceStream("wording.tsv")!);
        var lines = reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .ToList();
        return
        [
            .. Enumerable
                .Range(1, lines[0].Length - 1)
                .Select(column => new Wording(
                    lines[0][column],
                    lines.Skip(1).ToFrozenDictionary(line => line[0], line => line[column], StringComparer.Ordinal)
                )),
        ];
    }
}
