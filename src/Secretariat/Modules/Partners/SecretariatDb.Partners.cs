using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Modules.Partners.Imports;

namespace Secretariat.Platform.Data;

public abstract partial class SecretariatDb
{
    public DbSet<PartnerKind> PartnerKinds => Set<PartnerKind>();

    public DbSet<Partner> Partners => Set<Partner>();

    /// <summary>Those that stand for themselves: without the entries that were merged into another.</summary>
    public IQueryable<Partner> CurrentPartners => Partners.Where(p => p.MergedIntoId == null);

    public DbSet<PartnerPlace> PartnerPlaces => Set<PartnerPlace>();

    public DbSet<PartnerRelation> PartnerRelations => Set<PartnerRelation>();

    public DbSet<PartnerDomain> PartnerDomains => Set<PartnerDomain>();

    public DbSet<KindBefore> KindsBefore => Set<KindBefore>();

    public DbSet<ListingBefore> ListingsBefore => Set<ListingBefore>();

    public DbSet<PartnerRoute> PartnerRoutes => Set<PartnerRoute>();

    public DbSet<Endorsement> Endorsements => Set<Endorsement>();

    public DbSet<OnboardingStep> OnboardingSteps => Set<OnboardingStep>();

    public DbSet<OnboardingTaken> OnboardingTaken => Set<OnboardingTaken>();

    public DbSet<Person> Persons => Set<Person>();

    public DbSet<PersonMerge> PersonMerges => Set<PersonMerge>();

    public DbSet<PartnerMerge> PartnerMerges => Set<PartnerMerge>();

    public DbSet<NotTheSame> NotTheSame => Set<NotTheSame>();

    public DbSet<Mandate> Mandates => Set<Mandate>();

    public DbSet<ImportedFile> ImportedFiles => Set<ImportedFile>();
}
