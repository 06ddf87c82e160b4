using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Letters;

/// <summary>Invented partners on the public list, whose order is another one in French, and letters that list them.</summary>
internal static class InventedList
{
    public const string Footnote = "Without prejudice to positions on status.";

    public const string FrenchFootnote = "Sans préjudice des positions sur le statut.";

    public static Task HasListedPartnersAsync(this TestApp app) =>
        app.GivenAsync(async db =>
        {
            if (await db.Partners.AnyAsync(p => p.Code == "pc-zq1"))
                return;
            Enter(db, "pc-zq1", "Zalmaria", "Égalmarie");
            Enter(db, "pc-zq2", "Norvia", "Norvie", hasFootnote: true);
            Enter(db, "pc-zq3", "Fenlor", "Xénlor");
        });

    public static void Enter(
        SecretariatDb db,
        string code,
        string name,
        string french,
        RelationKind relation = RelationKind.TookPart,
        DateOnly? on = null,
        bool isListed = true,
        bool hasFootnote = false
    )
    {
        var partner = new Partner
        {
            Code = code,
            KindCode = "partner-country",
            Name = LocalizedText.InEnglish(name).With("fr", french),
            Footnote = hasFootnote ? LocalizedText.InEnglish(Footnote).With("fr", FrenchFootnote) : null,
            IsListed = isListed,
        };
        db.Partners.Add(partner);
        db.PartnerRelations.Add(
            new PartnerRelation
            {
                PartnerId = partner.Id,
                Kind = relation,
                Of = "conference-2023",
                On = on ?? new(2023, 11, 28),
                IsMonthOnly = false,
                Confidence = "confirmed",
            }
        );
    }

    private static string Template(string columns) =>
        $"---\ntitle: Partners\nannex-title: {{annex.title}}\nannex-columns: a | b | c\npartners-title: Partners\npartners-subtitle: {{letter.asOf}}\npartners-columns: {columns}\n---\nText.\n";

    /// <summary>A campaign to one minister by a template with both annexes, drafted on the page.</summary>
    public static async Task<(TestBrowser Officer, Letter Letter)> DraftWithListAsync(
        this TestApp app,
        string language = "en",
        string day = "2024-02-29",
        string code = "zq-list",
        string? markdown = null
    )
    {
        await app.HasMinistersAsync(1);
        var officer = await app.AsAsync(Role.Officer);
        await app.HasSenderAsync(officer);
        await app.GivenAsync(async db =>
        {
            if (await db.TemplateSources.AnyAsync(s => s.Code == code && s.Language == language))
                return;
            db.TemplateSources.Add(
                new TemplateSource
                {
                    Code = code,
                    Language = language,
                    Markdown = markdown ?? Template(language is "fr" ? "Catégorie | Partenaire" : "Kind | Partner"),
                }
            );
        });
        var form = (await officer.GetAsync("/office/campaigns/new")).Form("new");
        form.With("Title", "List").With("Template", code).With("AsOf", day).Tick("Kinds", PartnerKind.MemberState);
        if (markdown is not null)
            form.Tick("HasAnnex", "true", ticked: false);
        var draft = await form.SubmitAsync();
        return (officer, Assert.Single(await app.LettersAsync(CampaignOffice.IdOf(draft))));
    }
}
