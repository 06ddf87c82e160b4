using Secretariat.Platform.Web;

namespace Secretariat.Modules.PublicSite;

public sealed class PrivacyStatementModel(TimeProvider time) : PublicPage(time);
