using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.OpenData;

/// <summary>What ties a partner to the Alliance, as a sentence with its date.</summary>
public static class RelationWords
{
    public static string Of(ListedEndorsement endorsement, RelationTarget target, Text t)
    {
        var (title, date) = (target.Title.In(t.Language.Code), t.Date(endorsement.From));
        return endorsement.TextVersion is { } version
            ? t.Of("endorsed “{0}”, version {1}, {2}", title, version, date)
            : t.Of("endorsed “{0}”, {1}", title, date);
    }

    public static string Of(PartnerRelation relation, RelationTarget? target, Text t)
    {
        var date = relation.IsMonthOnly ? relation.On.ToString("MMMM yyyy", t.Language.Culture) : t.Date(relation.On);
        var title = target?.Title.In(t.Language.Code) ?? relation.Of;
        return (relation.Kind, target?.IsConference ?? false) switch
        {
            (RelationKind.Member, _) => t.Of("member of the European Union (list checked on {0})", date),
            (RelationKind.Convenor, true) => t.Of("convenor of the conference of {0}", date),
            (RelationKind.Convenor, false) => t.Of("convenor of “{0}”, {1}", title, date),
            (_, true) => t.Of("took part in the conference of {0}", date),
            (_, false) => t.Of("took part in “{0}”, {1}", title, date),
        };
    }
}
