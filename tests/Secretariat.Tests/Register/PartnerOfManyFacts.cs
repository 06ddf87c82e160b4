using Secretariat.Modules.Alliance;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Tests.Register;

/// <summary>A partner with facts of every sort at random, each right for itself; those of two of them often collide.</summary>
internal sealed class PartnerOfManyFacts(SecretariatDb db, Random random, string code, IReadOnlyList<Person> people)
{
    private static readonly string[] Kinds = ["other-private", "online-platform"];
    private static readonly string[] Strands = ["prevention", "response", "alternatives"];
    private static readonly string[] Languages = ["fr", "de", "it"];
    private static readonly DateOnly First = new(2024, 1, 1);
    private Partner partner = null!;
    private Message message = null!;

    public void Make(Instrument instrument, IReadOnlyList<PartnerGroup> groups, IReadOnlyList<Campaign> sent)
    {
        partner = new Partner
        {
            Code = code,
            KindCode = Kinds[random.Next(2)],
            Name = Named($"Sample {code}"),
            OfficialName = random.Next(2) == 0 ? Named($"Official {code}") : null,
            IsListed = random.Next(4) > 0,
        };
        db.Add(partner);
        Correspond();
        Relate();
        Mandate();
        Stand(instrument);
        Answer();
        foreach (var group in groups)
            Join(group);
        foreach (var campaign in sent.Where(_ => random.Next(2) == 0))
            db.Add(LetterOf(campaign));
        db.Users.Add(AccountOf());
    }

    private LocalizedText Named(string name) =>
        Languages
            .Where(_ => random.Next(2) == 0)
            .Aggregate(LocalizedText.InEnglish(name), (text, language) => text.With(language, $"{name} {language}"));

    private void Correspond()
    {
        var thread = new Thread { PartnerId = partner.Id, Subject = "Many" };
        db.Add(thread);
        for (var i = random.Next(1, 5); i > 0; i--)
            db.Add(
                message = PartnerFacts.Message(db, thread, PartnerFacts.Moment(2024, 3, i), $"{code} {i}", $"{code}@x.example")
            );
    }

    private void Relate()
    {
        foreach (var domain in new[] { "one.example", "two.example", $"{code}.example" }.Where(_ => random.Next(2) == 0))
            db.Add(new PartnerDomain { PartnerId = partner.Id, Domain = domain });
        foreach (var on in Enumerable.Range(1, 3).Where(_ => random.Next(2) == 0))
            db.Add(
                new PartnerRelation
                {
                    PartnerId = partner.Id,
                    Kind = RelationKind.TookPart,
                    Of = $"event-{on}",
                    On = First.AddDays(on),
                    IsMonthOnly = false,
                    Confidence = "confirmed",
                }
            );
        if (random.Next(2) == 0)
            db.Add(
                new KindBefore
                {
                    PartnerId = partner.Id,
                    KindCode = Kinds.First(k => k != partner.KindCode),
                    Until = First.AddDays(random.Next(400)),
                }
            );
        var until = First.AddDays(random.Next(300));
        for (var (left, was) = (random.Next(3), !partner.IsListed); left > 0; (left, was) = (left - 1, !was))
            db.Add(
                new ListingBefore
                {
                    PartnerId = partner.Id,
                    IsListed = was,
                    Until = until.AddDays(left * 60),
                }
            );
        foreach (var step in new[] { "contact", "agreement" }.Where(_ => random.Next(2) == 0))
            db.Add(
                new OnboardingTaken
                {
                    PartnerId = partner.Id,
                    StepCode = step,
                    On = First,
                    Note = "Minutes",
                }
            );
        foreach (var (from, to) in Stretches())
        {
            var route = new PartnerRoute
            {
                PartnerId = partner.Id,
                RouteCode = "WBAL",
                Role = RouteRole.Transit,
                From = from,
            };
            if (to is { } end)
                route.End(end);
            db.Add(route);
        }
    }

    private void Mandate()
    {
        foreach (var role in new[] { MandateRole.Principal, MandateRole.ContactPoint })
        foreach (var (from, to) in Stretches())
        {
            var person = random.Next(3) > 0 ? people[random.Next(people.Count)] : new Person { Name = $"{role} {code} {from:O}" };
            var mandate = PartnerFacts.Mandate(partner, person, from, role);
            mandate.Strands.AddRange(Strands.Where(_ => random.Next(3) == 0));
            if (to is { } end)
                mandate.End(end);
            if (!people.Contains(person))
                db.Add(person);
            db.Add(mandate);
            if (role is MandateRole.ContactPoint)
                db.Add(NominationOf(mandate));
        }
    }

    private Nomination NominationOf(Mandate mandate)
    {
        var proposal = new Proposal
        {
            MessageId = message.Id,
            Type = ProposalType.Nomination,
            Evidence = [new Evidence("text", "We nominate")],
        };
        db.Add(proposal);
        return new()
        {
            PartnerId = partner.Id,
            ProposalId = proposal.Id,
            MessageId = message.Id,
            MandateId = mandate.Id,
            ConfirmedAt = PartnerFacts.Moment(2024, 4, 1),
        };
    }

    private void Stand(Instrument instrument)
    {
        var known = new List<Endorsement>();
        foreach (var (from, _) in Stretches())
        {
            var said = new Endorsement
            {
                PartnerId = partner.Id,
                InstrumentCode = instrument.Code,
                Status = known.Count == 1 ? EndorsementStatus.Invited : EndorsementStatus.Endorsed,
                TextVersion = known.Count == 0 ? null : 1,
                Mode = EndorsementMode.Meeting,
                From = from,
                Sources = ["https://news.example"],
                Confidence = "confirmed",
            };
            new EndorsementHistory(instrument, known).Enter(said);
            known.Add(said);
        }

        db.AddRange(known);
    }

    private void Answer()
    {
        foreach (var strand in Strands)
        foreach (var (from, to) in Stretches())
        {
            var interest = PartnerFacts.Interest(partner, message, strand, from);
            if (to is { } end)
                interest.End(end);
            db.Add(interest);
        }
    }

    private void Join(PartnerGroup group)
    {
        foreach (var (from, to) in Stretches())
        {
            var member = new GroupMember
            {
                GroupId = group.Id,
                PartnerId = partner.Id,
                From = from,
            };
            if (to is { } end)
                member.End(end);
            db.Add(member);
        }
    }

    private Letter LetterOf(Campaign campaign) =>
        new()
        {
            CampaignId = campaign.Id,
            PartnerId = partner.Id,
            Order = 1,
            Language = "en",
            Rank = "minister",
            Form = AddressForm.Unknown,
        };

    private Account AccountOf() =>
        new()
        {
            UserName = $"{code}@accounts.example",
            NormalizedUserName = $"{code}@ACCOUNTS.EXAMPLE".ToUpperInvariant(),
            Email = $"{code}@accounts.example",
            NormalizedEmail = $"{code}@ACCOUNTS.EXAMPLE".ToUpperInvariant(),
            SecurityStamp = code,
            Name = $"Contact of {code}",
            Role = Role.PartnerContact,
            PartnerId = partner.Id,
        };

    /// <summary>One after the other, with gaps; the last may go on.</summary>
    private IEnumerable<(DateOnly From, DateOnly? To)> Stretches()
    {
        var from = First.AddDays(random.Next(300));
        for (var left = random.Next(4); left > 0; left--)
        {
            var to = from.AddDays(random.Next(120));
            yield return (from, left == 1 && random.Next(2) == 0 ? null : to);
            from = to.AddDays(random.Next(1, 60));
        }
    }
}
