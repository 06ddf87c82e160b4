using Secretariat.Modules.Figures;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.PublicSite.Counts;

/// <summary>A number that is a query over the record, with the sentence that says what it counts.</summary>
public interface ICount
{
    string Title(Text t);

    string Definition(Text t);

    Task<IReadOnlyList<Counted>> AtAsync(SecretariatDb db, AsOf asOf, CancellationToken cancellationToken);

    /// <summary>Whether that citation speaks of the same thing and stands beside this count.</summary>
    bool IsBeside(QuotedCount quoted) => false;

    /// <summary>What the records lack where nothing can be counted.</summary>
    string? WhyNone(Text t) => null;
}

/// <summary>How many of one kind, strand or instrument.</summary>
public sealed record Counted(string Code, LocalizedText Of, int Number);
