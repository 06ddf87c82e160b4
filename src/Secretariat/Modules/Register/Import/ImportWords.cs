using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>What a row does, in English, to be translated where it is shown.</summary>
public static class ImportWords
{
    /// <summary>The strands of a mandate, by their codes.</summary>
    public static Reason Named(IReadOnlyCollection<string> strands) =>
        strands.Count == 0 ? Text.Key("all strands") : Reason.Quoted(string.Join(' ', strands));

    public static string Name(this RowEffect effect) =>
        effect switch
        {
            RowEffect.Nothing => Text.Key("nothing new"),
            RowEffect.Change => Text.Key("changes"),
            RowEffect.NewMandate => Text.Key("new mandate"),
            RowEffect.NewPerson => Text.Key("new person"),
            RowEffect.NewPartner => Text.Key("new partner"),
            _ => Text.Key("error"),
        };
}
