using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>Days in a row; without an end, until further notice.</summary>
public sealed record Days(DateOnly From, DateOnly? To) : IDated
{
    public static Days Of(IDated fact) => new(fact.From, fact.To);

    /// <summary>What is left of them without those of the others, in their order.</summary>
    public IReadOnlyList<Days> Without(IEnumerable<IDated> others) =>
        others.Aggregate(new List<Days> { this }, (left, other) => [.. left.SelectMany(d => d.Without(other))]);

    public Reason InWords() =>
        To is { } end ? Text.Key("from {0} until {1}", From, end.AddDays(-1)) : Text.Key("since {0}", From);

    private IEnumerable<Days> Without(IDated other)
    {
        if (!this.MeetsOn(other))
            return [this];
        var left = new List<Days>();
        if (From < other.From)
            left.Add(new(From, other.From));
        if (other.To is { } end && (To is null || end < To))
            left.Add(new(end, To));
        return left;
    }
}
