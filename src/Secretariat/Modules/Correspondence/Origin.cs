using Secretariat.Formats.Mime;

namespace Secretariat.Modules.Correspondence;

/// <summary>What is known of where a message comes from, whoever it claims to come from.</summary>
public enum Origin
{
    /// <summary>No receiving host is configured whose word would count.</summary>
    NotChecked,

    /// <summary>The receiving host has authenticated the sender's domain, or the sender was signed in.</summary>
    Proven,

    /// <summary>The receiving host has not authenticated it.</summary>
    Unproven,

    /// <summary>The receiving host says that the sender is not who it claims to be.</summary>
    Forged,
}

public static class Origins
{
    /// <summary>
    /// DMARC decides, because it alone speaks of the address that people see. Without its verdict a message is forged when both
    /// SPF and DKIM fail; that one of them passed proves another domain than the one shown, perhaps.
    /// </summary>
    public static Origin Of(MimeMessage mail, string? authservId)
    {
        if (string.IsNullOrEmpty(authservId))
            return Origin.NotChecked;
        var verdict = AuthenticationResults.Read(mail, authservId);
        return verdict.Dmarc switch
        {
            "fail" => Origin.Forged,
            // Of several senders DMARC speaks of one, nobody knows which.
            "pass" => mail.From.Count == 1 ? Origin.Proven : Origin.Unproven,
            _ => verdict is { Spf: "fail" or "softfail" or "hardfail", Dkim: "fail" or "hardfail" }
                ? Origin.Forged
                : Origin.Unproven,
        };
    }

    public static Trust TrustIn(this Origin origin, bool isRegistered) =>
        origin switch
        {
            Origin.Forged => Trust.Failed,
            _ when !isRegistered => Trust.UnknownSender,
            Origin.Proven => Trust.Known,
            Origin.Unproven => Trust.Unverified,
            _ => Trust.NotChecked,
        };
}
