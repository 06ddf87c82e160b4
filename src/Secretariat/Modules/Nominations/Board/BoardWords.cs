using Secretariat.Modules.Letters;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations.Board;

/// <summary>What the board calls the states of a letter's answer.</summary>
public static class BoardWords
{
    public static string Name(this Answering state) =>
        state switch
        {
            Answering.Answered => Text.Key("answered"),
            Answering.Missing => Text.Key("answer missing"),
            Answering.NotDelivered => Text.Key("not delivered"),
            _ => Text.Key("not yet sent"),
        };
}
