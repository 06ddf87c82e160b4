using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Letters;

/// <summary>How a message that is no letter addresses somebody, by the table of forms of address.</summary>
public sealed class Greeting
{
    private readonly Salutations salutations;

    private Greeting(Salutations salutations) => this.salutations = salutations;

    public static async Task<Greeting> ReadAsync(SecretariatDb db, CancellationToken cancellationToken)
    {
        var forms = await db.FormsOfAddress.AsNoTracking().ToListAsync(cancellationToken);
        return new(new Salutations(forms.ConvertAll(f => f.ToRule())));
    }

    /// <summary>The salutation, or the bare name where the table has none.</summary>
    public string For(Partner partner, Mandate mandate, string language) =>
        For(partner, Addressee.Of(mandate, language), language);

    public string For(Partner partner, Addressee addressee, string language)
    {
        var wording = WordingOf(partner, language);
        var data = LetterFrame.AddresseeOf(addressee, wording, language);
        var words = salutations.For(addressee.Rank, language, wording.Scopes, addressee.Form, data);
        return words.Salutation ?? $"{addressee.Name},";
    }

    /// <summary>The institution to which a note verbale goes, or the bare name of the partner where the table has no words for it.</summary>
    public string InstitutionOf(Partner partner, string language)
    {
        var wording = WordingOf(partner, language);
        var data = LetterFrame.AddresseeOf(null, wording, language);
        var words = salutations.For(Ranks.Institution, language, wording.Scopes, AddressForm.Unknown, data);
        return words.AddressLine?.Split('\n')[0].Trim() is { Length: > 0 } line ? line : wording.Name;
    }

    private static PartnerWording WordingOf(Partner partner, string language) =>
        new(partner.Name.In(language), partner.KindCode) { Country = partner.IsoAlpha2 };
}
