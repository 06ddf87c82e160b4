using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Nominations;

namespace Secretariat.Platform.Data;

public abstract partial class SecretariatDb
{
    public DbSet<Nomination> Nominations => Set<Nomination>();

    public DbSet<Interest> Interests => Set<Interest>();
}
