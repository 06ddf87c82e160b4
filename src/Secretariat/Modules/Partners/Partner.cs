using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary>A kind of partner; the list of kinds is data.</summary>
public sealed class PartnerKind : Entity
{
    public const string MemberState = "eu-member-state";

    /// <summary>The place of a partner that is of this kind: by the EU rule for Member States, by the alphabet (null) for all others.</summary>
    public static int? PlaceIn(string code, int? protocolOrder) => code is MemberState ? protocolOrder : null;

    public required string Code { get; init; }
    public required int Order { get; init; }
    public required LocalizedText Name { get; set; }
    public required LocalizedText Heading { get; set; }

    /// <summary>Its partners are countries.</summary>
    public required bool IsCountry { get; init; }

    /// <summary>Why a partner of this kind has no code of a country, or null: on a list it may be that of its seat.</summary>
    public Reason? WhyNoCountryCode() =>
        IsCountry ? null : Text.Key("Only a country has such a code. Leave it out, or correct the kind of partner.");
}

public enum CorrespondenceForm
{
    Letter,
    NoteVerbale,
    Mail,
}

/// <summary>A partner has a name, a kind or a place that it had not before, or stands for itself no longer or again.</summary>
public sealed record PartnerNamed(Partner Partner) : IFact;

/// <summary>A state, institution, agency, organisation or company of the Alliance, or one that it writes to.</summary>
public sealed class Partner : Entity
{
    public required string Code { get; init; }
    public required string KindCode
    {
        get;
        set
        {
            var isNew = field is null;
            field = value;
            if (!isNew)
                Report(new PartnerNamed(this));
        }
    }
    public string? EuCode { get; set; }
    public string? IsoAlpha2 { get; set; }
    public string? IsoAlpha3 { get; set; }

    /// <summary>Where it stands by the EU rule on the days on which it is a Member State; among those that were one, too.</summary>
    public int? ProtocolOrder
    {
        get;
        set
        {
            field = value;
            Report(new PartnerNamed(this));
        }
    }
    public required LocalizedText Name
    {
        get;
        set
        {
            field = value;
            Report(new PartnerNamed(this));
        }
    }
    public LocalizedText? OfficialName { get; set; }
    public string? OwnName
    {
        get;
        set
        {
            field = value;
            Report(new PartnerNamed(this));
        }
    }
    public LocalizedText? ShortName { get; set; }

    /// <summary>May be shown in public, through a dated and sourced relation only.</summary>
    public bool IsListed { get; set; }
    public LocalizedText? WhyUnlisted { get; set; }

    /// <summary>What has to stand with the name wherever the name stands.</summary>
    public LocalizedText? Footnote { get; set; }

    /// <summary>In which the secretariat writes to it where nothing else is said; null: in that of the addressee.</summary>
    public string? WorkingLanguage { get; set; }

    /// <summary>How it wishes to be written to.</summary>
    public CorrespondenceForm PreferredForm { get; set; }

    /// <summary>The entry that this one was found to be the same as; it stands in no list and counts no more.</summary>
    public Guid? MergedIntoId { get; private set; }

    public List<PartnerRelation> Relations { get; init; } = [];
    public List<PartnerDomain> Domains { get; init; } = [];
    public List<KindBefore> KindsBefore { get; init; } = [];
    public List<ListingBefore> ListingsBefore { get; init; } = [];
    public List<PartnerRoute> Routes { get; init; } = [];
    public List<PartnerPlace> Places { get; init; } = [];
    public List<Endorsement> Endorsements { get; init; } = [];

    /// <summary>Why nothing can be entered for it, or null when something can.</summary>
    public string? WhyNotEnter() =>
        MergedIntoId is null
            ? null
            : Text.Key("This partner’s entry was merged into another one. File or enter it under that one.");

    /// <summary>The codes that follow from that of ISO 3166-1, where nothing else was said.</summary>
    public void CompleteCodes()
    {
        if (IsoAlpha2 is not { } iso)
            return;
        EuCode ??= CountryCode.EuOf(iso);
        IsoAlpha3 ??= CountryCode.Iso3Of(iso);
    }

    internal void MergeInto(Partner kept)
    {
        MergedIntoId = kept.Id;
        Report(new PartnerNamed(this));
    }

    internal void StandForItself()
    {
        MergedIntoId = null;
        Report(new PartnerNamed(this));
    }
}

/// <summary>A domain from which the partner writes; mail from elsewhere is shown as unknown.</summary>
public sealed class PartnerDomain : Entity
{
    public required Guid PartnerId { get; init; }
    public required string Domain { get; init; }

    /// <summary>The domain itself or one below it.</summary>
    public static bool Matches(string domain, string registered) =>
        domain.Equals(registered, StringComparison.OrdinalIgnoreCase)
        || domain.EndsWith("." + registered, StringComparison.OrdinalIgnoreCase);
}

public sealed class PartnerMappings
    : IEntityTypeConfiguration<PartnerKind>,
        IEntityTypeConfiguration<Partner>,
        IEntityTypeConfiguration<PartnerDomain>
{
    public void Configure(EntityTypeBuilder<PartnerKind> builder) => builder.HasIndex(k => k.Code).IsUnique();

    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasOne<PartnerKind>().WithMany().HasForeignKey(p => p.KindCode).HasPrincipalKey(k => k.Code);
        builder.HasMany(p => p.Relations).WithOne().HasForeignKey(r => r.PartnerId);
        builder.HasMany(p => p.Domains).WithOne().HasForeignKey(d => d.PartnerId);
        builder.HasMany(p => p.KindsBefore).WithOne().HasForeignKey(k => k.PartnerId);
        builder.HasMany(p => p.ListingsBefore).WithOne().HasForeignKey(l => l.PartnerId);
        builder.HasMany(p => p.Routes).WithOne().HasForeignKey(r => r.PartnerId);
        builder.HasMany(p => p.Places).WithOne().HasForeignKey(p => p.PartnerId);
    }

    public void Configure(EntityTypeBuilder<PartnerDomain> builder) =>
        builder.HasIndex(d => new { d.PartnerId, d.Domain }).IsUnique();
}
