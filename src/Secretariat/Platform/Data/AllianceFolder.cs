using System.Text.Json;
using System.Text.Json.Serialization;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Data;

/// <summary>Loads a module's part of an alliance from its folder, once, into an empty database.</summary>
public interface ILoad
{
    void Load(AllianceFolder folder, SecretariatDb db);
}

/// <summary>An alliance as data: JSON files of records, one folder an alliance.</summary>
public sealed class AllianceFolder(string path)
{
    private const string Explained = "data/global-alliance/README.md";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new TextsConverter(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        RespectNullableAnnotations = true,
        AllowOutOfOrderMetadataProperties = true,
    };

    public string PathOf(string name) => Path.Combine(path, name);

    public bool Has(string name) => File.Exists(PathOf(name));

    /// <summary>The day on which the file's facts were last checked.</summary>
    public DateOnly CheckedOn(string name) => ReadOne<Head>(name).Checked;

    /// <summary>The records of one file, in its order.</summary>
    public IReadOnlyList<T> Read<T>(string name, string list = "records") =>
        Read(name, file => file.GetProperty(list).Deserialize<IReadOnlyList<T>>(Json));

    /// <summary>The records of one file by their code, of which none stands twice.</summary>
    public IReadOnlyDictionary<string, T> ReadByCode<T>(string name, Func<T, string> code, string list = "records") =>
        Read(
            name,
            file => file.GetProperty(list).Deserialize<IReadOnlyList<T>>(Json)?.ToDictionary(code, StringComparer.Ordinal)
        );

    /// <summary>A file that is one record.</summary>
    public T ReadOne<T>(string name)
        where T : class => Read(name, file => file.Deserialize<T>(Json));

    private T Read<T>(string name, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(PathOf(name)));
            return read(file.RootElement) ?? throw new JsonException("It holds nothing.");
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusedException(
                $"{PathOf(name)} is missing: write it as {Explained} describes, or name another folder as Alliance:Folder."
            );
        }
        catch (Exception problem)
            when (problem
                    is JsonException
                        or IOException
                        or UnauthorizedAccessException
                        or KeyNotFoundException
                        or ArgumentException
                        or InvalidOperationException
            )
        {
            throw new RefusedException(
                $"{PathOf(name)} cannot be loaded: {problem.Message} Correct it as {Explained} describes."
            );
        }
    }

    private sealed record Head(DateOnly Checked);

    /// <summary>A text is a string (English) or an object of languages.</summary>
    private sealed class TextsConverter : JsonConverter<LocalizedText>
    {
        public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is JsonTokenType.String)
                return LocalizedText.InEnglish(reader.GetString()!);
            var texts = JsonSerializer.Deserialize<SortedDictionary<string, string?>>(ref reader, options)!;
            return new LocalizedText(texts.Where(t => t.Value is not null).Select(t => KeyValuePair.Create(t.Key, t.Value!)));
        }

        public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value);
    }
}

/// <summary>Loads the whole alliance on the first start.</summary>
public static class AllianceLoading
{
    public static async Task LoadAllianceAsync(
        this IServiceProvider services,
        AllianceFolder folder,
        CancellationToken cancellationToken
    )
    {
        var db = services.GetRequiredService<SecretariatDb>();
        foreach (var part in services.GetServices<ILoad>())
            part.Load(folder, db);
        await db.SaveAsync(Text.Key("Load the Alliance"), cancellationToken: cancellationToken);
        db.ChangeTracker.Clear();
    }
}
