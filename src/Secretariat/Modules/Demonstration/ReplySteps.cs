using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Demonstration;

/// <param name="Returns">A message, our answer to which it brings back.</param>
/// <param name="Event">By its title, to the invitation to which a calendar answers.</param>
internal sealed record ReplyStep(string File, string? Answers, string? Returns, string Campaign, string? Event = null) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var path = Path.Combine(scene.Year.RepliesFolder, File);
        // Some replies are not UTF-8: Latin-1 keeps every byte as it is.
        var text = Encoding.Latin1.GetString(await System.IO.File.ReadAllBytesAsync(path, cancellationToken));
        if (Answers is { } partner)
            text = await FillAsync(text, scene, partner, cancellationToken);
        if (Event is { } title)
            text = text.Replace(
                "{{event}}",
                (await scene.EventAsync(title, cancellationToken)).Event.CalendarUid,
                StringComparison.Ordinal
            );
        if (Returns is { } answered)
            text = Named(text, await scene.AnswerAsync(answered, cancellationToken));
        var bytes = Encoding.Latin1.GetBytes(text);
        var item = new MailboxItem(File, scene.Now, bytes.Length, bytes);
        var message = await scene.The<TakeIn>().RunAsync("demonstration", 0, item, cancellationToken);
        await scene.WorkAsync<ReadMail>(cancellationToken);
        scene.Year.Replies[File] = message;
    }

    /// <summary>What an answer repeats of the letter it answers.</summary>
    private async Task<string> FillAsync(string text, Scene scene, string partner, CancellationToken cancellationToken)
    {
        var letter = await scene.LetterAsync(Campaign, partner, cancellationToken);
        var sent = await scene.Db.Outbox.SingleAsync(m => m.Id == letter.OutgoingMessageId, cancellationToken);
        return Named(text, sent)
            .Replace("{{reference}}", letter.Reference, StringComparison.Ordinal)
            .Replace("{{date}}", LetterLanguage.For("en").Write(letter.SignedOn!.Value), StringComparison.Ordinal);
    }

    private static string Named(string text, OutgoingMessage sent) =>
        text.Replace("{{messageId}}", sent.InternetMessageId, StringComparison.Ordinal);
}

internal sealed record AnswerStep(string Reply, List<string> Text) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var message = await scene.MessageAsync(Reply, cancellationToken);
        var thread = await scene.Db.Threads.SingleAsync(t => t.Id == message.ThreadId, cancellationToken);
        var text = new ReplyText(
            Guid.CreateVersion7(),
            message.FromName!,
            message.FromAddress!,
            SubjectLine.Re(message.Subject, thread.Reference),
            string.Join('\n', Text),
            [message.InternetMessageId!]
        );
        await scene.The<SendReply>().RunAsync(message.Id, text, AfterReply.Stay, cancellationToken);
        while (await scene.WorkAsync<SendMail>(cancellationToken) > 0) { }
    }
}

internal sealed record FileStep(string Reply, string Partner, string Campaign, string? Reason) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var message = await scene.MessageAsync(Reply, cancellationToken);
        if (message.IsFiled)
            return;
        var letter = await scene.LetterAsync(Campaign, Partner, cancellationToken);
        var thread = await scene.Db.Threads.SingleAsync(t => t.Id == letter.ThreadId, cancellationToken);
        await scene.The<MoveMessages>().FileAsync(message, thread, scene.ActorId!.Value, cancellationToken);
        await scene.Db.SaveAsync(Text.Key("File a message"), Reason, cancellationToken);
    }
}

internal sealed record ConfirmStep(
    string Reply,
    ProposalType Type,
    ProposedPerson? Person,
    MandateRole? Role,
    List<string> Strands,
    DateOnly From,
    string? Reason
) : YearStep
{
    /// <summary>Where the year gives no other reason for what the officer changes in a proposal.</summary>
    private const string ReadAgain = "Corrected after reading the message.";

    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var message = await scene.MessageAsync(Reply, cancellationToken);
        var open = await scene.OpenProposalsAsync(message, cancellationToken);
        var proposal = Meant(open) ?? Added(scene, message);
        var correction = new Correction(Person, Strands, From);
        var reason = Reason ?? (proposal.WhyNotConfirm(message, correction, null) is null ? null : ReadAgain);
        proposal.Confirm(message, correction, new Decision(scene.ActorId, scene.Now, reason));
        await scene.Db.SaveAsync(Text.Key("Confirm a proposal"), reason ?? proposal.SaidInWords, cancellationToken);
        if (message.WhyNotFinish(open.Exists(p => p.IsOpen)) is not null)
            return;
        message.Finish();
        await scene.Db.SaveAsync(Text.Key("Finish a message"), cancellationToken: cancellationToken);
    }

    /// <summary>The open proposal of that type, of that person.</summary>
    private Proposal? Meant(List<Proposal> open)
    {
        var alike = open.FindAll(p => p.Type == Type);
        return alike.Find(p => p.Person?.Name == Person?.Name) ?? alike.FirstOrDefault();
    }

    /// <summary>What the clerk did not see, the officer adds.</summary>
    private Proposal Added(Scene scene, Message message)
    {
        var added = new Proposal
        {
            MessageId = message.Id,
            Type = Type,
            IsAlternate = Role is MandateRole.Alternate,
        };
        scene.Db.Proposals.Add(added);
        return added;
    }
}

internal sealed record RejectStep(string Reply, string? Reason) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var message = await scene.MessageAsync(Reply, cancellationToken);
        foreach (var proposal in await scene.OpenProposalsAsync(message, cancellationToken))
            proposal.Reject(new Decision(scene.ActorId, scene.Now, Reason));
        message.Finish();
        await scene.Db.SaveAsync(Text.Key("Reject a message"), Reason, cancellationToken);
    }
}

internal sealed record VerifyStep(string Reply, ProposalType Type, string Reason) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var message = await scene.MessageAsync(Reply, cancellationToken);
        foreach (var proposal in (await scene.OpenProposalsAsync(message, cancellationToken)).Where(p => p.Type == Type))
            proposal.Verify(message, new Decision(scene.ActorId, scene.Now, Reason));
        await scene.Db.SaveAsync(Text.Key("Verify a proposal"), Reason, cancellationToken);
    }
}

internal sealed record EndMandateStep(string Partner, DateOnly To, string? Reason) : YearStep
{
    public override async Task DoAsync(Scene scene, CancellationToken cancellationToken)
    {
        var mandate = await scene
            .Db.Mandates.Where(m => scene.Db.Partners.Any(p => p.Id == m.PartnerId && p.Code == Partner))
            .Where(m => m.Role == MandateRole.ContactPoint && m.To == null)
            .OrderBy(m => m.From)
            .FirstAsync(cancellationToken);
        mandate.End(To.AddDays(1));
        await scene.Db.SaveAsync(Text.Key("End a mandate"), Reason, cancellationToken);
    }
}
