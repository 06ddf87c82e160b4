using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>An expression of interest by form.</summary>
public sealed class ExpressInterestModel(SecretariatDb db, FormMessage forms, Text t) : DeskForm(db, forms, t)
{
    protected override bool NeedsStrand => true;

    protected override (string Subject, FormAsk Ask) Write(IReadOnlyList<string> strands) =>
        ("Expression of interest", FormAsk.TakesPart(strands));
}
