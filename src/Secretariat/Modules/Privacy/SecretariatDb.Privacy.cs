using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Privacy;

namespace Secretariat.Platform.Data;

public abstract partial class SecretariatDb
{
    public DbSet<Disclosure> Disclosures => Set<Disclosure>();
}
