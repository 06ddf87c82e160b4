using System.Text;
using System.Threading.Channels;
using Secretariat.Formats.Mime;
using Secretariat.Formats.Smtp;
using Secretariat.Platform.Mail;

namespace Secretariat.Tests.Identity;

/// <summary>A clock that goes on only when told.</summary>
public sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now;

    public override DateTimeOffset GetUtcNow() => now;

    public void GoOn(TimeSpan by) => now += by;
}

/// <summary>Where mail leaves, for tests that wait for it.</summary>
public sealed class TestPostbox : IMailSender
{
    private readonly Channel<(string To, MimeMessage Mail)> sent = Channel.CreateUnbounded<(string, MimeMessage)>();

    public Task<Sending> SendAsync(ReadOnlyMemory<byte> message, SmtpEnvelope envelope, CancellationToken cancellationToken)
    {
        sent.Writer.TryWrite((envelope.Recipient, MimeReader.Read(message)));
        return Task.FromResult<Sending>(new Sending.Accepted("taken"));
    }

    /// <summary>Waits for the next mail; a mail that never comes fails the test instead of holding up all others.</summary>
    public async Task<(string To, MimeMessage Mail)> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        return await sent.Reader.ReadAsync(patience.Token);
    }

    public bool IsEmpty => !sent.Reader.TryPeek(out _);
}
