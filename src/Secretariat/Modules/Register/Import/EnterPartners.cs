using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using F = Secretariat.Modules.Register.Import.PartnerFields;

namespace Secretariat.Modules.Register.Import;

/// <summary>Enters what a row says of a partner, after the rules that hold for whoever enters it by hand.</summary>
internal sealed class EnterPartners(
    SecretariatDb db,
    KnownPartners partners,
    PartnerWords words,
    ImportChoice choice,
    DateOnly today
)
{
    private readonly DatedChanges dated = new(db, words.Names, today);
    private readonly HashSet<string> codes = partners.Codes.ToHashSet(StringComparer.Ordinal);

    public required OfficialFootnotes Footnotes { get; init; }

    public void Enter(PartnerRow row)
    {
        var texts = F.Texts.Where(t => IsNew(row, t)).ToList();
        if (row.Partner is { } known)
            dated.Check(row, known);
        else
            CheckNew(row);
        if (!row.Outcome.IsRight)
            return;
        var partner = row.Partner ?? Added(row);
        foreach (var text in texts)
            Set(row, text, partner);
        if (texts.Exists(t => t.Letters is not null))
            CompleteByCode(row, partner);
        Change(row, partner);
        if (row.Partner is not null && row.Outcome.Effect is RowEffect.Change)
            db.Touch(partner);
        else if (row.Partner is null && partner.IsoAlpha2 is { } country)
            partner.Name = CountryNames.Complete(
                partner.Name,
                country,
                [.. words.Languages.Values.Distinct(StringComparer.Ordinal)]
            );
    }

    /// <summary>Whether it would change, and nobody else has it.</summary>
    private bool IsNew(PartnerRow row, PartnerText text)
    {
        var said = row.Said(text);
        if (!row.Cells.IsNew(text.Field, said, row.Partner is { } known ? text.Get(known) : null, text.Longest))
            return false;
        if (text.Letters is { } letters && (said!.Length != letters || !said.All(char.IsAsciiLetter)))
            row.Cells.Tell(text.Field, Text.Key("Such a code has {0} letters.", letters));
        else if (text.Letters is not null && WhyNotLetters(row, text, said!) is { } reason)
            row.Cells.Tell(text.Field, reason);
        if (!text.IsRemark && partners.Called(said).FirstOrDefault(p => p != row.Partner) is { } other)
            row.Cells.Tell(text.Field, Text.Key("{0} stands in the register already.", KnownPartners.NameOf(other)));
        return row.Outcome.IsRight;
    }

    private Reason? WhyNotLetters(PartnerRow row, PartnerText text, string said) =>
        partners.Kind(row.Kind ?? row.Partner?.KindCode ?? choice.Default)?.WhyNoCountryCode() ?? text.WhyNot(said);

    private void CheckNew(PartnerRow row)
    {
        if (row.Cells.Said(F.Name) is null)
            row.Cells.Tell(F.Name, Text.Key("The name is missing."));
        if (row.Kind is null && choice.Default is null && row.Outcome.IsRight)
            row.Cells.Tell(
                F.Kind,
                Text.Key("The kind is missing: choose the column that has it, or one kind for all such rows.")
            );
        if ((row.Kind ?? choice.Default) is { } kind && Kinds.WhyNotOf(kind, row.Cells.Said(F.OwnName)) is { } unnamed)
            row.Cells.Tell(F.OwnName, unnamed);
        if (row.Code is { } code && !PartnerCode.IsOne(code))
            row.Cells.Tell(
                F.Code,
                Text.Key("A code is of small letters, digits and hyphens, such as ms-ee, and no word of an address.")
            );
    }

    private Partner Added(PartnerRow row)
    {
        var (name, kind) = (row.Cells.Said(F.Name)!, row.Kind ?? choice.Default!);
        var partner = new Partner
        {
            Code = row.Code ?? PartnerCode.For(name, kind, codes),
            KindCode = kind,
            Name = LocalizedText.InEnglish(name),
        };
        codes.Add(partner.Code);
        db.Partners.Add(partner);
        row.Outcome.Does(RowEffect.NewPartner);
        row.Outcome.Change(F.Code.Label, null, partner.Code);
        row.Outcome.Change(F.Kind.Label, null, words.Names.Kind(partner.KindCode));
        return partner;
    }

    /// <summary>What follows from the code of a country, where the row does not say otherwise.</summary>
    private void CompleteByCode(PartnerRow row, Partner partner)
    {
        var written = F.Texts.Where(t => t.Letters is not null).Select(t => (Text: t, Before: t.Get(partner))).ToList();
        partner.CompleteCodes();
        foreach (var (text, before) in written.Where(c => c.Text.Get(partner) != c.Before))
            row.Outcome.Change(text.Field.Label, before, text.Get(partner));
        if (Footnotes.MissingOf(partner) is not { } official)
            return;
        (partner.Footnote, row.Outcome.Footnote) = (official, official);
        row.Outcome.Change(F.Footnote.Label, null, official.In(Catalogue.English));
    }

    private static void Set(PartnerRow row, PartnerText text, Partner partner)
    {
        row.Outcome.Change(text.Field.Label, row.Partner is null ? null : text.Get(partner), row.Said(text));
        text.Set(partner, row.Said(text)!);
    }

    private void Change(PartnerRow row, Partner partner)
    {
        if (row.Partner is null)
            DatedChanges.EnterNew(row, partner);
        else
            dated.Enter(row, partner);
        if (row.Language is { } language && language != partner.WorkingLanguage)
        {
            row.Outcome.Change(F.Language.Label, words.Names.Language(partner.WorkingLanguage), words.Names.Language(language));
            partner.WorkingLanguage = language;
        }

        if (row.Form is { } form && form != partner.PreferredForm)
        {
            row.Outcome.Change(F.Form.Label, new Reason(partner.PreferredForm.Name()), new Reason(form.Name()));
            partner.PreferredForm = form;
        }

        foreach (var domain in row.Domains.Where(d => !partner.Domains.Exists(known => known.Domain == d)).ToList())
        {
            row.Outcome.Change(F.Domains.Label, null, domain);
            db.PartnerDomains.Add(new PartnerDomain { PartnerId = partner.Id, Domain = domain });
        }
    }
}
