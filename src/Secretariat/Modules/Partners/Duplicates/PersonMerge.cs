using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Audit;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>What an entry says of a person, apart from mandates.</summary>
public sealed record PersonWords(
    string Name,
    string? Email,
    string? Phone,
    AddressForm Form,
    DateOnly? NamedInPublicSince,
    DateOnly? ShownToContactPointsSince,
    string? FamilyName = null
)
{
    public static PersonWords Of(Person person) =>
        new(
            person.Name,
            person.Email,
            person.Phone,
            person.Form,
            person.NamedInPublicSince,
            person.ShownToContactPointsSince,
            person.FamilyName
        );

    /// <summary>What reads otherwise on the entry now, or null.</summary>
    internal Reason? ChangedOn(Person person)
    {
        var now = Of(person);
        return ChangedValue.InWords(
            new(Text.Key("Name"), Name, now.Name),
            new(Text.Key("Family name"), FamilyName, now.FamilyName),
            new(Text.Key("E-mail address"), Email, now.Email),
            new(Text.Key("Telephone"), Phone, now.Phone),
            new(Text.Key("Form of address"), (Reason)FieldNames.Of($"{Form}"), (Reason)FieldNames.Of($"{now.Form}")),
            new(Text.Key("Agreed to be named in public on"), NamedInPublicSince, now.NamedInPublicSince),
            new(Text.Key("Agreed to be shown to the contact points on"), ShownToContactPointsSince, now.ShownToContactPointsSince)
        );
    }

    internal void WriteTo(Person person)
    {
        (person.Name, person.Email, person.Phone) = (Name, Email, Phone);
        (person.Form, person.NamedInPublicSince) = (Form, NamedInPublicSince);
        (person.ShownToContactPointsSince, person.FamilyName) = (ShownToContactPointsSince, FamilyName);
    }
}

/// <summary>Two entries were found to be one person: what moved, and what stood before, so that it can be undone.</summary>
public sealed class PersonMerge : Entity
{
    public required Guid KeptId { get; init; }
    public required Guid GoneId { get; init; }

    /// <summary>What the kept entry said before, and what it says since.</summary>
    public required PersonWords Before { get; init; }
    public required PersonWords After { get; init; }
    public List<Guid> MandateIds { get; init; } = [];
    public List<Guid> AccountIds { get; init; } = [];

    /// <summary>Mandates of both entries that became one; null where none did.</summary>
    public IReadOnlyList<JoinedMandate>? Joined { get; private set; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Why two entries cannot be merged, or null when they can.</summary>
    public static string? WhyNot(Person kept, Person gone) =>
        kept.Id == gone.Id ? Text.Key("An entry cannot be merged with itself.")
        : kept.MergedIntoId is not null || gone.MergedIntoId is not null
            ? Text.Key("One of the two has been merged already. Look at them as they are now.")
        : null;

    /// <summary>Why it cannot be undone, or null when it can.</summary>
    /// <param name="kept">The entry that was kept.</param>
    /// <param name="mandates">Those that were joined, as they stand now.</param>
    /// <param name="others">The other merges into the entry that are not undone.</param>
    public Reason? WhyNotUndo(Person kept, IReadOnlyCollection<Mandate> mandates, IEnumerable<PersonMerge> others) =>
        UndoneAt is not null ? (Reason)Text.Key("The merge has been undone already.")
        : kept.MergedIntoId is not null ? (Reason)Text.Key("The entry was merged into another one since. Undo that first.")
        : After.ChangedOn(kept) is { } changed
            ? Text.Key(
                "The entry was changed since the merge: {0}. Put this value back first, or correct both entries by hand.",
                changed
            )
        : others.SelectMany(o => o.Joined ?? []).Any(j => MandateIds.Contains(j.Id))
            ? (Reason)Text.Key("Another entry was merged into it since. Undo that first.")
        : Joined?.Select(j => WhyNotPart(j, mandates)).FirstOrDefault(reason => reason is not null);

    private static Reason? WhyNotPart(JoinedMandate joined, IEnumerable<Mandate> mandates)
    {
        if (mandates.FirstOrDefault(m => m.Id == joined.Id) is not { } mandate)
            return Text.Key("A mandate that was joined was removed since the merge. Correct both entries by hand.");
        return joined.After.ChangedOn(mandate) is { } changed
            ? Text.Key(
                "The mandate “{0}”, which was joined, was changed since the merge: {1}. Put this value back first, or correct both entries by hand.",
                (Reason)PartnerWords.NameOf(mandate.Role),
                changed
            )
            : null;
    }

    internal void Join(IReadOnlyList<JoinedMandate> joined)
    {
        Joined = joined;
        Report(new MandatesJoined(joined));
    }

    internal void Undo(DateTimeOffset at)
    {
        UndoneAt = at;
        if (Joined is not null)
            Report(new MandatesParted(Joined));
    }
}

/// <summary>An officer looked at two entries that are alike, and found that they are two.</summary>
public sealed class NotTheSame : Entity
{
    /// <summary>The lower key of the two.</summary>
    public required Guid OneId { get; init; }
    public required Guid OtherId { get; init; }

    public static NotTheSame Of(Guid one, Guid other) =>
        one.CompareTo(other) < 0 ? new() { OneId = one, OtherId = other } : new() { OneId = other, OtherId = one };

    /// <summary>Notes it, unless it was found before.</summary>
    public static async Task NoteAsync(SecretariatDb db, Guid one, Guid other, CancellationToken cancellationToken)
    {
        var found = Of(one, other);
        if (!await db.NotTheSame.AnyAsync(n => n.OneId == found.OneId && n.OtherId == found.OtherId, cancellationToken))
            db.Add(found);
    }
}

public sealed class DuplicateMappings : IEntityTypeConfiguration<PersonMerge>, IEntityTypeConfiguration<NotTheSame>
{
    public void Configure(EntityTypeBuilder<PersonMerge> builder)
    {
        builder.OwnsOne(m => m.Before, w => w.ToJson());
        builder.OwnsOne(m => m.After, w => w.ToJson());
        builder.Property(m => m.Joined).HasJson();
        builder.HasIndex(m => m.KeptId);
        builder.HasIndex(m => m.GoneId);
    }

    public void Configure(EntityTypeBuilder<NotTheSame> builder) => builder.HasIndex(n => new { n.OneId, n.OtherId }).IsUnique();
}
