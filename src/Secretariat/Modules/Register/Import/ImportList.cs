using Secretariat.Modules.Partners.Imports;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;

namespace Secretariat.Modules.Register.Import;

/// <summary>Takes lists into the record: keeps the file, shows what it would do, and does it all at once.</summary>
public sealed class ImportList(
    SecretariatDb db,
    IFileStore files,
    IEnumerable<ImportRules> rules,
    CurrentActor current,
    TimeProvider time
)
{
    public ImportRules RulesOf(ImportKind kind) => rules.Single(r => r.Kind == kind);

    /// <summary>Keeps the file; the caller saves. The store has it even where nothing comes of it: the same again would be the same file.</summary>
    public async Task<ImportedFile> KeepAsync(
        ImportKind kind,
        string fileName,
        byte[] bytes,
        string? sheet,
        CancellationToken cancellationToken
    )
    {
        var file = new ImportedFile
        {
            Kind = kind,
            FileName = fileName,
            Sha256 = await files.PutAsync(bytes, cancellationToken),
            Sheet = string.IsNullOrWhiteSpace(sheet) ? null : sheet.Trim(),
            GivenAt = time.Now(),
            GivenById = current.Actor.AccountId,
        };
        db.ImportedFiles.Add(file);
        return file;
    }

    public Task<byte[]> BytesAsync(ImportedFile file, CancellationToken cancellationToken) =>
        files.GetAsync(file.Sha256, cancellationToken);

    /// <param name="encoding">The charset that somebody chose for it, if any.</param>
    public async Task<GivenList> ReadAsync(ImportedFile file, string? encoding, CancellationToken cancellationToken) =>
        GivenList.Read(file.FileName, await BytesAsync(file, cancellationToken), file.Sheet, RulesOf(file.Kind).Fields, encoding);

    /// <summary>What the list does to the record in memory: <see cref="CarryOutAsync"/> writes it, <see cref="Forget"/> does not.</summary>
    public Task<ImportPlan> PlanAsync(
        ImportKind kind,
        GivenList list,
        ColumnChoice columns,
        ImportChoice choice,
        CancellationToken cancellationToken
    ) => RulesOf(kind).PlanAsync(list, columns, choice, cancellationToken);

    public void Forget() => db.ChangeTracker.Clear();

    /// <summary>Writes all that was planned since, in one transaction with the file and its counts.</summary>
    /// <param name="encoding">The charset that somebody chose for it, if any.</param>
    public async Task CarryOutAsync(
        ImportedFile file,
        ImportPlan plan,
        string why,
        string? encoding,
        CancellationToken cancellationToken
    )
    {
        file.Apply(plan.Counts, time.Now(), current.Actor.AccountId);
        var source = encoding is null ? file.FileName : $"{file.FileName}, {encoding}";
        var rulesOfKind = RulesOf(file.Kind);
        await db.SaveAsync(rulesOfKind.Process, $"{why.Trim()} ({source})", cancellationToken);
        await rulesOfKind.SettleAsync(cancellationToken);
    }
}
