using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Secretariat.Design;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Audit;
using Secretariat.Modules.Commitments;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Modules.Figures;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Jobs;
using Secretariat.Modules.Legislation;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.OpenData;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Imports;
using Secretariat.Modules.Privacy;
using Secretariat.Modules.Register;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;
using Secretariat.Platform.Pdf;
using Secretariat.Platform.Web;
using Secretariat.Platform.Web.Errors;

namespace Secretariat;

/// <summary>What the application is made of.</summary>
public static class App
{
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = Begin(args);
        adjust?.Invoke(builder);
        var settings = Settings.Of(builder.Configuration);

        AddRecord(builder.Services, builder.Configuration, settings);
        AddWeb(builder.Services);
        if (builder.Configuration.GetValue("Jobs:Run", true))
            builder.Services.AddSchedule(settings.Database, Plan).AddHostedService<ListenForMail>();

        var app = builder.Build();
        Use(app);
        return app;
    }

    /// <summary>The configuration in force, without the application.</summary>
    public static Settings Configured() => Settings.Of(Begin([]).Configuration);

    /// <summary>The configuration is read once; watching its files would be for nothing.</summary>
    private const string WatchNoFiles = "--hostBuilder:reloadConfigOnChange=false";

    private static WebApplicationBuilder Begin(string[] args) =>
        WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = [WatchNoFiles, .. args],
                ApplicationName = typeof(App).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );

    /// <summary>The record and everything that works on it, without the web around it.</summary>
    public static void AddRecord(IServiceCollection services, IConfiguration configuration, Settings settings)
    {
        var alliance = AllianceWords.Read(new AllianceFolder(settings.AllianceFolder));
        services.AddSingleton(alliance);
        var mail = settings.Mail with { MailboxName = settings.Mail.MailboxName ?? alliance.MailboxName };
        AddPlatform(services, settings with { Mail = mail });
        AddModules(services, settings);
    }

    private static void AddPlatform(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings).AddSingleton(TimeProvider.System).AddScoped<CurrentActor>().AddSingleton<Catalogue>();
        services.AddSingleton(new OfficeHours(settings.Mail.QuietHours));
        services.AddDatabase(settings.Database);
        services.AddSingleton<IFileStore>(new FolderFileStore(Path.Combine(settings.Folder, "files"))).AddScoped<VerifyFiles>();
        services.AddMail(settings);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDatabase>();
        services.AddSingleton(settings.Pdf).AddSingleton<LibreOfficePdf>();
        services.AddSingleton<IPdfRenderer, ChromiumPdf>();
    }

    private static void AddWeb(IServiceCollection services)
    {
        services.AddRazorPages(o =>
        {
            o.RootDirectory = "/Modules";
            o.Conventions.Add(new Access.BySpace());
        });
        services.AddDesign().AddTexts().AddProxies();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "secretariat-form";
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database");
    }

    /// <summary>What several have to say of the same, they say in this order.</summary>
    private static void AddModules(IServiceCollection services, Settings settings) =>
        services
            .AddAudit()
            .AddPrivacy()
            .AddIdentity()
            .AddAlliance()
            .AddPartners(settings)
            .AddCorrespondence(settings)
            .AddLetters(settings)
            .AddFigures()
            .AddLegislation()
            .AddNominations()
            .AddCommitments()
            .AddGroups()
            .AddRegister()
            .AddOpenData()
            .AddEvents(settings);

    private static void Plan(Schedule.Plan plan) =>
        plan.Run<FetchMail>()
            .Run<ReadMail>()
            .Run<IndexMail>()
            .Run<PlacePartners>()
            .Run<IndexPeople>()
            .Run<WakeMessages>()
            .Run<RemoveLists>()
            .Run<TakeBackReminders>()
            .Run<SendMail>()
            .Run<FollowSuccession>()
            .Run<FollowInvitees>()
            .Run<EraseKeptApart>()
            .Run<GiveFreePlaces>()
            .Run<FreezeLetters>()
            .Run<SealEntries>();

    private static void Use(WebApplication app)
    {
        app.UseProxies();
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseActor();
        app.UseLanguages();
        app.UseAuthorization();
        app.MapErrorPages();
        app.MapRazorPages();
        // An address that does not exist says so to everybody, and asks nobody to sign in.
        app.MapFallback("{*path}", NotFound).AllowAnonymous();
        app.MapPasskeys();
        app.MapApi();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
