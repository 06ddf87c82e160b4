using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>One header field as it stood in the message (RFC 5322 section 2.2). Values are decoded each time they are asked for.</summary>
/// <param name="Line">The bytes of the field, name, colon and folded lines included, without the last line break.</param>
/// <param name="NameLength">Bytes of the name, without blanks before the colon.</param>
/// <param name="ValueStart">Where the value begins, behind the colon.</param>
public readonly record struct MimeHeader(ReadOnlyMemory<byte> Line, int NameLength, int ValueStart)
{
    /// <summary>The name as written; names are compared without regard to case.</summary>
    public string Name => Encoding.Latin1.GetString(Line.Span[..NameLength]);

    /// <summary>The bytes behind the colon, folded lines included.</summary>
    public ReadOnlyMemory<byte> RawValue => Line[ValueStart..];

    /// <summary>The value on one line (RFC 5322 section 2.2.3), 8-bit text read as UTF-8 (RFC 6532) or else Windows-1252; encoded words are left as they are.</summary>
    public string Unfolded => HeaderText.Unfold(RawValue.Span);

    /// <summary>The value as readable text: unfolded, encoded words decoded (RFC 2047), control characters turned into blanks.</summary>
    public string Value => EncodedWords.Decode(Unfolded);

    internal bool Is(string name) => Ascii.EqualsIgnoreCase(Line.Span[..NameLength], name);
}
