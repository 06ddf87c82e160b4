using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using F = Secretariat.Modules.Register.Import.PartnerFields;

namespace Secretariat.Modules.Register.Import;

/// <summary>Enters what changes from a day on: of which kind a partner is, and whether it is listed.</summary>
internal sealed class DatedChanges(SecretariatDb db, CodeNames names, DateOnly today)
{
    /// <summary>Tells what cannot be; a day without a change is that of the last one, or an error.</summary>
    public void Check(PartnerRow row, Partner partner)
    {
        if (NewKind(row, partner) is { } kind)
            Tell(row, F.Kind, partner.WhyNotBecome(kind, row.KindSince ?? today, today, row.Cells.Said(F.OwnName)));
        else
            CheckDay(row, F.KindSince, row.KindSince, partner.LastChange()?.Until);
        if (NewListing(row, partner) is { } listed)
            Tell(row, F.Listed, partner.WhyNotList(listed, row.ListedSince ?? today, today));
        else
            CheckDay(row, F.ListedSince, row.ListedSince, partner.LastListing()?.Until);
    }

    public void Enter(PartnerRow row, Partner partner)
    {
        if (NewKind(row, partner) is { } kind)
        {
            var from = row.KindSince ?? today;
            row.Outcome.Change(F.Kind.Label, names.Kind(partner.KindCode), names.Kind(kind));
            row.Outcome.Change(F.KindSince.Label, partner.LastChange()?.Until, from);
            partner.Become(kind, from);
            db.Add(partner.KindsBefore[^1]);
        }

        if (NewListing(row, partner) is { } listed)
        {
            var from = row.ListedSince ?? today;
            row.Outcome.Change(F.Listed.Label, ImportWords.YesOrNo(partner.IsListed), ImportWords.YesOrNo(listed));
            row.Outcome.Change(F.ListedSince.Label, partner.LastListing()?.Until, from);
            partner.List(listed, from);
            db.Add(partner.ListingsBefore[^1]);
        }
    }

    /// <summary>A partner that is entered new has no history.</summary>
    public static void EnterNew(PartnerRow row, Partner partner)
    {
        if (NewListing(row, partner) is { } listed)
        {
            row.Outcome.Change(F.Listed.Label, ImportWords.YesOrNo(partner.IsListed), ImportWords.YesOrNo(listed));
            partner.IsListed = listed;
        }

        foreach (var field in new[] { F.KindSince, F.ListedSince }.Where(f => row.Cells.Said(f) is not null))
            row.Cells.Remark(field, Text.Key("The partner is new here and has no history; the day is not taken."));
    }

    private static string? NewKind(PartnerRow row, Partner partner) => row.Kind == partner.KindCode ? null : row.Kind;

    private static bool? NewListing(PartnerRow row, Partner partner) => row.IsListed == partner.IsListed ? null : row.IsListed;

    private static void CheckDay(PartnerRow row, Field field, DateOnly? said, DateOnly? known)
    {
        if (said is not null && said != known)
            Tell(
                row,
                field,
                known is { } day
                    ? Text.Key("It has been so since {0}. Take that change back first, or leave the day out.", day)
                    : Text.Key("The record knows of no change. Say what changes from that day on, or leave the day out.")
            );
    }

    private static void Tell(PartnerRow row, Field field, Reason? reason)
    {
        if (reason is not null)
            row.Cells.Tell(field, reason);
    }
}
