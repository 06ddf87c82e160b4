using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Commitments;

namespace Secretariat.Platform.Data;

public abstract partial class SecretariatDb
{
    public DbSet<Commitment> Commitments => Set<Commitment>();

    public DbSet<CommitmentProgress> CommitmentProgress => Set<CommitmentProgress>();
}
