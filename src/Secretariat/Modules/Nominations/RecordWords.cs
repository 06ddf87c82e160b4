using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>What the record calls its states, in English, to be translated where they are shown.</summary>
public static class RecordWords
{
    public static string Name(this MandateRole role) => PartnerWords.NameOf(role);

    public static string Name(this Stance stance) => stance is Stance.Interested ? Text.Key("interested") : Text.Key("declined");

    public static string Name(this RelationKind kind) => PartnerWords.NameOf(kind);

    public static string Name(this NominationStatus status) =>
        status switch
        {
            NominationStatus.Proposed => Text.Key("proposed"),
            NominationStatus.Verified => Text.Key("verified"),
            NominationStatus.Confirmed => Text.Key("confirmed"),
            NominationStatus.Replaced => Text.Key("replaced"),
            NominationStatus.Declined => Text.Key("declined by the secretariat"),
            _ => Text.Key("withdrawn by the partner"),
        };

    public static string Heading(this Speaking speaking) =>
        speaking switch
        {
            Speaking.Nobody => Text.Key("Without a contact point: {0}"),
            Speaking.InPart => Text.Key("With a contact point for some strands only: {0}"),
            Speaking.NotExpected => Text.Key("Not expected to have one: {0}"),
            _ => Text.Key("In office: {0}"),
        };

    public static string NameForPartner(this NominationStatus status) =>
        status switch
        {
            NominationStatus.Proposed or NominationStatus.Verified => Text.Key("received, with the secretariat"),
            NominationStatus.Confirmed => Text.Key("confirmed"),
            NominationStatus.Replaced => Text.Key("replaced"),
            NominationStatus.Declined => Text.Key("not taken over"),
            _ => Text.Key("withdrawn"),
        };
}
