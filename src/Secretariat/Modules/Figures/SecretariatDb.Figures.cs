using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Figures;

namespace Secretariat.Platform.Data;

public abstract partial class SecretariatDb
{
    public DbSet<Figure> Figures => Set<Figure>();

    public DbSet<QuotedCount> QuotedCounts => Set<QuotedCount>();
}
