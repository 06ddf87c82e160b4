namespace Secretariat.Design.Layout;

/// <summary>What the layout says on every page of this installation.</summary>
public sealed class DesignOptions
{
    /// <summary>The demonstration is loaded: every page says that its persons are invented.</summary>
    public bool Demonstration { get; set; }
}
