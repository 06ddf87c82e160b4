using Microsoft.EntityFrameworkCore;

namespace Secretariat.Platform.Data;

public abstract partial class SecretariatDb
{
    public DbSet<SearchText> SearchTexts => Set<SearchText>();

    /// <summary>The records in whose text these words stand one after another; the last may go on.</summary>
    /// <param name="text">As it was typed; null is answered where nothing was, and no record where it holds no letter and no digit.</param>
    public IQueryable<Guid>? RecordsWith(string text)
    {
        const int most = 20;
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var words = SearchText.WordsOf(text).Split(' ', most + 1, StringSplitOptions.RemoveEmptyEntries);
        var found = words.Length == 0 ? SearchTexts.Where(_ => false) : TextsWith(words[..Math.Min(words.Length, most)]);
        return found.Select(s => s.RecordId);
    }

    /// <param name="words">Letters and digits only.</param>
    protected abstract IQueryable<SearchText> TextsWith(string[] words);
}

public sealed partial class SqliteSecretariatDb
{
    protected override IQueryable<SearchText> TextsWith(string[] words)
    {
        var phrase = $"\"{string.Join(' ', words)}\"*";
        return SearchTexts.FromSql(
            $"""SELECT * FROM "SearchTexts" WHERE "Number" IN (SELECT rowid FROM "SearchWords" WHERE "SearchWords" MATCH {phrase})"""
        );
    }
}

public sealed partial class PostgresSecretariatDb
{
    protected override IQueryable<SearchText> TextsWith(string[] words)
    {
        var (all, phrase) = ($"{string.Join(" & ", words)}:*", $" {string.Join(' ', words)}");
        if (words is [_])
            return SearchTexts.FromSql(
                $"""SELECT * FROM "SearchTexts" WHERE to_tsvector('simple', "Words") @@ to_tsquery('simple', {all})"""
            );
        // The index forgets positions in long texts, so the text itself says whether the words stand together.
        return SearchTexts.FromSql(
            $"""
            SELECT * FROM "SearchTexts"
            WHERE to_tsvector('simple', "Words") @@ to_tsquery('simple', {all}) AND position({phrase} in ' ' || "Words") > 0
            """
        );
    }
}
