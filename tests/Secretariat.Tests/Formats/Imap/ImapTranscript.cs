using Secretariat.Formats.Connections;
using Secretariat.Formats.Imap;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Formats.Imap;

/// <summary>Short scripts for one part of a conversation, with what comes before it taken as given.</summary>
internal static class ImapTranscript
{
    public static ImapOptions Options(
        string? user = null,
        string? password = null,
        ConnectionSecurity security = ConnectionSecurity.None,
        int maxMessageBytes = 1000,
        string? token = null
    ) =>
        new()
        {
            Host = "imap.example",
            Port = 143,
            Security = security,
            User = user,
            Password = password,
            AccessToken = token,
            AllowLoginWithoutTls = true,
            Timeout = TimeSpan.FromSeconds(20),
            MaxMessageBytes = maxMessageBytes,
            MaxLineBytes = 4000,
            MaxResponses = 50,
        };

    /// <summary>A client that has been greeted and not asked to sign in.</summary>
    public static Task<ImapClient> PlayAsync(string script, int packetSize = int.MaxValue) =>
        ConnectAsync("S: * OK Ready\n" + script, Options(), packetSize);

    public static Task<ImapClient> ConnectAsync(string script, ImapOptions options, int packetSize = int.MaxValue) =>
        ImapClient.ConnectAsync(new TranscriptStream(script, packetSize), options, TestContext.Current.CancellationToken);
}
