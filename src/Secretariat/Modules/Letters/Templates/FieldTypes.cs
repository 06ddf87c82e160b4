using Secretariat.Modules.Letters.Documents;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Templates;

/// <summary>The kinds of placeholder in words.</summary>
internal static class FieldTypes
{
    public static string Name(FieldType type) =>
        type switch
        {
            FieldType.Date => Text.Key("date in words"),
            FieldType.List => Text.Key("list"),
            _ => Text.Key("words"),
        };
}
