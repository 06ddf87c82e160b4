using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>
/// Weighs two people. The same name at the same partner is just <see cref="Likeness.Likely"/>; each thing that namesakes have
/// apart, such as a mailbox of their own at the same domain, brings it below. Without the name nothing is enough, and with
/// a part of it or a slip nothing is certain.
/// </summary>
internal static class PersonLikeness
{
    private const double OwnMailbox = 0.40;
    private const double SharedMailbox = 0.20;
    private const double SharedMailboxAndWeakName = 0.10;
    private const double Phone = 0.25;
    private const double PhoneAndWeakName = 0.15;
    private const double Partner = 0.15;
    private const double Domain = 0.05;
    private const double Function = 0.05;
    private const double OtherPartner = -0.20;
    private const double OtherOwnMailbox = -0.20;
    private const double OtherPhone = -0.10;
    private const double OtherGeneration = -0.30;

    public static Likeness Of(PersonTraits one, PersonTraits other)
    {
        var names = NameAgreement.Of(one.Name, other.Name);
        IEnumerable<Evidence?> evidence =
        [
            OfNames(names, one.Name.Written, other.Name.Written),
            OfGenerations(one.Name, other.Name),
            OfMailboxes(one, other, names),
            OfDomains(one, other),
            OfPhones(one, other, names),
            OfPartners(one, other),
            OfFunctions(one, other),
        ];
        return Likeness.Sum(
            [.. evidence.OfType<Evidence>()],
            !names.HasName ? Likeness.MostWithoutName
                : names.IsWeak ? Likeness.MostWithWeakName
                : 1
        );
    }

    private static Evidence OfNames(NameAgreement names, string one, string other) =>
        names.Kind switch
        {
            Agreement.Same when one == other => new(Text.Key("The names are the same: “{0}”.", one), 0.60, true),
            Agreement.Same => new(
                Text.Key("The names are the same but for accents, capitals or titles: “{0}” and “{1}”.", one, other),
                0.60,
                true
            ),
            Agreement.Order => new(
                Text.Key("The names hold the same words in another order: “{0}” and “{1}”.", one, other),
                0.60,
                true
            ),
            Agreement.Script => new(
                Text.Key("The names are the same in another script: “{0}” and “{1}”.", one, other),
                0.58,
                true
            ),
            Agreement.Spelling => new(
                Text.Key("The names are the same, spelled in another way: “{0}” and “{1}”.", one, other),
                0.57,
                true
            ),
            Agreement.Vowels => new(
                Text.Key("The names differ in vowels only, which are written in many ways: “{0}” and “{1}”.", one, other),
                0.55
            ),
            Agreement.Part => new(Text.Key("One name holds all the words of the other: “{0}” and “{1}”.", one, other), 0.45),
            Agreement.Initials => new(Text.Key("One name abbreviates the other: “{0}” and “{1}”.", one, other), 0.35),
            Agreement.OneLetter => new(Text.Key("The names differ by one letter: “{0}” and “{1}”.", one, other), 0.35),
            Agreement.OneWord => new(
                Text.Key("The names have one word in common, and one of them no other: “{0}” and “{1}”.", one, other),
                0.25
            ),
            Agreement.Partly => new(
                Text.Key(
                    "Both are called “{0}”, but the other names differ: “{1}” and “{2}”.",
                    names.Shared,
                    names.OnlyFirst,
                    names.OnlySecond
                ),
                -0.20
            ),
            Agreement.Different => new(Text.Key("The names are different: “{0}” and “{1}”.", one, other), -0.40),
            _ => new(Text.Key("The names cannot be compared: “{0}” and “{1}”.", one, other), 0),
        };

    private static Evidence? OfGenerations(PersonName one, PersonName other) =>
        one.Generation == other.Generation
            ? null
            : new(
                Text.Key(
                    "Only one of them is called “{0}”, as parent and child are told apart.",
                    one.Generation ?? other.Generation
                ),
                OtherGeneration
            );

    private static Evidence? OfMailboxes(PersonTraits one, PersonTraits other, NameAgreement names)
    {
        if (one.Mailbox is not { } first || other.Mailbox is not { } second)
            return null;
        if (first.Address == second.Address)
            return OfMailbox(first, names, isOwn: first.Bears(one.Name) || first.Bears(other.Name));
        var areOwn = first.Bears(one.Name) && second.Bears(other.Name) && !first.HasWordsOf(second);
        return areOwn && first.Domain == second.Domain && !first.IsPublic
            ? new(
                Text.Key("Each has a mailbox of their own in one place: {0} and {1}.", first.Address, second.Address),
                OtherOwnMailbox
            )
            : null;
    }

    private static Evidence OfMailbox(Mailbox mailbox, NameAgreement names, bool isOwn)
    {
        var (address, shared) = (mailbox.Address, names.IsWeak ? SharedMailboxAndWeakName : SharedMailbox);
        if (!names.HasName)
            return new(Text.Key("Both use the mailbox {0}, under different names: a shared mailbox is usual.", address), shared);
        return isOwn
            ? new(Text.Key("Both use the mailbox {0}, which bears the name.", address), OwnMailbox)
            : new(Text.Key("Both use the mailbox {0}, which may be a shared one.", address), shared);
    }

    private static Evidence? OfDomains(PersonTraits one, PersonTraits other) =>
        one.Mailbox is { IsPublic: false } first
        && first.Domain == other.Mailbox?.Domain
        && first.Address != other.Mailbox.Address
            ? new(Text.Key("Both write from {0}.", first.Domain), Domain)
            : null;

    private static Evidence? OfPhones(PersonTraits one, PersonTraits other, NameAgreement names)
    {
        if (one.Phone is not { } first || other.Phone is not { } second)
            return null;
        if (first == second)
            return new(Text.Key("Both have the telephone number {0}.", first), names.IsWeak ? PhoneAndWeakName : Phone);
        // A number whose country nobody knows may be the other one.
        return first[0] == '+' && second[0] == '+'
            ? new(Text.Key("They have different telephone numbers: {0} and {1}.", first, second), OtherPhone)
            : null;
    }

    private static Evidence? OfPartners(PersonTraits one, PersonTraits other)
    {
        if (one.Partner is not { } first || other.Partner is not { } second)
            return null;
        return first.Folded == second.Folded
            ? new(Text.Key("They speak for the same partner: “{0}”.", first.Written), Partner)
            : new(Text.Key("They speak for different partners: “{0}” and “{1}”.", first.Written, second.Written), OtherPartner);
    }

    private static Evidence? OfFunctions(PersonTraits one, PersonTraits other) =>
        one.Function is { } function && function.Folded == other.Function?.Folded
            ? new(Text.Key("Both have the function “{0}”.", function.Written), Function)
            : null;
}
