namespace Secretariat.Platform.Mail;

/// <summary>Hands one finished message to the world.</summary>
public interface IMailSender
{
    Task<Sending> SendAsync(ReadOnlyMemory<byte> message, string from, string to, CancellationToken cancellationToken);
}

/// <summary>What became of it, with the server's words.</summary>
public abstract record Sending(string Words)
{
    public sealed record Accepted(string Words) : Sending(Words);

    public sealed record Refused(string Words, bool IsTemporary) : Sending(Words);
}
