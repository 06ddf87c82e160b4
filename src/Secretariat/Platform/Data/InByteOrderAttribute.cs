namespace Secretariat.Platform.Data;

/// <summary>A text that both databases sort by its bytes and in no language's order; SQLite does so anyway.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InByteOrderAttribute : Attribute;
