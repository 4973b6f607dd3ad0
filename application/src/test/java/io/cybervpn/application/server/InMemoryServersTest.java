package io.cybervpn.application.server;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.server.repository.Servers;

class InMemoryServersTest extends ServersContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryServers servers = new InMemoryServers(unitOfWork);

    @Override
    protected Servers servers() {
        return servers;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
