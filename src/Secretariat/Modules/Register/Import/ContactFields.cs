using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>What a row of a list of contacts can say; the columns are those of <see cref="Contacts.ContactFile"/>, and a few more.</summary>
internal static class ContactFields
{
    public static readonly Field PartnerCode = new("partner code", Text.Key("Partner code")) { Words = ["code"], IsOurs = true };
    public static readonly Field Partner = new("partner", Text.Key("Partner")) { Understood = ["organisation"] };

    // What is a country in one language is the end in another.
    public static readonly Field Country = new("country", Text.Key("Country"))
    {
        Holds = cell => !WrittenDay.IsOne(cell),
        Understood = ["country"],
    };
    public static readonly Field Name = new("name", Text.Key("Name")) { Understood = ["name"] };
    public static readonly Field Given = new("given name", Text.Key("Given name")) { Understood = ["given"] };
    public static readonly Field Family = new("family name", Text.Key("Family name")) { Understood = ["family"] };
    public static readonly Field Role = new("role", Text.Key("Role"))
    {
        Holds = Known.IsRole,
        IsTold = true,
        Words = HeadingWords.Role,
    };
    public static readonly Field Function = new("function", Text.Key("Function"), Text.Key("Function, in English"))
    {
        Understood = ["function"],
    };
    public static readonly Field Strands = new(
        "strands",
        Text.Key("Strands of work"),
        Text.Key("Strand of work"),
        Text.Key("Strands")
    )
    {
        Words = HeadingWords.Strands,
    };
    public static readonly Field Language = new("language", Text.Key("Language")) { Words = HeadingWords.Language };
    public static readonly Field Email = new("e-mail", Text.Key("E-mail address")) { Understood = ["email"] };
    public static readonly Field Phone = new("phone", Text.Key("Telephone")) { Understood = ["phone"] };
    public static readonly Field From = new("from", Text.Key("From"), Text.Key("Valid from"), Text.Key("Since"))
    {
        Words = HeadingWords.From,
    };
    public static readonly Field Until = new("until", Text.Key("Until"), Text.Key("Last day of the mandate"))
    {
        Words = HeadingWords.Until,
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
