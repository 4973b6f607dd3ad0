package io.cybervpn.infrastructure.server.tcp;

import io.cybervpn.application.server.port.ServerProbe;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.net.NetClient;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Connects and hangs up. Whatever goes wrong means that nobody answers; waits 3 s at most. */
@Singleton
final class TcpServerProbe implements ServerProbe {
    private static final Logger LOG = Logger.getLogger(TcpServerProbe.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final NetClient client;

    @Inject
    TcpServerProbe(Vertx vertx) {
        this.client =
                vertx.createNetClient(
                        new NetClientOptions().setConnectTimeout((int) PATIENCE.toMillis()));
    }

    @Override
    public Uni<Boolean> answers(String address, int port) {
        return Remote.outsideUnitOfWork(() -> connect(address, port));
    }

    private Uni<Boolean> connect(String address, int port) {
        return client.connect(port, address)
                .ifNoItem()
                .after(PATIENCE.multipliedBy(2))
                .fail()
                .call(socket -> socket.close())
                .replaceWith(true)
                .onFailure()
                .invoke(failure -> LOG.debugf("a server does not answer: %s", failure))
                .onFailure()
                .recoverWithItem(false);
    }
}
