using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>One reason for or against, and what it adds to the score or takes from it.</summary>
/// <param name="IsSameName">It says that both are called the same, whatever the script, the order and the legal form.</param>
public sealed record Evidence(Reason Reason, double Points, bool IsSameName = false);

/// <summary>
/// How likely two entries are the same, from 0 to 1: the sum of what each reason says, so that an officer can follow it.
/// It proposes; only a person merges.
/// </summary>
public sealed record Likeness(double Score, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The names agree, and something that belongs to one alone does too, such as a mailbox that bears the name.</summary>
    public const double Certain = 0.95;

    /// <summary>The names agree, and nothing speaks against it but much for it, such as the same partner: shown as a proposal.</summary>
    public const double Likely = 0.70;

    /// <summary>The names agree, and nothing else is known or some of it differs: of two namesakes as likely as of one person.</summary>
    public const double Possible = 0.40;

    /// <summary>However much else agrees, such as the mailbox, telephone and partner that two colleagues share.</summary>
    internal const double MostWithoutName = 0.35;

    /// <summary>A relative or colleague may be called nearly the same.</summary>
    internal const double MostWithWeakName = 0.90;

    public bool IsCertain => Score >= Certain;

    public bool IsLikely => Score >= Likely;

    public bool IsPossible => Score >= Possible;

    /// <summary>Both are called the same, and it is not excluded that they are one: shown apart from what is likely.</summary>
    public bool IsPerhaps => IsPossible && !IsLikely && Evidence.Any(e => e.IsSameName);

    public static Likeness Of(PersonEntry one, PersonEntry other) =>
        one.Id == other.Id ? Itself() : PersonLikeness.Of(new(one), new(other));

    public static Likeness Of(PartnerEntry one, PartnerEntry other) =>
        one.Id == other.Id ? Itself() : PartnerLikeness.Of(new(one), new(other));

    internal static Likeness Sum(IReadOnlyList<Evidence> evidence, double most = 1)
    {
        var sum = Math.Round(evidence.Sum(e => e.Points), 2);
        return new(Math.Clamp(sum, 0, most), evidence);
    }

    private static Likeness Itself() => new(1, [new(Text.Key("It is the same entry."), 1)]);
}
