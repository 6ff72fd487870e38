using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Backchannel.Storage;

/// <summary>How documents and findings are written into a store. Not the export contract, which showing writes: this may change with a schema.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutDefaults } },
        Converters =
        {
            new JsonStringEnumConverter(),
            new ContentTypeConverter(),
            new SpanConverter(),
            new IntervalConverter(),
        },
    };

    /// <summary>Most properties of most findings say nothing; those that must be there are always written.</summary>
    private static void LeaveOutDefaults(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.IsRequired || type.Kind != JsonTypeInfoKind.Object)
                continue;
            var nothing = property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null;
            property.ShouldSerialize = (_, value) =>
                value is not System.Collections.ICollection { Count: 0 } && !Equals(value, nothing);
        }
    }

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options)
        ?? throw new JsonException($"expected {typeof(T).Name}, found null");

    private sealed class ContentTypeConverter : JsonConverter<ContentType>
    {
        public override ContentType Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) =>
            ContentType.Named(reader.GetString()!)
            ?? throw new JsonException($"expected the name of a content type, found '{reader.GetString()}'");

        public override void Write(Utf8JsonWriter writer, ContentType value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Name);
    }

    /// <summary>A span as [start,length].</summary>
    private sealed class SpanConverter : JsonConverter<Span>
    {
        public override Span Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Read();
            var start = reader.GetInt32();
            reader.Read();
            var length = reader.GetInt32();
            reader.Read();
            return new(start, length);
        }

        public override void Write(Utf8JsonWriter writer, Span value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Start);
            writer.WriteNumberValue(value.Length);
            writer.WriteEndArray();
        }
    }

    private sealed class IntervalConverter : JsonConverter<Interval>
    {
        public override Interval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Interval.TryParse(reader.GetString(), out var interval) ? interval : Interval.Unknown;

        public override void Write(Utf8JsonWriter writer, Interval value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
