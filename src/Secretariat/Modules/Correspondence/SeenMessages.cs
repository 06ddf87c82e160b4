using System.Security.Cryptography;
using System.Text;

namespace Secretariat.Modules.Correspondence;

/// <summary>Messages as somebody saw them before they leave in numbers: what has changed since does not leave unseen.</summary>
public static class SeenMessages
{
    /// <summary>The same text for the same messages to the same readers, and for no others.</summary>
    public static string Of(IEnumerable<(string To, string Subject, string Body)> messages) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', messages.Select(m => $"{m.To}\0{m.Subject}\0{m.Body}"))))
        );
}
