using Microsoft.Playwright;

namespace Secretariat.BrowserTests;

/// <summary>How a person works on a page.</summary>
public abstract class Hands(IPage page)
{
    public IPage Page => page;

    public abstract Task PressAsync(ILocator button);

    public abstract Task TypeAsync(ILocator field, string text);

    public abstract Task TickAsync(ILocator box);

    public abstract Task ChooseAsync(ILocator list, string label);

    public Task GoAsync(string address) => page.GotoAsync(address);

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First;

    public ILocator Link(string name) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First;

    public ILocator Field(string label) => page.GetByLabel(label, new() { Exact = false }).First;

    public async Task<string> TextAsync() => await page.Locator("main").InnerTextAsync();
}

public sealed class Mouse(IPage page) : Hands(page)
{
    public override Task PressAsync(ILocator button) => button.ClickAsync();

    public override Task TypeAsync(ILocator field, string text) => field.FillAsync(text);

    public override Task TickAsync(ILocator box) => box.CheckAsync(new() { Force = true });

    public override async Task ChooseAsync(ILocator list, string label)
    {
        var labels = await list.Locator("option").AllInnerTextsAsync();
        var whole = labels.Select(l => l.Trim()).First(l => l.StartsWith(label, StringComparison.Ordinal));
        await list.SelectOptionAsync(new SelectOptionValue { Label = whole });
    }
}

/// <summary>Nothing but keys: Tab to get there, Space, Enter, letters and arrows to act.</summary>
public sealed class Keyboard(IPage page) : Hands(page)
{
    private const int MostTabs = 400;

    public override async Task PressAsync(ILocator button)
    {
        await TabToAsync(button);
        await Page.EvaluateAsync("() => { document.documentElement.dataset.before = '1'; }");
        await Page.Keyboard.PressAsync("Enter");
        await Page.Locator("html:not([data-before])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Page.WaitForLoadStateAsync();
    }

    public override async Task TypeAsync(ILocator field, string text)
    {
        await TabToAsync(field);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync(text);
    }

    public override async Task TickAsync(ILocator box)
    {
        if (await box.IsCheckedAsync())
            return;
        await TabToAsync(box);
        await Page.Keyboard.PressAsync("Space");
    }

    public override async Task ChooseAsync(ILocator list, string label)
    {
        await TabToAsync(list);
        await Page.Keyboard.TypeAsync(label);
        Assert.StartsWith(label, await list.EvaluateAsync<string>("e => e.selectedOptions[0].label"), StringComparison.Ordinal);
    }

    private async Task TabToAsync(ILocator target)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                Assert.True(await target.EvaluateAsync<bool>("e => e.matches(':focus-visible')"), "The focus has to be seen.");
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{await target.EvaluateAsync<string>("e => e.outerHTML")} cannot be reached by Tab on {Page.Url}.");
    }
}
