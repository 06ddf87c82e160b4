using Secretariat.Modules.Partners.Imports;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

public sealed class ImportParticipantsModel(SecretariatDb db, ImportList imports, Text t) : GiveList(db, imports, t)
{
    public override ImportKind Kind => ImportKind.Participants;
}
