using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;

namespace Secretariat.Platform.Data;

public abstract partial class SecretariatDb : IdentityUserContext<Account, Guid>
{
    public DbSet<SignInLink> SignInLinks => Set<SignInLink>();

    public DbSet<Secret> Secrets => Set<Secret>();

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;
}
