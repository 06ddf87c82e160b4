using Secretariat.Formats.Mime;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Correspondence;

/// <summary>Has the clerk read a message, and keeps what it suggests as open proposals.</summary>
public sealed class ProposeFrom(SecretariatDb db, Clerk clerk)
{
    public void Propose(Message message, MimeMessage mail)
    {
        foreach (var suggestion in clerk.Read(mail))
            db.Proposals.Add(Proposal.From(message.Id, suggestion));
    }
}
