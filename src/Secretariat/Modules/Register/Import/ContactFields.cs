using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>What a row of a list of contacts can say; the columns are those of <see cref="Contacts.ContactFile"/>, and a few more.</summary>
internal static class ContactFields
{
    public static readonly Field PartnerCode = new("partner code", Text.Key("Partner code")) { Words = ["code"], IsOurs = true };
    public static readonly Field Partner = new("partner", Text.Key("Partner")) { Understood = ["organisation"] };
    public static readonly Field Country = new("country", Text.Key("Country")) { Understood = ["country"] };
    public static readonly Field Name = new("name", Text.Key("Name")) { Understood = ["name"] };
    public static readonly Field Given = new("given name", Text.Key("Given name")) { Understood = ["given"] };
    public static readonly Field Family = new("family name", Text.Key("Family name")) { Understood = ["family"] };
    public static readonly Field Role = new("role", Text.Key("Role"))
    {
        Holds = Known.IsRole,
        IsTold = true,
        Words = ["mandate type", "rolle", "role dans l'alliance"],
    };
    public static readonly Field Function = new("function", Text.Key("Function")) { Understood = ["function"] };
    public static readonly Field Strands = new("strands", Text.Key("Strands of work"))
    {
        Words = ["strand", "volets", "volet", "axes"],
    };
    public static readonly Field Language = new("language", Text.Key("Language")) { Words = ["langue", "sprache", "lang"] };
    public static readonly Field Email = new("e-mail", Text.Key("E-mail address")) { Understood = ["email"] };
    public static readonly Field Phone = new("phone", Text.Key("Telephone")) { Understood = ["phone"] };
    public static readonly Field From = new("from", Text.Key("From"))
    {
        Words = ["since", "valid from", "start", "depuis", "a partir du", "debut", "seit", "ab"],
    };
    public static readonly Field Until = new("until", Text.Key("Until"))
    {
        Words = ["last day", "valid until", "end", "jusqu'au", "fin", "bis"],
    };
    public static readonly Field Mandate = new("mandate", Text.Key("Key of the mandate")) { Holds = Known.IsKey };
    public static readonly Field Person = new("person", Text.Key("Key of the person")) { Holds = Known.IsKey };

    public static readonly IReadOnlyList<Field> All =
    [
        PartnerCode,
        Partner,
        Country,
        Name,
        Given,
        Family,
        Role,
        Function,
        Strands,
        Language,
        Email,
        Phone,
        From,
        Until,
        Mandate,
        Person,
    ];
}
