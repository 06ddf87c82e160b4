using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Letters;

namespace Secretariat.Platform.Data;

public abstract partial class SecretariatDb
{
    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<CampaignComment> CampaignComments => Set<CampaignComment>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<TemplateSource> TemplateSources => Set<TemplateSource>();

    public DbSet<FormOfAddress> FormsOfAddress => Set<FormOfAddress>();

    public DbSet<Sender> Senders => Set<Sender>();

    public DbSet<Ask> Asks => Set<Ask>();

    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();
}
