using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>An expression of interest by form.</summary>
public sealed class ExpressInterestModel(SecretariatDb db, DeskMessage desk, Text t) : DeskForm(db, desk, t)
{
    protected override bool NeedsStrand => true;

    protected override (string Subject, DeskAsk Ask) Write(IReadOnlyList<string> strands)
    {
        var asked = $"We wish to take part in these strands of work: {string.Join(", ", strands)}.";
        return ("Expression of interest", new DeskAsk(ProposalType.Interest, false, null, strands, [asked]));
    }
}
