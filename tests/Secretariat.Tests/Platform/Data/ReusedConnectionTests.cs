using Npgsql;
using Secretariat.Platform.Data;

namespace Secretariat.Tests.Platform.Data;

public sealed class ReusedConnectionTests
{
    [Fact]
    public void Statements_stay_prepared()
    {
        var parts = new NpgsqlConnectionStringBuilder(Database.Reused("Host=db;Database=secretariat"));

        Assert.True(parts.MaxAutoPrepare > 0);
        Assert.True(parts.NoResetOnClose);
        Assert.Equal("db", parts.Host);
    }

    [Theory]
    [InlineData("Host=db;Max Auto Prepare=0;No Reset On Close=false")]
    [InlineData("Host=db;MaxAutoPrepare=0;NoResetOnClose=false")]
    public void What_the_operator_says_of_it_holds(string said)
    {
        var parts = new NpgsqlConnectionStringBuilder(Database.Reused(said));

        Assert.Equal(0, parts.MaxAutoPrepare);
        Assert.False(parts.NoResetOnClose);
    }
}
