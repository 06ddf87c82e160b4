using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Domain;

/// <summary>An imprecise date in one column.</summary>
public sealed class TimingAsJson() : ValueConverter<Timing, string>(timing => Write(timing), json => Read(json))
{
    private sealed record Stored(string Text, Precision Precision, DateOnly? Earliest, DateOnly? Latest);

    private static string Write(Timing t) =>
        JsonSerializer.Serialize(new Stored(t.Text.ToJson(), t.Precision, t.Earliest, t.Latest));

    private static Timing Read(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json)!;
        return new Timing(LocalizedText.FromJson(stored.Text), stored.Precision, stored.Earliest, stored.Latest);
    }
}
