using System.Net;
using Secretariat.Modules.Identity;

namespace Secretariat.Tests.Letters;

public sealed class CheckLimitTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task Whoever_tries_codes_without_end_is_stopped()
    {
        var form = (await App.Anybody().GetAsync("/en/check")).Form("check").With("Code", "0000-0000-0000-0000");

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i <= CallerLimit.OpenFormsAMinute * 2 && !statuses.Contains(HttpStatusCode.TooManyRequests); i++)
            statuses.Add((await form.SubmitAsync()).Status);

        Assert.Equal(HttpStatusCode.OK, statuses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }
}
