using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>Charsets of European languages that .NET does not bring: ASCII below 0xA0, a table above.</summary>
internal sealed class SingleByteCharset : Encoding
{
    private const int TableStart = 0xA0;

    private readonly string upper;

    private SingleByteCharset(string upper) => this.upper = upper;

    /// <summary>ISO-8859-10: Nordic languages.</summary>
    public static Encoding Latin6 { get; } =
        new SingleByteCharset(
            "\u00A0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ"
        );

    /// <summary>ISO-8859-14: Celtic languages.</summary>
    public static Encoding Latin8 { get; } =
        new SingleByteCharset(
            "\u00A0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00AD®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ"
        );

    /// <summary>ISO-8859-16: South-Eastern Europe, Romanian above all.</summary>
    public static Encoding Latin10 { get; } =
        new SingleByteCharset(
            "\u00A0ĄąŁ€„Š§š©Ș«Ź\u00ADźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ"
        );

    public override int GetByteCount(char[] chars, int index, int count) => count;

    public override int GetMaxByteCount(int charCount) => charCount;

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetMaxCharCount(int byteCount) => byteCount;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (var i = 0; i < byteCount; i++)
            chars[charIndex + i] =
                bytes[byteIndex + i] < TableStart ? (char)bytes[byteIndex + i] : upper[bytes[byteIndex + i] - TableStart];
        return byteCount;
    }

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        for (var i = 0; i < charCount; i++)
            bytes[byteIndex + i] = ByteOf(chars[charIndex + i]);
        return charCount;
    }

    private byte ByteOf(char c) =>
        c < TableStart ? (byte)c
        : upper.IndexOf(c, StringComparison.Ordinal) is >= 0 and var index ? (byte)(index + TableStart)
        : (byte)'?';
}
