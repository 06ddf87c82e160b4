using Secretariat.Design;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web.Errors;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages(o => o.RootDirectory = "/Modules");
builder.Services.AddDesign().AddTexts();

var app = builder.Build();
app.UseErrorPages();
app.UseStaticFiles();
app.UseRouting();
app.UseLanguages();
app.MapErrorPages();
app.MapRazorPages();
if (app.Environment.IsDevelopment())
    app.MapDesignSample();
app.Run();
