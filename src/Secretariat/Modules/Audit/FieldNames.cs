using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Audit;

/// <summary>Names of fields, of kinds of record and of their states, as people read them.</summary>
public static partial class FieldNames
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["AppliedAt"] = Text.Key("Imported"),
        ["AppliedById"] = Text.Key("Imported by"),
        ["CheckedAt"] = Text.Key("Checked"),
        ["CheckedById"] = Text.Key("Checked by"),
        ["CorrectsId"] = Text.Key("Replaces"),
        ["DisabledAt"] = Text.Key("Disabled"),
        ["Email"] = Text.Key("E-mail address"),
        ["Expires"] = Text.Key("Good until"),
        ["FiledBy"] = Text.Key("Filed by"),
        ["FromAddress"] = Text.Key("Sender’s address"),
        ["FromName"] = Text.Key("Sender"),
        ["GivenAt"] = Text.Key("Given"),
        ["GivenById"] = Text.Key("Given by"),
        ["InternetMessageId"] = Text.Key("Message-ID"),
        ["Language"] = Text.Key("Language"),
        ["LastSignInAt"] = Text.Key("Last sign-in"),
        ["Name"] = Text.Key("Name"),
        ["PartnerId"] = Text.Key("Partner"),
        ["Passkey"] = Text.Key("Passkey"),
        ["Phone"] = Text.Key("Telephone"),
        ["RawSha256"] = Text.Key("SHA-256 as received"),
        ["ReceivedAt"] = Text.Key("Received"),
        ["Role"] = Text.Key("Role"),
        ["SentOn"] = Text.Key("Written on"),
        ["Sha256"] = Text.Key("SHA-256"),
        ["ThreadId"] = Text.Key("Thread"),
        ["Triage"] = Text.Key("State"),
        ["UsedAt"] = Text.Key("Used"),
        ["DecidedAt"] = Text.Key("Decided"),
        ["DecidedById"] = Text.Key("Decided by"),
    };

    /// <summary>“DecidedById” becomes “Decided by”; what has no words of its own is taken apart.</summary>
    public static string Of(string name)
    {
        // Of a detail such as “Person.Name”, its own name.
        name = name[(name.LastIndexOf('.') + 1)..];
        if (Known.TryGetValue(name, out var known))
            return known;
        var words = Boundary().Replace(name, " ").ToLowerInvariant();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>Whether a field repeats others in a form that only the platform reads.</summary>
    public static bool IsDerived(string name) => name is "Folded" or "Once" or "ContentSha256" or "Moved";

    /// <summary>What a field of a record holds, of a detail such as “Person.Name” too; null when there is no such field any more.</summary>
    public static Type? TypeOf(IModel model, string record, string field)
    {
        var path = field.Split('.');
        var holder = model.GetEntityTypes().FirstOrDefault(t => !t.IsOwned() && t.ClrType.Name == record);
        foreach (var detail in path[..^1])
            holder = holder?.FindNavigation(detail)?.TargetEntityType;
        var type = holder?.FindProperty(path[^1])?.ClrType;
        return type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
    }

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex Boundary();
}
