using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

public enum CampaignStatus
{
    Draft,

    /// <summary>The drafter is done; a second person signs off.</summary>
    Submitted,

    /// <summary>The letters have their numbers and are being frozen.</summary>
    SignedOff,

    /// <summary>The letters are in the outbox.</summary>
    Released,
}

/// <summary>One letter to many partners: one template, one personal letter each.</summary>
public sealed class Campaign : Entity
{
    public required string Title { get; set; }
    public required string TemplateCode { get; init; }

    /// <summary>The day of which the letter speaks: the annex holds what was announced up to then.</summary>
    public required DateOnly AnnexAsOf { get; set; }
    public bool HasAnnex { get; init; }

    /// <summary>The kinds of partner it goes to.</summary>
    public List<string> Kinds { get; init; } = [];

    /// <summary>Partners beside those of the kinds, as the chosen groups stood when it was drafted; of a merged entry the one into which it was merged is meant.</summary>
    public List<Guid> PartnerIds { get; init; } = [];
    public CampaignContent Content { get; private set; } = CampaignContent.Empty;

    /// <summary>Held from submission on; null in a draft.</summary>
    public CampaignWording? Wording { get; private set; }

    /// <summary>Ares numbers are entered before the outbox takes the letters.</summary>
    public bool RegistrationFirst { get; set; }

    /// <summary>A person beside drafter and signatory reads the letters before they are signed off.</summary>
    public bool CheckFirst { get; init; }

    /// <summary>How its letters leave, as far as nothing else is said of one.</summary>
    public Way Way { get; init; }
    public CampaignStatus Status { get; private set; } = CampaignStatus.Draft;
    public Guid? DraftedById { get; private set; }
    public Guid? CheckedById { get; private set; }
    public DateTimeOffset? CheckedAt { get; private set; }
    public Guid? SignedOffById { get; private set; }
    public DateTimeOffset? SignedOffAt { get; private set; }
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>When its letters leave, where that was not at once.</summary>
    public DateTimeOffset? LeavesAt { get; private set; }
    public string? SentBackBecause { get; private set; }

    /// <summary>Whether it goes to a partner, whoever can be addressed there.</summary>
    public Expression<Func<Partner, bool>> GoesTo(MergedEntries entries)
    {
        var (kinds, partners) = (Kinds, PartnerIds.ConvertAll(entries.KeptOf));
        return p => p.MergedIntoId == null && (kinds.Contains(p.KindCode) || partners.Contains(p.Id));
    }

    public bool IsDraft => Status is CampaignStatus.Draft;

    public string? WhyNotEdit() => IsDraft ? null : Text.Key("The letters can only be changed while the campaign is a draft.");

    /// <summary>Takes over what the record says; called again, it takes over what it says now.</summary>
    public void Take(CampaignContent content)
    {
        if (WhyNotEdit() is { } reason)
            throw new InvalidOperationException(reason);
        Content = content;
    }

    /// <summary>The campaign of the one letter that replaces one of these, which says the same until somebody changes it.</summary>
    internal Campaign ForCorrection(string title, Guid partnerId) =>
        new()
        {
            Title = title,
            TemplateCode = TemplateCode,
            AnnexAsOf = AnnexAsOf,
            HasAnnex = HasAnnex,
            PartnerIds = [partnerId],
            RegistrationFirst = RegistrationFirst,
            CheckFirst = CheckFirst,
            Way = Way,
            Content = Content,
        };

    public string? WhyNotSubmit(IReadOnlyCollection<Letter> letters)
    {
        if (!IsDraft)
            return Text.Key("The campaign has already been submitted.");
        if (letters.All(l => l.IsVoided))
            return Text.Key("The campaign has no letters.");
        if (HasAnnex && Content.AnnexRows.Count == 0)
            return Text.Key("The annex is empty. Build it from the timetable first.");
        return letters.Where(l => !l.IsVoided).Select(l => l.WhyNotReady()).FirstOrDefault(reason => reason is not null);
    }

    /// <param name="wording">What the letters were checked with.</param>
    public void Submit(IReadOnlyCollection<Letter> letters, CampaignWording wording, Guid? byId)
    {
        if (WhyNotSubmit(letters) is { } reason)
            throw new InvalidOperationException(reason);
        (Status, Wording, DraftedById, SentBackBecause) = (CampaignStatus.Submitted, wording, byId, null);
    }

    public string? WhyNotCheck(Guid? byId)
    {
        if (Status is not CampaignStatus.Submitted)
            return Text.Key("Only a submitted campaign can be checked.");
        if (CheckedById is not null)
            return Text.Key("The letters have been checked already.");
        return byId == DraftedById ? Text.Key("A second person checks: not the one who submitted it.") : null;
    }

    /// <summary>Somebody beside the drafter has read the letters.</summary>
    public void Check(Guid? byId, DateTimeOffset at)
    {
        if (WhyNotCheck(byId) is { } reason)
            throw new InvalidOperationException(reason);
        (CheckedById, CheckedAt) = (byId, at);
    }

    /// <summary>Whoever checked the letters has read others.</summary>
    internal void TakeCheckBack() => (CheckedById, CheckedAt) = (null, null);

    public string? WhyNotSignOff(Guid? byId) =>
        WhyNotDecide(byId)
        ?? (CheckFirst && CheckedById is null ? Text.Key("Nobody has checked the letters yet.") : null)
        ?? (CheckFirst && byId == CheckedById ? Text.Key("A third person signs off: not the one who checked them.") : null);

    private string? WhyNotDecide(Guid? byId)
    {
        if (Status is not CampaignStatus.Submitted)
            return Text.Key("Only a submitted campaign can be signed off.");
        return byId == DraftedById ? Text.Key("A second person signs off: not the one who submitted it.") : null;
    }

    /// <summary>Gives each letter its number, in protocol order.</summary>
    public void SignOff(IReadOnlyList<Letter> letters, IReadOnlyList<string> references, DateTimeOffset at, Guid? byId)
    {
        if (WhyNotSignOff(byId) is { } reason)
            throw new InvalidOperationException(reason);
        if (letters.Count != references.Count)
            throw new ArgumentException("Each letter takes one reference.", nameof(references));
        foreach (var (letter, reference) in letters.Zip(references))
            letter.Number(reference, Clock.DayOf(at));
        (Status, SignedOffById, SignedOffAt) = (CampaignStatus.SignedOff, byId, at);
    }

    public string? WhyNotSendBack(Guid? byId, string? because) =>
        WhyNotDecide(byId) ?? (string.IsNullOrWhiteSpace(because) ? Text.Key("Say what has to change.") : null);

    public void SendBack(Guid? byId, string because)
    {
        if (WhyNotSendBack(byId, because) is { } reason)
            throw new InvalidOperationException(reason);
        (Status, Wording, SentBackBecause) = (CampaignStatus.Draft, null, because);
        TakeCheckBack();
    }

    /// <param name="restatedCount">How many letters leave, as the officer says it.</param>
    public Reason? WhyNotRelease(IReadOnlyCollection<Letter> letters, int? restatedCount)
    {
        if (Status is CampaignStatus.Released)
            return Text.Key("The letters have already gone to the outbox.");
        if (Status is not CampaignStatus.SignedOff)
            return Text.Key("The letters have not been signed off.");
        var leaving = letters.Where(l => !l.IsVoided).ToList();
        if (leaving.Count == 0)
            return Text.Key("All letters have been voided.");
        if (leaving.Find(l => l.NotMadeBecause is not null) is { } unmade)
            return Text.Key("{0} could not be made: have it made again, or void it.", unmade.Reference);
        if (leaving.Any(l => !l.IsFrozen))
            return Text.Key("The letters are still being made. Come back in a moment.");
        if (RegistrationFirst && leaving.Find(l => l.AresNumber is null) is { } missing)
            return Text.Key("{0} has no Ares number yet.", missing.Reference);
        return restatedCount == leaving.Count
            ? null
            : Text.Key("Letters that would leave: {0}. Type that number if it is what you mean.", leaving.Count);
    }

    /// <param name="leavesAt">Null: at once.</param>
    public void Release(
        IReadOnlyCollection<Letter> letters,
        int restatedCount,
        DateTimeOffset at,
        DateTimeOffset? leavesAt = null
    )
    {
        if (WhyNotRelease(letters, restatedCount) is { } reason)
            throw new InvalidOperationException(reason.ToString());
        (Status, ReleasedAt, LeavesAt) = (CampaignStatus.Released, at, leavesAt);
    }

    public Reason? WhyNotCallBack(IReadOnlyCollection<Letter> letters, DateTimeOffset now)
    {
        if (Status is not CampaignStatus.Released)
            return Text.Key("The letters are not in the outbox.");
        if (letters.FirstOrDefault(l => l.PostedOn is not null) is { } posted)
            return Text.Key(
                "{0} was posted on {1}, so the letters are not called back. If that is not so, correct it on the page of that letter.",
                posted.Reference,
                posted.PostedOn
            );
        var isLeaving = letters.Any(l => l.Status is not (LetterStatus.InOutbox or LetterStatus.ToPrint or LetterStatus.Voided));
        return isLeaving || !(LeavesAt > now) ? Text.Key("The letters are leaving already: none can be called back.") : null;
    }

    /// <summary>The letters lie before whoever sends them again; none has left.</summary>
    public void CallBack(IReadOnlyCollection<Letter> letters, DateTimeOffset now)
    {
        if (WhyNotCallBack(letters, now) is { } reason)
            throw new InvalidOperationException(reason.ToString());
        foreach (var letter in letters.Where(l => !l.IsVoided))
            letter.TakeFromOutbox();
        (Status, ReleasedAt, LeavesAt) = (CampaignStatus.SignedOff, null, null);
    }
}

public sealed class CampaignMapping : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.Property(c => c.Content).HasJson();
        builder.Property(c => c.Wording).HasJson();
    }
}
