using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Modules.Partners.Imports;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>How lists of one kind come into the record.</summary>
public abstract class ImportRules
{
    public abstract ImportKind Kind { get; }

    public abstract IReadOnlyList<Field> Fields { get; }

    /// <summary>What is asked for the rows that leave it open.</summary>
    public abstract string DefaultLabel { get; }

    public abstract Task<IReadOnlyList<SelectListItem>> DefaultsAsync(Text t, CancellationToken cancellationToken);

    /// <summary>The process that the audit names.</summary>
    public abstract string Process { get; }

    /// <summary>
    /// Reads the record once and does to it, in memory, what the rows say; whoever calls saves it all, or forgets it all. A row with an
    /// error has done nothing.
    /// </summary>
    public async Task<ImportPlan> PlanAsync(
        GivenList list,
        ColumnChoice columns,
        ImportChoice choice,
        CancellationToken cancellationToken
    )
    {
        var rows = list
            .Rows.Where(r => r.Cells.Any(c => !string.IsNullOrWhiteSpace(c)))
            .Select(r => new RowCells(r, list, columns, new RowOutcome(r.Number)))
            .ToList();
        rows.ForEach(r => r.TellLost());
        await EnterAsync(rows, choice, cancellationToken);
        var outcomes = rows.ConvertAll(r => r.Outcome);
        var byNumber = outcomes.ToDictionary(o => o.Row);
        foreach (var problem in list.Problems)
        {
            // Beside an error, what the reader of lists misses may be what the row means by its key.
            if (byNumber.TryGetValue(problem.Row, out var outcome) && outcome.IsRight)
                outcome.Remark(Reason.Of(problem.Said), problem.Column);
        }

        return new ImportPlan(outcomes);
    }

    /// <summary>What follows once the list has been written; a job does it later where it is cut off.</summary>
    internal virtual Task SettleAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private protected abstract Task EnterAsync(
        IReadOnlyList<RowCells> rows,
        ImportChoice choice,
        CancellationToken cancellationToken
    );
}
