using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Commitments;

public static class CommitmentWords
{
    public static string Name(this CommitmentKind kind) =>
        kind switch
        {
            CommitmentKind.Policy => Text.Key("Law and policy"),
            CommitmentKind.Financial => Text.Key("Funds"),
            CommitmentKind.Human => Text.Key("People and training"),
            _ => Text.Key("Procedures and cooperation"),
        };

    public static string Name(this CommitmentStatus status) =>
        status switch
        {
            CommitmentStatus.Planned => Text.Key("Planned"),
            CommitmentStatus.InProgress => Text.Key("In progress"),
            CommitmentStatus.Fulfilled => Text.Key("Fulfilled"),
            _ => Text.Key("Discontinued"),
        };
}
