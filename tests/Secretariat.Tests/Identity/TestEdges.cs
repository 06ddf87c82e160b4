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

    public ValueTask<(string To, MimeMessage Mail)> NextAsync() => sent.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public bool IsEmpty => !sent.Reader.TryPeek(out _);
}
