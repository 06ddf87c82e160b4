namespace Secretariat.Formats.Procedures;

/// <summary>A legislative procedure as the European Parliament records it.</summary>
/// <param name="Reference">The inter-institutional reference, for instance <c>2016/0132(COD)</c>; null where the source names none.</param>
/// <param name="Titles">The title by language (two letters, as in the source).</param>
/// <param name="Events">What happened, by date; on one day in the source's order.</param>
/// <param name="Notices">What could not be read, a sentence each, on one line; at most <see cref="ProcedureReader.MaxNotices"/>.</param>
public sealed record Procedure(
    string? Reference,
    IReadOnlyDictionary<string, string> Titles,
    IReadOnlyList<ProcedureEvent> Events,
    IReadOnlyList<string> Notices
);

/// <summary>One event of a procedure.</summary>
/// <param name="Date">The day.</param>
/// <param name="Type">The source's own word, for a URI its last segment; null where it gives none.</param>
/// <param name="Actor">Who acted, for a URI its last segment, several apart by a comma; null where the source does not say.</param>
/// <param name="Documents">The documents it rests on, decided on or is recorded in, for a URI the last segment.</param>
public sealed record ProcedureEvent(DateOnly Date, string? Type, string? Actor, IReadOnlyList<string> Documents);
