using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>What a row does, in English, to be translated where it is shown.</summary>
public static class ImportWords
{
    /// <summary>Texts as they stand there, names of the record, and reasons that have to be translated, with commas between them.</summary>
    public static Reason Listed(IEnumerable<object?> values)
    {
        var all = values.ToList();
        return new Reason(string.Join(", ", all.Select((_, i) => $"{{{i}}}")), all);
    }

    public static Reason YesOrNo(bool isSo) => isSo ? Text.Key("yes") : Text.Key("no");

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
