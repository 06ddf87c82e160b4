using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Tests.Correspondence;

/// <summary>Tests in which mail arrives in the folder, as it does where no server is configured.</summary>
public abstract class MailTest(TestApp app) : AppTest(app)
{
    private int dropped;

    /// <summary>Lets a mail arrive (LF for CRLF) and be read.</summary>
    protected Task<Message> ArriveAsync(string mail) => ArriveAsync(Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n")));

    protected async Task<Message> ArriveAsync(byte[] bytes)
    {
        Drop(bytes);
        await App.WorkAsync<FetchMail>();
        while (await App.WorkAsync<ReadMail>() > 0) { }
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        return await App.ReadAsync(db => db.Messages.SingleAsync(m => m.RawSha256 == hash, Cancelled));
    }

    protected void Drop(byte[] bytes)
    {
        var folder = Directory.CreateDirectory(Path.Combine(App.Settings.Mail.Folder!, "in"));
        var file = Path.Combine(folder.FullName, $"{++dropped:D4}-{Guid.CreateVersion7():N}.eml");
        File.WriteAllBytes(file, bytes);
        // A file that was written just now would be looked at twice.
        File.SetLastWriteTimeUtc(file, TimeProvider.System.Now().UtcDateTime - TimeSpan.FromMinutes(1));
    }

    /// <summary>A letter that went to a partner.</summary>
    protected async Task<Thread> GivenLetterAsync(
        string partner,
        string reference,
        string subject = "Follow-up to the conference"
    )
    {
        var partnerId = await PartnerIdAsync(partner);
        var thread = new Thread
        {
            PartnerId = partnerId,
            Subject = subject,
            Reference = reference,
        };
        await App.GivenAsync(db =>
        {
            db.Threads.Add(thread);
            return Task.CompletedTask;
        });
        return thread;
    }

    protected async Task GivenDomainAsync(string partner, string domain)
    {
        var partnerId = await PartnerIdAsync(partner);
        await App.GivenAsync(db =>
        {
            db.PartnerDomains.Add(new PartnerDomain { PartnerId = partnerId, Domain = domain });
            return Task.CompletedTask;
        });
    }

    protected Task<Proposal> GivenProposalAsync(
        Message message,
        ProposalType type,
        string quote,
        string? person = null,
        params string[] strands
    ) =>
        GivenProposalOfAsync(
            message,
            type,
            quote,
            person is null ? null : new ProposedPerson(person, "Head of Unit", null, null, null),
            strands
        );

    protected async Task<Proposal> GivenProposalOfAsync(
        Message message,
        ProposalType type,
        string quote,
        ProposedPerson? person,
        params string[] strands
    )
    {
        var proposal = new Proposal
        {
            MessageId = message.Id,
            Type = type,
            Person = person,
            Strands = [.. strands],
            Evidence = [new Evidence("text", quote)],
        };
        await App.GivenAsync(db =>
        {
            db.Proposals.Add(proposal);
            return Task.CompletedTask;
        });
        return proposal;
    }

    protected Task<Guid> PartnerIdAsync(string code) =>
        App.ReadAsync(db => db.Partners.Where(p => p.Code == code).Select(p => p.Id).SingleAsync(Cancelled));

    protected Task<Message> NowAsync(Message message) =>
        App.ReadAsync(db => db.Messages.AsNoTracking().SingleAsync(m => m.Id == message.Id, Cancelled));

    protected Task<Proposal> NowAsync(Proposal proposal) =>
        App.ReadAsync(db => db.Proposals.AsNoTracking().SingleAsync(p => p.Id == proposal.Id, Cancelled));

    protected static string Page(Message message) => $"/office/inbox/{message.Id}";

    protected static string Card(Proposal proposal) => $"proposal-{proposal.Id:N}";

    protected static string Field(Proposal proposal, string name) => $"p{proposal.Id:N}.{name}";

    /// <summary>Named by hand, since long.</summary>
    protected async Task<Guid> GivenGroupAsync(params string[] partners)
    {
        var group = PartnerGroup.ByHand($"Group {Guid.CreateVersion7()}");
        await App.GivenAsync(async db =>
        {
            foreach (var id in await db.Partners.Where(p => partners.Contains(p.Code)).Select(p => p.Id).ToListAsync(Cancelled))
                group.Add(id, new DateOnly(2024, 1, 1));
            db.Groups.Add(group);
        });
        return group.Id;
    }

    /// <summary>Somebody who speaks for a partner, with or without an address.</summary>
    protected Task GivenContactAsync(string partner, string name, string? email, string language, int since = 100) =>
        App.GivenAsync(async db =>
        {
            var person = new Person { Name = name, Email = email };
            db.Persons.Add(person);
            db.Mandates.Add(
                new Mandate
                {
                    PartnerId = await PartnerIdAsync(partner),
                    PersonId = person.Id,
                    Role = MandateRole.ContactPoint,
                    Function = "Head of Unit",
                    Language = language,
                    From = TimeProvider.System.Today().AddDays(-since),
                }
            );
        });

    /// <summary>What has left to an address, in the order in which it was put in the outbox.</summary>
    protected async Task<List<MimeMessage>> SentToAsync(string address)
    {
        while (await App.WorkAsync<SendMail>() > 0) { }
        var ids = await App.ReadAsync(db =>
            db.Outbox.Where(m => m.ToAddress == address && m.Delivery != Delivery.Recalled)
                .OrderBy(m => m.Id)
                .Select(m => m.InternetMessageId)
                .ToListAsync(Cancelled)
        );
        // Before the first message has left there is no folder.
        var sent = Directory
            .GetFiles(Directory.CreateDirectory(Path.Combine(App.Settings.Mail.Folder!, "out")).FullName)
            .Select(file => MimeReader.Read(File.ReadAllBytes(file)))
            .ToLookup(m => m.MessageId);
        return [.. ids.Select(id => sent[id].Single())];
    }

    /// <summary>A delivery report (RFC 3464) of our own server.</summary>
    /// <param name="id">The Message-ID of ours that it speaks of.</param>
    protected static string Report(
        string id,
        string to,
        string action,
        string status,
        string words,
        string envelope = "of.nobody"
    ) =>
        $"""
            From: Mail Delivery System <MAILER-DAEMON@mx.secretariat.example>
            To: global-alliance@secretariat.example
            Message-ID: <{Guid.CreateVersion7():N}@mx.secretariat.example>
            Subject: Undelivered Mail Returned to Sender
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.secretariat.example
            Original-Envelope-Id: {envelope}

            Final-Recipient: rfc822; {to}
            Action: {action}
            Status: {status}
            Diagnostic-Code: smtp; {words}
            --b
            Content-Type: text/rfc822-headers

            Message-ID: <{id}>
            --b--
            """;
}
