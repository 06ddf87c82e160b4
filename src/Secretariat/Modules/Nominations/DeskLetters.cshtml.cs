using Secretariat.Platform.Data;

namespace Secretariat.Modules.Nominations;

public sealed class DeskLettersModel(SecretariatDb db) : DeskPage(db)
{
    public IReadOnlyList<LetterLine> Letters { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Letters = await LettersAsync(cancellationToken);
}
