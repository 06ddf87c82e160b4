using System.Security.Cryptography;
using System.Text;
using Secretariat.Modules.Audit;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>A record that belongs to a partner. It changes its partner in a merge alone; its own rules know no such change.</summary>
internal static class RecordOfPartner
{
    private const string Partner = nameof(Mandate.PartnerId);

    public static void PutUnder(this SecretariatDb db, Entity record, Guid partnerId) =>
        db.Entry(record).Property(Partner).CurrentValue = partnerId;

    public static bool IsUnder(this SecretariatDb db, Entity record, Guid partnerId) =>
        db.Entry(record).Property(Partner).CurrentValue is Guid id && id == partnerId;

    /// <summary>What it says, whichever partner it belongs to: the same until somebody changes it.</summary>
    public static string ContentOf(this SecretariatDb db, Entity record)
    {
        var values = db.Entry(record)
            .Properties.Where(p => p.Metadata.Name is not (Partner or nameof(Entity.Version)))
            .Select(p => $"{p.Metadata.Name}: {Auditor.Show(p, p.CurrentValue)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', values))));
    }
}
