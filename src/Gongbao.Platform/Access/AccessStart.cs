using Gongbao.Kernel.Results;
using Microsoft.Extensions.Hosting;

namespace Gongbao.Platform.Access;

/// <summary>
/// Makes sure of the city's keys before a hosted program serves anything. It stands after the store's own start and before the server's,
/// so a host cannot forget it.
/// </summary>
internal sealed class AccessStart(IServiceProvider services) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if ((await AccessSetup.StartKeysAsync(services, cancellationToken)).IsRefused(out var refusal, out _)) throw new AccessNotReadyException(refusal);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Nothing may be served: something is sealed, and the city's keys are missing or unusable.</summary>
/// <param name="refusal">What is wrong and what to do: <c>access.keys-missing</c> or <c>access.keys-unusable</c>.</param>
public sealed class AccessNotReadyException(Refusal refusal) : Exception(refusal.Reason)
{
    public Refusal Refusal { get; } = refusal;
}
