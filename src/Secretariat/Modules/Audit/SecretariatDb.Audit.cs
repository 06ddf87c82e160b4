using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Audit;

namespace Secretariat.Platform.Data;

public abstract partial class SecretariatDb
{
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
}
