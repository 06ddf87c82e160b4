namespace Secretariat.Platform.Domain;

/// <summary>Who acts: an account, or the platform itself when a job runs.</summary>
public sealed record Actor(Guid? AccountId, string Name)
{
    public static readonly Actor Platform = new(null, "Platform");
}

/// <summary>Finds out who acts in the current scope.</summary>
public sealed class CurrentActor
{
    public Actor Actor { get; set; } = Actor.Platform;
}
