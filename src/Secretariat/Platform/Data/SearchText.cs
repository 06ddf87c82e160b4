using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Formats;
using Secretariat.Platform.Domain;

namespace Secretariat.Platform.Data;

/// <summary>The words of a record for the search, without case, accents and marks. It says nothing that the record does not hold.</summary>
public sealed class SearchText
{
    /// <summary>Beyond this a text is not searched: what is asked for stands in front, and an index of PostgreSQL takes no more than a megabyte.</summary>
    public const int MaxLength = 100_000;

    /// <summary>So much is looked at for words, blanks and signs between them included.</summary>
    private const int MostRead = 10 * MaxLength;

    /// <summary>PostgreSQL refuses longer words; nobody types one.</summary>
    private const int LongestWord = 100;

    /// <summary>By which the index knows it.</summary>
    public long Number { get; init; }
    public required Guid RecordId { get; init; }
    public required string Words { get; init; }

    public static SearchText Of(Guid recordId, params IEnumerable<string?> texts)
    {
        var all = new StringBuilder();
        foreach (var text in texts)
            all.Append(WellFormed.Cut(text ?? "", MostRead - all.Length)).Append(all.Length < MostRead ? "\n" : "");
        return new SearchText { RecordId = recordId, Words = WordsOf(all.ToString()) };
    }

    /// <summary>Runs of letters and digits, one blank between them; of a run without end its beginning.</summary>
    internal static string WordsOf(string text)
    {
        var (words, run) = (new StringBuilder(), 0);
        foreach (var rune in Fold.Of(text).EnumerateRunes())
        {
            if (words.Length > MaxLength - 2)
                break;
            if (!Rune.IsLetterOrDigit(rune))
                run = 0;
            else if (run++ < LongestWord)
                words.Append(run == 1 && words.Length > 0 ? " " : "").Append(rune.ToString());
        }

        return words.ToString();
    }
}

public sealed class SearchTextMapping : IEntityTypeConfiguration<SearchText>
{
    public void Configure(EntityTypeBuilder<SearchText> builder)
    {
        builder.HasKey(s => s.Number);
        builder.HasIndex(s => s.RecordId).IsUnique();
    }
}
