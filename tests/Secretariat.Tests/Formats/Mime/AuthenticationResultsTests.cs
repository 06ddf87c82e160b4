using Secretariat.Formats.Mime;

namespace Secretariat.Tests.Formats.Mime;

public class AuthenticationResultsTests
{
    private const string Host = "mx.example.net";

    [Fact]
    public void The_configured_host_is_believed()
    {
        var mail = Mails.Read(
            "Authentication-Results: mx.example.net 1;\n\tdkim=pass (2048-bit; key) header.d=a.example;\n\tspf=softfail smtp.mailfrom=\"x;dmarc=pass\"@a.example;\n\tdmarc=FAIL (p=reject)\n\n"
        );
        Assert.Equal(new AuthenticationVerdict("softfail", "pass", "fail", Host), AuthenticationResults.Read(mail, Host));
    }

    [Fact]
    public void Another_host_or_none_counts_as_nothing()
    {
        var mail = Mails.Read("Authentication-Results: evil.example; spf=pass; dkim=pass; dmarc=pass\n\n");
        var nothing = new AuthenticationVerdict("unknown", "unknown", "unknown", null);
        Assert.Equal(nothing, AuthenticationResults.Read(mail, Host));
        Assert.Equal(nothing, AuthenticationResults.Read(mail, null));
        Assert.Equal(nothing, AuthenticationResults.Read(mail, ""));
    }

    [Fact]
    public void A_forged_field_below_the_last_hop_counts_as_nothing()
    {
        var mail = Mails.Read(
            "Authentication-Results: mx.example.net; spf=fail\nAuthentication-Results: mx.example.net; dmarc=fail\nReceived: by mx\nAuthentication-Results: mx.example.net; spf=pass; dkim=pass; dmarc=pass\n\n"
        );
        Assert.Equal(new AuthenticationVerdict("fail", "unknown", "fail", Host), AuthenticationResults.Read(mail, Host));
    }

    [Theory]
    [InlineData("Received: from a by store.net\nReceived: from a by mail.sender.example\n", "unknown")]
    [InlineData("Received: from a by store.net\nReceived: from b (by mx.example.net) by mail.sender.example; now\n", "unknown")]
    [InlineData(
        "Received: from a by store.net\nReceived: from b by relay.example.net; now\nReceived: from c by mx.example.net\n",
        "pass"
    )]
    [InlineData("Received: from a by mx.example.net\n", "pass")]
    public void What_stands_below_the_traces_of_others_came_with_the_message(string traces, string dmarc) =>
        Assert.Equal(
            dmarc,
            AuthenticationResults.Read(Mails.Read($"{traces}Authentication-Results: mx.example.net; dmarc=pass\n\n"), Host).Dmarc
        );

    [Theory]
    [InlineData("spf=softfail", "dmarc=pass; dkim=pass", "softfail", "unknown", "unknown")]
    [InlineData("dkim=fail; dmarc=none", "dkim=pass; dmarc=pass", "unknown", "fail", "none")]
    [InlineData("spf=pass", "dmarc=fail", "pass", "unknown", "fail")]
    [InlineData("dmarc=pass", "spf=pass; dkim=pass", "pass", "pass", "pass")]
    public void Further_fields_add_no_pass_that_could_be_the_senders_own(
        string first,
        string second,
        string spf,
        string dkim,
        string dmarc
    ) =>
        Assert.Equal(
            new AuthenticationVerdict(spf, dkim, dmarc, Host),
            AuthenticationResults.Read(
                Mails.Read(
                    $"Received: by mx.example.net\nAuthentication-Results: mx.example.net; {first}\nAuthentication-Results: mx.example.net; {second}\n\n"
                ),
                Host
            )
        );

    [Theory]
    [InlineData("Received: from evil by mx.example.net; now\nReceived: from evil by mx2.example.net\n")]
    [InlineData("Received: by store.net\nReceived: from evil by mx.example.net\nReceived: from evil by mx.example.net\n")]
    public void Below_the_hosts_own_trace_every_trace_is_the_senders(string traces) =>
        Assert.Equal(
            new AuthenticationVerdict("unknown", "unknown", "unknown", null),
            AuthenticationResults.Read(Mails.Read($"{traces}Authentication-Results: mx.example.net; dmarc=pass\n\n"), Host)
        );

    [Theory]
    [InlineData(
        "Authentication-Results: spf=fail (sender IP is 192.0.2.1) smtp.mailfrom=a.example; dmarc=pass action=none",
        "pass"
    )]
    [InlineData("Authentication-Results: spf=fail smtp.mailfrom=a.example\nAuthentication-Results: dmarc=pass", "unknown")]
    [InlineData("Authentication-Results: mx.evil.example; dmarc=fail\nAuthentication-Results: dmarc=pass", "unknown")]
    [InlineData("Authentication-Results: mx.evil.example; dmarc=pass", "unknown")]
    [InlineData("Subject: none", "unknown")]
    public void A_host_that_names_itself_nowhere_is_believed_where_that_is_configured(string fields, string dmarc)
    {
        var mail = Mails.Read($"Received: by a.store.net\nReceived: by b.store.net\n{fields}\nReceived: by c.store.net\n\n");
        Assert.Equal(dmarc, AuthenticationResults.Read(mail, AuthenticationResults.Nameless).Dmarc);
        Assert.Equal("unknown", AuthenticationResults.Read(mail, Host).Dmarc);
    }

    [Fact]
    public void One_good_signature_of_several_suffices() =>
        Assert.Equal(
            "pass",
            AuthenticationResults.Read(Mails.Read("Authentication-Results: mx.example.net; dkim=fail; dkim=pass\n\n"), Host).Dkim
        );

    [Theory]
    [InlineData("mx.example.net; none")]
    [InlineData("mx.example.net; spf=marvellous")]
    [InlineData("mx.example.net")]
    public void What_is_not_said_is_unknown(string value) =>
        Assert.Equal("unknown", AuthenticationResults.Read(Mails.Read($"Authentication-Results: {value}\n\n"), Host).Spf);
}
