using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary>Says what the codes in relations stand for; a higher module does, which has the events.</summary>
public interface INameRelations
{
    Task<IReadOnlyDictionary<string, LocalizedText>> TitlesAsync(
        IReadOnlyCollection<string> codes,
        CancellationToken cancellationToken
    );
}
