using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Groups.Mailings;

/// <summary>What a module has to tell of some days that anybody may know, in the language of the text.</summary>
public interface INews
{
    /// <summary>Its heading and its lines, the newest first; no lines where nothing happened.</summary>
    /// <param name="since">The first day.</param>
    /// <param name="until">The last day, as of which the record is read.</param>
    Task<NewsSection> ReadAsync(DateOnly since, AsOf until, Text t, CancellationToken cancellationToken);
}

public sealed record NewsSection(string Heading, IReadOnlyList<string> Lines);
