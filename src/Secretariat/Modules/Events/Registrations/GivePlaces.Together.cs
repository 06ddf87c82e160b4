using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>
/// Those who come while another is being registered wait together. Whoever of them has the turn registers them all in one transaction,
/// which takes hardly longer than for one.
/// </summary>
public sealed partial class GivePlaces
{
    private static readonly ConcurrentDictionary<(Guid CategoryId, Actor By), ConcurrentQueue<Arrival>> Arrivals = new();

    /// <exception cref="DbUpdateConcurrencyException">
    /// The person is registered already, the delegation is not invited any more, or the event was changed.
    /// </exception>
    public async Task RegisterAsync(Registration registration, RegistrationCategory category, CancellationToken cancellationToken)
    {
        await mail.PrepareAsync(cancellationToken);
        var arrival = new Arrival(registration, await mail.FrameAsync(registration.DelegationId, cancellationToken));
        var arrivals = Arrivals.GetOrAdd((category.Id, current.Actor), _ => new());
        arrivals.Enqueue(arrival);
        try
        {
            while (await Turn.TakeUnlessAsync(db, category.Id, () => arrival.IsDone, cancellationToken) is { } turn)
                await using (turn)
                    await RegisterAsync(turn, arrival.IsAlone ? [arrival] : [.. Waiting(arrivals)], category);
        }
        finally
        {
            arrival.IsOver = true;
        }
    }

    private static IEnumerable<Arrival> Waiting(ConcurrentQueue<Arrival> arrivals)
    {
        while (arrivals.TryDequeue(out var arrival))
            if (!arrival.IsOver)
                yield return arrival;
    }

    // Nobody's leaving cuts off what is done for the others too.
    private async Task RegisterAsync(Turn turn, IReadOnlyList<Arrival> together, RegistrationCategory category)
    {
        try
        {
            var asked = together.Select(a => a.Registration.DelegationId);
            var free = await FreePlaces.ReadAsync(db, category.Id, asked, CancellationToken.None);
            foreach (var (registration, about) in together)
            {
                if (about.Entry.Event.Version != free.EventVersion)
                    throw new DbUpdateConcurrencyException("The event was changed meanwhile.");
                mail.Take(about);
                db.Registrations.Add(registration);
                await SettleAsync(registration, category, free, CancellationToken.None);
            }

            await db.SaveAsync(Text.Key("Register for an event"));
            await turn.CommitAsync(CancellationToken.None);
            foreach (var arrival in together)
                arrival.IsDone = true;
        }
        catch when (together.Count > 1)
        {
            // The fault of one is no other’s: each goes on alone.
            db.ChangeTracker.Clear();
            foreach (var arrival in together)
                arrival.IsAlone = true;
        }
    }

    /// <param name="About">What the messages to the person need.</param>
    private sealed record Arrival(Registration Registration, RegistrationMail.Frame About)
    {
        public bool IsDone { get; set; }

        /// <summary>Together with others it failed.</summary>
        public bool IsAlone { get; set; }

        /// <summary>Whoever waited for it has gone.</summary>
        public bool IsOver { get; set; }
    }
}
