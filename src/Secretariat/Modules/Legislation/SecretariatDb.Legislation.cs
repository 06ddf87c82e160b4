using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Legislation;

namespace Secretariat.Platform.Data;

public abstract partial class SecretariatDb
{
    public DbSet<LegislativeFile> LegislativeFiles => Set<LegislativeFile>();
}
