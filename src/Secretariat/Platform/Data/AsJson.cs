using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Secretariat.Platform.Data;

/// <summary>An immutable value in one JSON column.</summary>
public sealed class AsJson<T>() : ValueConverter<T, string>(value => AsJson.Write(value), json => AsJson.Read<T>(json))
    where T : class?;

internal static class AsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;
}

public static class AsJsonMapping
{
    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property)
        where T : class? => property.HasConversion(new AsJson<T>(), Comparer<T>());

    /// <summary>Two values are equal when they are written the same.</summary>
    private static ValueComparer<T> Comparer<T>()
        where T : class? =>
        new((a, b) => AsJson.Write(a) == AsJson.Write(b), value => AsJson.Write(value).GetHashCode(StringComparison.Ordinal));
}
