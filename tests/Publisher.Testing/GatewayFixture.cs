using Xunit;

namespace Publisher.Testing;

/// <summary>One gateway for all the tests of a collection; none where it is not installed, for then they are skipped.</summary>
public sealed class GatewayFixture : IAsyncLifetime
{
    private RadosGateway? gateway;

    public RadosGateway Gateway =>
        gateway ?? throw new InvalidOperationException(RadosGateway.WhyNot ?? "The gateway has not started.");

    public async Task InitializeAsync()
    {
        if (RadosGateway.Available) gateway = await RadosGateway.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (gateway is not null) await gateway.DisposeAsync();
    }
}
