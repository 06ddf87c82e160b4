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
    public string For(Partner partner, Mandate mandate, string language)
    {
        var wording = new PartnerWording(partner.Name.In(language), partner.KindCode) { Country = partner.IsoAlpha2 };
        var data = LetterFrame.AddresseeOf(Addressee.Of(mandate, language), wording, language);
        var words = salutations.For(mandate.Rank, language, wording.Scopes, mandate.Person.Form, data);
        return words.Salutation ?? $"{mandate.Person.Name},";
    }
}
