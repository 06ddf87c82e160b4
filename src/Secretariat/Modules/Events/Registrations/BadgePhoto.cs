using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Formats.Images;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>The photograph of a person for the badge, such as for an accreditation: seen by the person and the office, erased after the event.</summary>
public sealed class BadgePhoto : Row, IErased
{
    public const int LargestFile = 500_000;
    private const int MostPixels = 2_000;

    public required Guid RegistrationId { get; init; }

    /// <summary>Without what the camera noted beside it.</summary>
    public byte[] Content { get; private set; } = [];
    public string MediaType { get; private set; } = "";
    public required DateOnly EraseOn { get; init; }

    public static BadgePhoto Of(Guid registrationId, Photograph photograph, DateOnly eraseOn)
    {
        var photo = new BadgePhoto { RegistrationId = registrationId, EraseOn = eraseOn };
        photo.Replace(photograph);
        return photo;
    }

    public void Replace(Photograph photograph) => (Content, MediaType) = (photograph.Content, photograph.MediaType);

    /// <summary>Why a photograph cannot stand on a badge, or null.</summary>
    public static Reason? WhyNot(Photograph? photograph) =>
        photograph is null ? Text.Key("The file is no photograph as JPEG or PNG, or it breaks off.")
        : photograph.Content.Length > LargestFile ? TooLarge
        : Math.Max(photograph.Width, photograph.Height) > MostPixels ? TooLarge
        : null;

    public static Reason TooLarge { get; } =
        Text.Key(
            "The photograph has more than {0} kB, or more than {1} pixels on a side: make it smaller first, such as 600 by 800 pixels.",
            LargestFile / 1_000,
            MostPixels
        );
}

public sealed class BadgePhotoMapping : IEntityTypeConfiguration<BadgePhoto>
{
    public void Configure(EntityTypeBuilder<BadgePhoto> builder)
    {
        builder.HasIndex(p => p.RegistrationId).IsUnique();
        builder.HasIndex(p => p.EraseOn);
        builder.HasOne<Registration>().WithOne().HasForeignKey<BadgePhoto>(p => p.RegistrationId);
    }
}
