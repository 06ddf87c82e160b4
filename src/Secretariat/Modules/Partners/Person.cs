using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary>How a person wishes to be addressed; never guessed from a name.</summary>
public enum AddressForm
{
    Unknown,
    Female,
    Male,
}

/// <summary>A person has a name or an address that they had not before, or stand for themselves no longer or again.</summary>
public sealed record PersonNamed(Person Person) : IFact;

/// <summary>An official in a function. A person is not an address: ministries share mailboxes.</summary>
public sealed class Person : Entity
{
    public required string Name
    {
        get;
        set
        {
            field = OneLine.Of(value);
            if (FamilyName is { } family && !Partners.FamilyName.IsIn(field, family))
                FamilyName = null;
            Report(new PersonNamed(this));
        }
    }
    public string? Email
    {
        get;
        set
        {
            field = value;
            Report(new PersonNamed(this));
        }
    }
    public string? Phone
    {
        get;
        set => field = value is null ? null : OneLine.Of(value);
    }
    public AddressForm Form { get; set; }

    /// <summary>
    /// As it stands in a salutation, where it is not the end of the name; null: <see cref="Partners.FamilyName"/> tells it. It goes when
    /// the name changes to one in which it is not.
    /// </summary>
    public string? FamilyName
    {
        get;
        set => field = string.IsNullOrWhiteSpace(value) ? null : OneLine.Of(value);
    }

    public (string Name, string? Family) Names => (Name, FamilyName);

    /// <summary>The day on which the person agreed that the public sees their name; null: the function alone.</summary>
    public DateOnly? NamedInPublicSince { get; set; }

    /// <summary>The day on which the person agreed that the contact points of all partners see name, address, role, function and strands; null: they see nothing.</summary>
    public DateOnly? ShownToContactPointsSince { get; set; }

    /// <summary>The entry that this one was found to be the same as.</summary>
    public Guid? MergedIntoId
    {
        get;
        set
        {
            field = value;
            Report(new PersonNamed(this));
        }
    }
}

public enum MandateRole
{
    /// <summary>To whom letters are addressed: minister, president, director.</summary>
    Principal,
    ContactPoint,
    Alternate,

    /// <summary>Takes part in the work of a strand.</summary>
    Expert,

    /// <summary>To whom the press turns.</summary>
    Press,
    HeadOfDelegation,
}

/// <summary>What ties a person to a partner, from a day until a day.</summary>
public sealed class Mandate : Entity, IDated
{
    private Guid personId;

    public required Guid PartnerId { get; init; }
    public required Guid PersonId
    {
        get => personId;
        init => personId = value;
    }
    public Person Person { get; init; } = null!;
    public required MandateRole Role { get; init; }
    public required string Function
    {
        get;
        set => field = OneLine.Of(value);
    }

    /// <summary>The function in the languages in which it is known.</summary>
    public LocalizedText? Functions { get; set; }

    /// <summary>Rank of the salutation table: minister, state-secretary, agency-head …</summary>
    public string Rank { get; set; } = "official";
    public string Language { get; set; } = "en";

    /// <summary>Strands of work it covers; empty means all of them.</summary>
    public List<string> Strands { get; init; } = [];
    public required DateOnly From { get; set; }
    public DateOnly? To { get; private set; }

    /// <summary>The message that it rests on.</summary>
    public Guid? EvidenceMessageId { get; init; }

    public string FunctionIn(string language) =>
        Functions?.Get(language) is var (text, used) && used == language ? text : Function;

    /// <summary>Its person stands in the record under another entry.</summary>
    internal void MoveTo(Person person) => personId = person.Id;

    public bool Covers(string strand) => Strands.Count == 0 || Strands.Contains(strand);

    /// <summary>Whether it meets a mandate for these strands in one of them; none named means all.</summary>
    public bool CoversAny(IReadOnlyCollection<string> strands) =>
        Strands.Count == 0 || strands.Count == 0 || Strands.Exists(strands.Contains);

    /// <summary>Whether both say of one person that they hold one role in one strand on some day.</summary>
    public bool IsTwiceWith(Mandate other) =>
        PartnerId == other.PartnerId && Role == other.Role && CoversAny(other.Strands) && this.MeetsOn(other);

    /// <summary>Why its person cannot hold another role of the partner beside it, or null when they can.</summary>
    /// <param name="days">On which the other role would be held, for these strands.</param>
    public Reason? WhyNotBeside(MandateRole role, IReadOnlyCollection<string> strands, IDated days) =>
        IsOwnAlternate(Role, role) && CoversAny(strands) && this.MeetsOn(days)
            ? Text.Key(
                "Nobody is their own alternate: the same person holds the role “{0}” of the partner in the same strands, {1}. End that mandate first, or choose other strands or days.",
                (Reason)PartnerWords.NameOf(Role),
                Days.Of(this).InWords()
            )
            : null;

    /// <summary>Whether one who holds both roles at once would be their own alternate.</summary>
    internal static bool IsOwnAlternate(MandateRole one, MandateRole other) =>
        (one, other) is (MandateRole.ContactPoint, MandateRole.Alternate) or (MandateRole.Alternate, MandateRole.ContactPoint);

    /// <summary>The same mandate for some of its strands, from a day on.</summary>
    public Mandate For(IEnumerable<string> strands, DateOnly from) =>
        new()
        {
            PartnerId = PartnerId,
            PersonId = PersonId,
            Role = Role,
            Function = Function,
            Functions = Functions,
            Rank = Rank,
            Language = Language,
            Strands = [.. strands],
            From = from,
            To = To,
            EvidenceMessageId = EvidenceMessageId,
        };

    /// <summary>Why it cannot end on that day, or null when it can.</summary>
    public string? WhyNotEnd(DateOnly on) => WhyNotLast(From, on);

    /// <summary>Ends it, or moves an end that was recorded.</summary>
    public void End(DateOnly on)
    {
        if (WhyNotEnd(on) is { } reason)
            throw new InvalidOperationException(reason);
        To = on;
    }

    /// <summary>Why no mandate can last from that day until that one, or null when one can.</summary>
    public static string? WhyNotLast(DateOnly from, DateOnly? to) =>
        to < from ? Text.Key("A mandate cannot end before it began.") : null;

    /// <summary>The days were recorded wrongly.</summary>
    public void Correct(DateOnly from, DateOnly? to)
    {
        if (WhyNotLast(from, to) is { } reason)
            throw new InvalidOperationException(reason);
        (From, To) = (from, to);
    }

    /// <summary>What it says was recorded wrongly. A function that is another one is not known in other languages.</summary>
    public void Correct(string function, string language, IReadOnlyCollection<string> strands)
    {
        if (function != Function)
            (Function, Functions) = (function, null);
        Language = language;
        if (strands.Order(StringComparer.Ordinal).SequenceEqual(Strands.Order(StringComparer.Ordinal)))
            return;
        Strands.Clear();
        Strands.AddRange(strands);
    }

    /// <summary>Somebody takes over on a day on which it holds; a later end that was recorded gives way.</summary>
    public void HandOver(DateOnly on)
    {
        if (!this.HoldsOn(on))
            throw new InvalidOperationException("A mandate is handed over on a day on which it holds.");
        To = on;
    }

    /// <summary>It lasts longer than was recorded; without a day, until further notice.</summary>
    public void Prolong(DateOnly? until)
    {
        if (To is not null && (until is null || until > To))
            To = until;
    }
}

public sealed class PersonMappings : IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Mandate> builder)
    {
        builder.HasOne<Partner>().WithMany().HasForeignKey(m => m.PartnerId);
        builder.HasOne(m => m.Person).WithMany().HasForeignKey(m => m.PersonId);
        builder.HasIndex(m => new
        {
            m.PartnerId,
            m.Role,
            m.From,
        });
    }
}
