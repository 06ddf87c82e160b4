using Secretariat.Platform.Web;

namespace Secretariat.Modules.PublicSite;

public sealed class AccessibilityModel(TimeProvider time) : PublicPage(time);
