namespace Secretariat.Formats.VCard;

/// <summary>The cards of a file, or why there are none.</summary>
/// <param name="Cards">In the order of the file; empty when it cannot be used.</param>
/// <param name="UnreadableReason">A sentence with the place and the remedy, or null.</param>
public sealed record VCardFile(IReadOnlyList<Card> Cards, string? UnreadableReason);
