using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;

namespace Secretariat.Platform.Data;

public abstract partial class SecretariatDb
{
    public DbSet<PartnerKind> PartnerKinds => Set<PartnerKind>();

    public DbSet<Partner> Partners => Set<Partner>();

    public DbSet<PartnerRelation> PartnerRelations => Set<PartnerRelation>();

    public DbSet<PartnerDomain> PartnerDomains => Set<PartnerDomain>();

    public DbSet<Person> Persons => Set<Person>();

    public DbSet<Mandate> Mandates => Set<Mandate>();
}
