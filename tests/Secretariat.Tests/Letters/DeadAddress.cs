using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Letters;

/// <summary>A mailbox of which a delivery report said that there is no such user.</summary>
internal static class DeadAddress
{
    public static Task AddAsync(SecretariatDb db, string address)
    {
        var report = new Message
        {
            Channel = Channel.Mail,
            ReceivedAt = TimeProvider.System.Now(),
            RawSha256 = null,
            Size = 0,
        };
        var failed = new FailedAddress { Address = FailedAddress.Key(address) };
        failed.Fail(
            new ReportedRecipient(
                address,
                DeliveryAction.Failed,
                "5.1.1",
                FailureClass.Hard,
                FailureReason.Address,
                "550 5.1.1 no such user"
            ),
            report
        );
        db.AddRange(report, failed);
        return Task.CompletedTask;
    }
}
