using Secretariat.Formats;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>Somebody as an entry of the register has them.</summary>
/// <param name="Partner">The partner for whom they speak: its code everywhere, or its name everywhere.</param>
/// <param name="Country">ISO 3166-1 alpha-2 of that partner, by which numbers without a country code are read.</param>
/// <param name="PartnerName">What that partner is called where it is shown; null where it is what is compared.</param>
public sealed record PersonEntry(
    Guid Id,
    string Name,
    string? Email = null,
    string? Phone = null,
    string? Function = null,
    string? Partner = null,
    string? Country = null,
    string? PartnerName = null
);

/// <summary>What is compared of a person, made once.</summary>
internal sealed class PersonTraits(PersonEntry entry)
{
    public Guid Id => entry.Id;

    public PersonName Name { get; } = PersonName.Of(entry.Name);

    public Mailbox? Mailbox { get; } = Mailbox.Of(entry.Email);

    public string? Phone { get; } = PhoneNumber.Of(entry.Phone, entry.Country);

    public Known? Function { get; } = Known.Of(entry.Function);

    public Known? Partner { get; } =
        Known.Of(entry.Partner) is { } known ? known with { Written = entry.PartnerName ?? known.Written } : null;

    /// <summary>A text as it was written, and as it is compared.</summary>
    internal sealed record Known(string Written, string Folded)
    {
        private const int Longest = 300;

        public static Known? Of(string? text) =>
            string.IsNullOrWhiteSpace(text) ? null : new(text.Trim(), Fold.Of(WellFormed.Cut(text.Trim(), Longest)));
    }
}
