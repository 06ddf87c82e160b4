using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>Puts into words what the record says of a partner.</summary>
internal static class BriefingWriter
{
    public static Briefing Write(BriefingFacts facts, Text t)
    {
        var (language, isOffice) = (t.Language.Code, facts.Shared.IsForOffice);
        IReadOnlyList<BriefingSection> sections =
        [
            StandingLines.Endorsements(facts, t),
            PeopleLines.Section(facts, t),
            StandingLines.Interests(facts, t),
            CommitmentLines.Section(facts, t),
            MailLines.Section(facts, t),
            .. isOffice ? [EventLines.Section(facts, t), OpenQuestions.Section(facts, t)] : Array.Empty<BriefingSection>(),
        ];
        return new Briefing(
            facts.Partner.Code,
            facts.Partner.Name.In(language),
            t.Of("Briefing as of {0}", facts.Day),
            language,
            Head(facts, t),
            sections,
            [.. PeopleLines.Shown(facts).Select(m => m.PersonId)]
        );
    }

    private static List<string> Head(BriefingFacts facts, Text t)
    {
        var (partner, language) = (facts.Partner, t.Language.Code);
        var kind = facts.Shared.Kinds[partner.KindOn(facts.Day)].In(language);
        var codes = new[] { partner.EuCode, partner.IsoAlpha2, partner.IsoAlpha3 }.OfType<string>().Distinct();
        string?[] about =
        [
            kind,
            string.Join(", ", codes),
            facts.Shared.PlaceOf(partner) is { } order ? t.Of("place {0} in protocol order", order) : null,
        ];
        var form = t.Of("{0}: {1}", t.Of("Is written to"), t.Of(partner.PreferredForm.Name()));
        var written =
            partner.WorkingLanguage is { } code && facts.Shared.Languages.TryGetValue(code, out var name)
                ? t.Of("in {0}", name.In(language))
                : null;
        string?[] lines =
        [
            partner.OfficialName?.In(language),
            Joined(" · ", about),
            Joined(", ", form, written),
            partner.Footnote?.In(language),
        ];
        return [.. lines.OfType<string>()];
    }

    /// <summary>Parts of a line, without those that are empty.</summary>
    public static string Joined(string between, params IEnumerable<string?> parts) =>
        string.Join(between, parts.Where(p => !string.IsNullOrEmpty(p)));
}
