using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>One who is to be registered.</summary>
/// <param name="About">What the messages to the person need.</param>
public sealed record Arrival(Registration Registration, RegistrationMail.Frame About)
{
    public bool IsDone { get; set; }

    /// <summary>Together with others it failed.</summary>
    public bool IsAlone { get; set; }

    /// <summary>Whoever waited for it has gone.</summary>
    public bool IsOver { get; set; }
}

/// <summary>Those of this node who wait to be registered, by category and by who registers them.</summary>
public sealed class ArrivalQueues
{
    private readonly ConcurrentDictionary<(Guid CategoryId, Actor By), ConcurrentQueue<Arrival>> queues = new();

    public ConcurrentQueue<Arrival> Of(Guid categoryId, Actor by) => queues.GetOrAdd((categoryId, by), _ => new());
}

/// <summary>
/// Those who come while another is being registered wait together. Whoever of them has the turn registers them all in one transaction,
/// which takes hardly longer than for one.
/// </summary>
public sealed partial class GivePlaces
{
    /// <exception cref="DbUpdateConcurrencyException">
    /// The person is registered already, the delegation is not invited any more, or the category has changed.
    /// </exception>
    public async Task RegisterAsync(Registration registration, RegistrationCategory category, CancellationToken cancellationToken)
    {
        await mail.PrepareAsync(cancellationToken);
        var arrival = new Arrival(registration, await mail.FrameAsync(registration.DelegationId, cancellationToken));
        var waiting = arrivals.Of(category.Id, current.Actor);
        waiting.Enqueue(arrival);
        try
        {
            while (
                !arrival.IsDone
                && await Turn.TakeUnlessAsync(db, category.Id, () => arrival.IsDone, cancellationToken) is { } turn
            )
                await using (turn)
                    await RegisterAsync(turn, arrival.IsAlone ? [arrival] : Together(waiting), category);
        }
        finally
        {
            arrival.IsOver = true;
        }
    }

    /// <summary>All who wait; of the same person sent twice, the second goes alone and hears of the first.</summary>
    private static List<Arrival> Together(ConcurrentQueue<Arrival> waiting)
    {
        var (together, people) = (new List<Arrival>(), new HashSet<string>());
        while (waiting.TryDequeue(out var next))
            if (next.IsOver)
                continue;
            else if (people.Add(Registration.OnceOf(next.Registration.Email)))
                together.Add(next);
            else
                next.IsAlone = true;
        return together;
    }

    // Nobody's leaving cuts off what is done for the others too.
    private async Task RegisterAsync(Turn turn, List<Arrival> together, RegistrationCategory category)
    {
        try
        {
            await AddAsync(together, category);
            await db.SaveAsync(Text.Key("Register for an event"));
        }
        catch (DbUpdateException) when (together.Count > 1)
        {
            // The fault of one is no other’s.
            db.ChangeTracker.Clear();
            return;
        }
        finally
        {
            // Until they are known to be kept.
            together.ForEach(a => a.IsAlone = true);
        }

        await turn.CommitAsync(CancellationToken.None);
        together.ForEach(a => a.IsDone = true);
    }

    private async Task AddAsync(List<Arrival> together, RegistrationCategory category)
    {
        var asked = together.Select(a => a.Registration.DelegationId);
        var free = await FreePlaces.ReadAsync(db, category.Id, asked, CancellationToken.None);
        mail.Forget();
        foreach (var (registration, about) in together)
        {
            if (about.Entry.Event.Version == free.EventVersion)
                mail.Take(about);
            // The event has changed since its form was read.
            else if (!await mail.IsComingAsync(registration.DelegationId, CancellationToken.None))
                throw new DbUpdateConcurrencyException("The event is off or over.");
            db.Registrations.Add(registration);
            await SettleAsync(registration, category, free, CancellationToken.None);
        }
    }
}
