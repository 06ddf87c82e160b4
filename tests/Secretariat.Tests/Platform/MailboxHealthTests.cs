using Secretariat.Platform.Mail;

namespace Secretariat.Tests.Platform;

public sealed class MailboxHealthTests
{
    private const string Box = "imap://box@mail.example/INBOX";

    private readonly SetClock clock = new();
    private readonly HeardLog<MailboxHealth> log = new();
    private readonly MailboxHealth health;

    public MailboxHealthTests() => health = new MailboxHealth(clock, log);

    [Fact]
    public void A_mailbox_is_read_in_every_round_unless_it_is_listened_to()
    {
        Assert.True(Reads());
        Assert.True(Reads());

        health.Heard(Box);
        Assert.True(Reads());
        Assert.False(Reads());

        clock.Now += TimeSpan.FromMinutes(1);
        Assert.True(Reads());
        Assert.False(Reads());
    }

    [Fact]
    public void News_are_asked_for_once_and_none_is_lost_while_it_is_being_read()
    {
        Assert.True(health.Heard(Box));
        Assert.False(health.Heard(Box));
        Assert.True(health.Begin(Box));

        Assert.True(health.Heard(Box));
        health.Read(Box);

        Assert.True(Reads());
        Assert.False(Reads());
    }

    [Fact]
    public void What_came_while_nobody_listened_is_looked_for_at_once()
    {
        health.Heard(Box);
        Reads();

        health.Deaf(Box);

        Assert.True(Reads());
        Assert.True(Reads());
    }

    [Fact]
    public void Failures_are_left_ever_longer_alone_and_said_once()
    {
        var waits = new List<TimeSpan>();
        for (var times = 0; times < 9; times++)
        {
            Assert.True(health.Begin(Box));
            health.Failed(Box, times < 8 ? "No route" : "Wrong password");
            Assert.False(health.Begin(Box));
            waits.Add(health.Of(Box).NextAt - clock.Now);
            clock.Now += TimeSpan.FromMinutes(5);
        }

        health.Deaf(Box);
        Assert.Equal(9, health.Of(Box).Failures);
        Assert.True(Reads());
        Assert.Equal((0, null), (health.Of(Box).Failures, health.Of(Box).Problem));
        Assert.All(
            waits.Zip([5, 10, 20, 40, 80, 160, 300, 300, 300]),
            wait => Assert.InRange(wait.First.TotalSeconds, wait.Second / 2.0, wait.Second)
        );
        Assert.Equal(
            [
                $"{Box} cannot be read and is asked ever less often: No route",
                $"{Box} cannot be read and is asked ever less often: Wrong password",
                $"{Box} can be read again, after 9 attempts in vain",
            ],
            log.Lines
        );
    }

    [Theory]
    [InlineData(1, 0, 5)]
    [InlineData(1, 1, 2.5)]
    [InlineData(4, 0, 40)]
    [InlineData(1_000_000, 0, 300)]
    public void The_wait_doubles_up_to_five_minutes_and_is_up_to_halved_by_chance(int failures, double chance, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), BackOff.After(failures, chance));

    private bool Reads()
    {
        if (!health.Begin(Box))
            return false;
        health.Read(Box);
        return true;
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
