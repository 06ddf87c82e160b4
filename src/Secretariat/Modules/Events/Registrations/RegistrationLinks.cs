using Secretariat.Modules.Identity;
using Secretariat.Platform;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>What a link to registrations opens, as the first word of its token says.</summary>
public enum LinkTo
{
    /// <summary>A delegation, to register its people; it may be passed on.</summary>
    Delegation,

    /// <summary>The same for its head alone, who also confirms what others have sent.</summary>
    Head,

    /// <summary>One registered person, for themselves.</summary>
    Person,

    /// <summary>The devices at an entrance, to check people in.</summary>
    Entrance,

    /// <summary>Nothing: it is the code on the badge of a registered person, by which they are checked in.</summary>
    Badge,
}

/// <summary>The signed addresses of registrations: <c>/t/KIND-ID.SIGNATURE</c>.</summary>
public sealed class RegistrationLinks(Keys keys, Settings settings)
{
    private static readonly Dictionary<string, LinkTo> Kinds = Enum.GetValues<LinkTo>().ToDictionary(WordOf);

    public async Task<string> AddressAsync(LinkTo kind, Guid id, CancellationToken cancellationToken) =>
        $"{settings.BaseUrl}/t/{await TokenAsync(kind, id, cancellationToken)}";

    public async Task<string> TokenAsync(LinkTo kind, Guid id, CancellationToken cancellationToken) =>
        $"{WordOf(kind)}-{(await IdsAsync(kind, cancellationToken)).Write(id)}";

    /// <summary>What a token of ours opens; null for one that is not ours or was changed.</summary>
    public async Task<(LinkTo Kind, Guid Id)?> ReadAsync(string token, CancellationToken cancellationToken) =>
        token.Split('-', 2) is [var word, var signed]
        && Kinds.TryGetValue(word, out var kind)
        && (await IdsAsync(kind, cancellationToken)).Read(signed) is { } id
            ? (kind, id)
            : null;

    private static string WordOf(LinkTo kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Each kind has a key of its own, so that no link becomes one of another kind.</summary>
    private async Task<SignedId> IdsAsync(LinkTo kind, CancellationToken cancellationToken) =>
        new(await keys.GetAsync($"{WordOf(kind)}-link", cancellationToken));
}
