using Secretariat.Platform.Localization;

namespace Secretariat.Platform.Domain;

/// <summary>Who acts: an account, or what acts without one, such as the platform itself when a job runs, by a name to translate.</summary>
public sealed record Actor(Guid? AccountId, string Name)
{
    public static readonly Actor Platform = new(null, Text.Key("Platform"));
}

/// <summary>Finds out who acts in the current scope.</summary>
public sealed class CurrentActor
{
    public Actor Actor { get; set; } = Actor.Platform;
}
