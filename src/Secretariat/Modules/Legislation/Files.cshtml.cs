using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Modules.Legislation;

public sealed class FilesModel(SecretariatDb db, TimeProvider time) : PublicPage(time)
{
    public IReadOnlyList<LegislativeFile> Files { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var day = AsOf.Day;
        Files = await db
            .LegislativeFiles.AsNoTracking()
            .Where(f => f.ProposedOn <= day)
            .OrderBy(f => f.Code)
            .ToListAsync(Cancelled);
    }
}
