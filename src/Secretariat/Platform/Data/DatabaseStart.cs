using Microsoft.EntityFrameworkCore;

namespace Secretariat.Platform.Data;

public static class DatabaseStart
{
    /// <summary>Brings the database to this version of the program.</summary>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SecretariatDb>().Database.MigrateAsync(cancellationToken);
    }
}
