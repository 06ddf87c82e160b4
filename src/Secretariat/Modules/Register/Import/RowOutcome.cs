using Secretariat.Modules.Partners.Imports;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>What a row does to the record; of several, the last of these.</summary>
public enum RowEffect
{
    Nothing,
    Change,
    NewMandate,
    NewPerson,
    NewPartner,
    Error,
}

/// <summary>What one row would do, or why it cannot.</summary>
/// <param name="row">From 1, as a spreadsheet counts.</param>
public sealed class RowOutcome(int row)
{
    private readonly List<Reason> changes = [];
    private readonly List<Reason> errors = [];
    private readonly List<Reason> remarks = [];
    private RowEffect effect;

    public int Row => row;

    /// <summary>Whom or what the row is about.</summary>
    public Reason Who { get; set; } = "";

    /// <summary>That of the partner that it names.</summary>
    public LocalizedText? Footnote { get; set; }

    /// <summary>Those of the record whose data are shown with it.</summary>
    public HashSet<Guid> Persons { get; } = [];

    public RowEffect Effect => errors.Count > 0 ? RowEffect.Error : effect;

    /// <summary>Such as “Telephone: a → b”.</summary>
    public IReadOnlyList<Reason> Changes => errors.Count > 0 ? [] : changes;

    /// <summary>What has to be put right, each with its column where it has one.</summary>
    public IReadOnlyList<Reason> Errors => errors;

    /// <summary>What somebody should look at all the same.</summary>
    public IReadOnlyList<Reason> Remarks => remarks;

    public bool IsRight => errors.Count == 0;

    public void Does(RowEffect what) => effect = what > effect ? what : effect;

    /// <param name="before">A text as it stands there, or a reason where it has to be translated.</param>
    /// <param name="after">The same of what comes in its place.</param>
    public void Change(string label, object? before, object? after)
    {
        Does(RowEffect.Change);
        changes.Add(
            before is null or ""
                ? Text.Key("{0}: {1}", new Reason(label), after)
                : Text.Key("{0}: {1} → {2}", new Reason(label), before, after)
        );
    }

    /// <param name="column">What it is called in the file, or a reason where the page has a word of its own.</param>
    public void Tell(Reason reason, object? column = null) =>
        errors.Add(column is null ? reason : Text.Key("{0}: {1}", column, reason));

    public void Remark(Reason reason, object? column = null) =>
        remarks.Add(column is null ? reason : Text.Key("{0}: {1}", column, reason));
}
