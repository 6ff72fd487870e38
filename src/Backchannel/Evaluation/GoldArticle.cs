using System.Collections.Immutable;
using System.Text.Json;

namespace Backchannel.Evaluation;

/// <summary>An annotated article in the gold format: what its annotator found, and the readings that are not to be punished.</summary>
internal sealed class GoldArticle
{
    private readonly Dictionary<string, HashSet<string>> _mentions = new(StringComparer.Ordinal);

    private GoldArticle(JsonElement root)
    {
        Id = Text(root, "id") ?? "";
        File = Text(root, "file") ?? "";
        Language = Text(root, "language") ?? "";
        Contacts = [.. Items(root, "contacts")];
        Statements = [.. Items(root, "statements")];
        HasOther = root.TryGetProperty("other", out var other) && other.ValueKind == JsonValueKind.Array;
        Other = [.. Items(root, "other")];
        foreach (var actor in Items(root, "actors"))
        {
            var name = Text(actor, "name") ?? "";
            var forms = new HashSet<string>(StringComparer.Ordinal) { GoldText.Fold(name) };
            forms.UnionWith(Texts(actor, "mentions").Select(GoldText.Fold));
            _mentions[name] = forms;
        }
    }

    public string Id { get; }

    public string File { get; }

    public string Language { get; }

    public ImmutableArray<JsonElement> Contacts { get; }

    public ImmutableArray<JsonElement> Statements { get; }

    public ImmutableArray<JsonElement> Other { get; }

    public bool HasOther { get; }

    /// <summary>Throws <see cref="OperatorException"/> with the file where it is not in the format.</summary>
    public static GoldArticle Read(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(file));
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                throw new OperatorException($"{file}: expected one JSON object, an annotated article.");
            return new(json.RootElement.Clone());
        }
        catch (JsonException e)
        {
            throw new OperatorException(
                $"{file}:{(e.LineNumber ?? 0) + 1}: expected an annotated article in JSON: {e.Message}"
            );
        }
    }

    /// <summary>Do any of the predicted names (mention text, actor name, aliases) mean this gold party?</summary>
    public bool Party(string goldName, IEnumerable<string> predicted)
    {
        var names = predicted.Where(name => name.Length > 0).Select(GoldText.Fold).ToHashSet(StringComparer.Ordinal);
        var wanted = _mentions.GetValueOrDefault(goldName) ?? [GoldText.Fold(goldName)];
        if (names.Overlaps(wanted))
            return true;
        if (
            names.Any(name =>
                wanted.Any(want =>
                    name.Length > 0
                    && want.Length > 0
                    && (GoldText.HoldsWords(want, name) || GoldText.HoldsWords(name, want))
                )
            )
        )
            return true;
        var heads = GoldText.Words(goldName);
        foreach (var want in wanted)
            heads.UnionWith(GoldText.Words(want));
        return names.Any(name => GoldText.Words(name).Overlaps(heads));
    }

    public static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static int Number(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : 0;

    public static bool IsTrue(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>A string, or a list of strings.</summary>
    public static IEnumerable<string> Texts(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value))
            return [];
        return value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => value
                .EnumerateArray()
                .Where(each => each.ValueKind == JsonValueKind.String)
                .Select(each => each.GetString()!),
            _ => [],
        };
    }

    /// <summary>The gold value and the readings its annotator would not punish; null where the article does not say.</summary>
    public static List<string?> Readings(JsonElement item, string field) =>
        [Text(item, field), .. Texts(item, "accept_" + field)];

    /// <summary>Where the evidence is, in characters as the gold counts them: code points, not code units.</summary>
    public static Span Evidence(JsonElement item) =>
        new(Number(item, "offset"), (Text(item, "evidence") ?? "").EnumerateRunes().Count());

    private static IEnumerable<JsonElement> Items(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];
}
