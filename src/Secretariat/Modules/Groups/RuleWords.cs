using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Groups;

/// <summary>The names of what a rule can speak of, and a rule in words.</summary>
public sealed record RuleWords(
    IReadOnlyDictionary<string, LocalizedText> Kinds,
    IReadOnlyDictionary<string, LocalizedText> Strands,
    IReadOnlyDictionary<string, LocalizedText> Instruments,
    IReadOnlyDictionary<string, LocalizedText> Routes,
    IReadOnlyDictionary<Guid, string> Campaigns
)
{
    public static async Task<RuleWords> ReadAsync(SecretariatDb db, CancellationToken cancellationToken) =>
        new(
            await db
                .PartnerKinds.AsNoTracking()
                .OrderBy(k => k.Order)
                .ToDictionaryAsync(k => k.Code, k => k.Heading, cancellationToken),
            await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToDictionaryAsync(s => s.Code, s => s.Name, cancellationToken),
            await db.Instruments.AsNoTracking().ToDictionaryAsync(i => i.Code, i => i.Title, cancellationToken),
            await db.Routes.AsNoTracking().OrderBy(r => r.Order).ToDictionaryAsync(r => r.Code, r => r.Name, cancellationToken),
            // Those whose letters have left, the newest first.
            await db
                .Campaigns.AsNoTracking()
                .Where(c => c.Status == CampaignStatus.Released)
                .OrderByDescending(c => c.Id)
                .ToDictionaryAsync(c => c.Id, c => c.Title, cancellationToken)
        );

    /// <summary>What a rule says, one sentence each.</summary>
    public IEnumerable<string> Of(GroupRule rule, Text t)
    {
        string In(IReadOnlyDictionary<string, LocalizedText> names, string code) =>
            names.GetValueOrDefault(code)?.In(t.Language.Code) ?? code;
        if (rule.Kinds.Count > 0)
            yield return t.Of("Kind: {0}", string.Join(", ", rule.Kinds.Select(k => In(Kinds, k))));
        if (rule.Strand is { } strand)
            yield return t.Of("Takes interest in: {0}", In(Strands, strand));
        if (rule.SilentOn is { } silent)
            yield return t.Of("Has said nothing on: {0}", In(Strands, silent));
        if (rule.Instrument is { } instrument)
            yield return t.Of(Sentence(rule.Standing), In(Instruments, instrument));
        if (rule.Route is { } route)
            yield return t.Of("Lies on: {0}", In(Routes, route));
        if (rule.Campaign is { } campaign)
            yield return t.Of(Sentence(rule.Answer), Campaigns.GetValueOrDefault(campaign, ""));
        if (rule.WithoutContactPoint)
            yield return rule.Strand is null ? t.Of("Has no contact point") : t.Of("Has no contact point for this strand");
    }

    private static string Sentence(EndorsementStatus standing) =>
        standing switch
        {
            EndorsementStatus.Invited => Text.Key("Invited to endorse, without an answer: {0}"),
            EndorsementStatus.Interested => Text.Key("Means to endorse: {0}"),
            EndorsementStatus.Endorsed => Text.Key("Endorses: {0}"),
            _ => Text.Key("Has withdrawn from: {0}"),
        };

    private static string Sentence(Answering? answer) =>
        answer switch
        {
            Answering.Missing => Text.Key("Has not answered: {0}"),
            Answering.Answered => Text.Key("Has answered: {0}"),
            Answering.NotDelivered => Text.Key("Has not been reached: {0}"),
            Answering.NotYetSent => Text.Key("Is still to be written to: {0}"),
            _ => Text.Key("Was asked: {0}"),
        };
}
