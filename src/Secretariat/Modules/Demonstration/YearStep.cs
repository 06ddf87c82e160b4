using System.Text.Json.Serialization;

namespace Secretariat.Modules.Demonstration;

/// <summary>One thing that happened in the demonstration's year, done again by the verbs that officers use.</summary>
[JsonPolymorphic(
    TypeDiscriminatorPropertyName = "do",
    UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization
)]
[JsonDerivedType(typeof(CampaignStep), "campaign")]
[JsonDerivedType(typeof(SubmitStep), "submit")]
[JsonDerivedType(typeof(SignOffStep), "sign-off")]
[JsonDerivedType(typeof(RegisterStep), "register")]
[JsonDerivedType(typeof(ReleaseStep), "release")]
[JsonDerivedType(typeof(CorrectStep), "correct")]
[JsonDerivedType(typeof(ReplyStep), "reply")]
[JsonDerivedType(typeof(FileStep), "file")]
[JsonDerivedType(typeof(TheirReferenceStep), "their-reference")]
[JsonDerivedType(typeof(ConfirmStep), "confirm")]
[JsonDerivedType(typeof(RejectStep), "reject")]
[JsonDerivedType(typeof(VerifyStep), "verify")]
[JsonDerivedType(typeof(EndMandateStep), "mandate-end")]
[JsonDerivedType(typeof(RemindStep), "remind")]
[JsonDerivedType(typeof(GroupStep), "group")]
[JsonDerivedType(typeof(AnswerStep), "answer")]
[JsonDerivedType(typeof(KindStep), "kind")]
[JsonDerivedType(typeof(EventStep), "event")]
[JsonDerivedType(typeof(ProgrammeStep), "programme")]
[JsonDerivedType(typeof(InviteStep), "invite")]
[JsonDerivedType(typeof(MailingStep), "mailing")]
[JsonDerivedType(typeof(RegistrationStep), "registration")]
[JsonDerivedType(typeof(RegisterPersonStep), "register-person")]
[JsonDerivedType(typeof(CommitmentStep), "commitment")]
internal abstract record YearStep
{
    public required DateOnly On { get; init; }
    public required TimeOnly At { get; init; }

    /// <summary>The address of whoever did it; null for what came in from outside.</summary>
    public string? Actor { get; init; }

    public abstract Task DoAsync(Scene scene, CancellationToken cancellationToken);
}
