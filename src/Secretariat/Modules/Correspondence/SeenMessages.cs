using System.Security.Cryptography;
using System.Text;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>Messages as somebody saw them before they leave in numbers: what has changed since does not leave unseen.</summary>
public static class SeenMessages
{
    /// <summary>The same text for the same messages to the same readers, and for no others.</summary>
    public static string Of(IEnumerable<(string To, string Subject, string Body)> messages) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', messages.Select(m => $"{m.To}\0{m.Subject}\0{m.Body}"))))
        );

    /// <summary>Why they do not leave: somebody has to have seen just these, and to say how many they are.</summary>
    /// <param name="entered">What was seen, and the number that was typed.</param>
    public static Reason? WhyNotLeave((string? Seen, int? Count) entered, string seen, int count) =>
        count == 0 ? Text.Key("Nobody can be written to now.")
        : entered.Seen != seen
            ? Text.Key("Those who are written to or their messages have changed: look at them below, then send them.")
        : entered.Count != count ? Text.Key("Messages that would leave: {0}. Type that number if it is what you mean.", count)
        : null;
}
