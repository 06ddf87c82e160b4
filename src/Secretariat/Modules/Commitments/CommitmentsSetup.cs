using Secretariat.Modules.Partners;

namespace Secretariat.Modules.Commitments;

public static class CommitmentsSetup
{
    public static IServiceCollection AddCommitments(this IServiceCollection services) => services.AddMover<MoveCommitments>();
}
