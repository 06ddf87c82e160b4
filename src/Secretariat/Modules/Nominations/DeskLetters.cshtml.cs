using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Nominations;

public sealed class DeskLettersModel(SecretariatDb db) : DeskPage(db)
{
    public ListPage<LetterLine, Guid> Letters { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid? before, Guid? after, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Letters = await LettersAsync((before, after), cancellationToken);
        return Page();
    }
}
