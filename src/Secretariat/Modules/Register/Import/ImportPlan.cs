using System.Security.Cryptography;
using System.Text;
using Secretariat.Modules.Partners.Imports;

namespace Secretariat.Modules.Register.Import;

/// <summary>What a file would do to the record, row by row.</summary>
public sealed record ImportPlan(IReadOnlyList<RowOutcome> Rows)
{
    public IEnumerable<RowOutcome> Wrong => Rows.Where(r => !r.IsRight);

    public ImportCounts Counts =>
        new(
            Rows.Count(r => r.Effect is RowEffect.NewMandate or RowEffect.NewPerson or RowEffect.NewPartner),
            Rows.Count(r => r.Effect is RowEffect.Change),
            Rows.Count(r => r.Effect is RowEffect.Nothing),
            Rows.Count(r => r.Effect is RowEffect.Error)
        );

    public bool DoesAnything => Rows.Any(r => r.Effect is not (RowEffect.Nothing or RowEffect.Error));

    /// <summary>The same for two plans that would do the same, so that nobody confirms another one than they saw.</summary>
    public string Fingerprint
    {
        get
        {
            var said = new StringBuilder();
            foreach (var row in Rows)
                said.Append(row.Row)
                    .Append('|')
                    .Append(row.Effect)
                    .Append('|')
                    .Append(row.Who)
                    .Append('|')
                    .AppendJoin('|', row.Changes)
                    .AppendJoin('|', row.Errors)
                    .AppendJoin('|', row.Remarks)
                    .Append('\n');
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())));
        }
    }
}

/// <summary>What the file leaves open, and somebody has to say.</summary>
/// <param name="Default">The role of rows that name none, or the kind of new partners.</param>
/// <param name="StandBeside">Whoever is new stands beside those who hold the role already.</param>
/// <param name="ByDomain">No column that is not read names a partner, so that the domain of the address says whose contact it is.</param>
public sealed record ImportChoice(string? Default = null, bool StandBeside = false, bool ByDomain = false);
