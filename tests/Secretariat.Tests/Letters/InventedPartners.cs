using System.Text;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Pdf;

namespace Secretariat.Tests.Letters;

/// <summary>A partner with a principal, of whom no word occurs anywhere else.</summary>
internal sealed record InventedPartner(string Name, string Person, string Function, string Email, AddressForm Form)
{
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>The words that a letter to anybody else must not hold.</summary>
    public IReadOnlyList<string> Words => [Name, .. Person.Split(' '), Function, Email.Split('@')[0], Email.Split('@')[1]];

    public Guid Enter(SecretariatDb db, string kind, CorrespondenceForm form = CorrespondenceForm.Letter)
    {
        var person = new Person
        {
            Name = Person,
            Email = Email,
            Form = Form,
        };
        db.Partners.Add(
            new Partner
            {
                Id = Id,
                Code = Name.ToLowerInvariant(),
                KindCode = kind,
                Name = LocalizedText.InEnglish(Name).With("fr", Name).With("de", Name),
                PreferredForm = form,
            }
        );
        db.Mandates.Add(
            new Mandate
            {
                PartnerId = Id,
                PersonId = person.Id,
                Person = person,
                Role = MandateRole.Principal,
                Function = Function,
                Rank = "minister",
                From = new DateOnly(2023, 1, 1),
            }
        );
        return Id;
    }
}

internal static class InventedPartners
{
    public static Sender Sender =>
        new()
        {
            Name = "Clara Beaumont",
            Institution = LocalizedText.InEnglish("Office of the Alliance"),
            Portfolio = LocalizedText.InEnglish("Counter-smuggling"),
            Address = LocalizedText.InEnglish("12 Example Square, 1000 Brussels"),
            Place = LocalizedText.InEnglish("Brussels"),
        };

    public static List<InventedPartner> Make(Random random, int count)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, count).Select(_ => One())];

        InventedPartner One() =>
            new(
                Word(random, taken),
                $"{Word(random, taken)} {Word(random, taken)}",
                Word(random, taken),
                $"{Word(random, taken)}@{Word(random, taken)}.example".ToLowerInvariant(),
                (AddressForm)random.Next(3)
            );
    }

    /// <summary>Long enough that none is part of another or of any text.</summary>
    public static string Word(Random random, HashSet<string> taken)
    {
        while (true)
        {
            var word = new StringBuilder("Qx");
            for (var i = 0; i < 5; i++)
                word.Append("bdfgklmnprtvz"[random.Next(13)]).Append("aeiou"[random.Next(5)]);
            if (taken.Add(word.ToString()))
                return word.ToString();
        }
    }
}

/// <summary>The page that would be printed, in place of the printed one: its text can be read.</summary>
internal sealed class PrintedAsHtml : IPdfRenderer
{
    public Reason? WhyUnavailable => null;

    public Task<byte[]> RenderAsync(string html, CancellationToken cancellationToken) =>
        Task.FromResult(Encoding.UTF8.GetBytes(html));
}
