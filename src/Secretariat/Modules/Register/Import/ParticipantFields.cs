using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>What a row of a list of participants can say; partner, names, function and address as in a list of contacts.</summary>
internal static class ParticipantFields
{
    public static readonly Field Category = new("category", Text.Key("Category"));

    public static readonly IReadOnlyList<Field> All =
    [
        ContactFields.PartnerCode,
        ContactFields.Partner,
        ContactFields.Country,
        ContactFields.Name,
        ContactFields.Given,
        ContactFields.Family,
        ContactFields.Function,
        ContactFields.Email,
        Category,
    ];
}
