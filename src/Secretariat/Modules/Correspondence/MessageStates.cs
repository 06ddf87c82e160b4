namespace Secretariat.Modules.Correspondence;

public enum Channel
{
    Mail,

    /// <summary>Written in the form at <c>/desk</c> by a signed-in partner contact.</summary>
    Desk,

    /// <summary>Written in the form under the link of a letter of ours, without an account.</summary>
    Link,

    /// <summary>Came on paper and was taken in by an officer.</summary>
    Paper,
}

public enum Reading
{
    /// <summary>The raw bytes are stored; nothing has been read from them.</summary>
    Stored,
    Read,

    /// <summary>Could not be read; kept and shown with its reason.</summary>
    Quarantined,
}

public enum Triage
{
    ToDo,

    /// <summary>Somebody else has to do something first.</summary>
    Waiting,
    Done,

    /// <summary>A second copy of a message that is already here.</summary>
    Copy,
}

/// <summary>By which sign a message was tied to its thread, strongest first.</summary>
public enum FiledBy
{
    Nothing,

    /// <summary>It was answered before anybody knew its partner: its thread is its own.</summary>
    Reply,

    /// <summary>Subject and correspondent.</summary>
    Subject,
    Reference,
    Thread,
    Token,
    Person,
    Desk,

    /// <summary>Through the link of the letter whose thread it is.</summary>
    Link,
}

/// <summary>How far the sender of a message can be believed to be this partner: its origin and the domains of the partner together.</summary>
public enum Trust
{
    /// <summary>From a domain registered for the partner, and authenticated by the receiving host.</summary>
    Known,

    /// <summary>From a registered domain; no receiving host is configured whose word would count.</summary>
    NotChecked,

    /// <summary>From a registered domain; the receiving host has not authenticated it.</summary>
    Unverified,

    /// <summary>On paper; the officer who took it in has seen the original.</summary>
    OnPaper,

    /// <summary>Whoever has the link of a letter to the partner; nobody signed in.</summary>
    LinkHolder,

    /// <summary>From a domain that is not registered for the partner.</summary>
    UnknownSender,

    /// <summary>The receiving host says that the sender is not who it claims to be.</summary>
    Failed,
}
