package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.infrastructure.provisioning.PanelConnection;
import io.cybervpn.infrastructure.provisioning.PanelGuard;
import io.cybervpn.infrastructure.provisioning.PanelWire;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/**
 * One panel of Remnawave. A call fails with {@link PanelAnswer} when the panel said no, and with
 * {@link PanelUnavailable} when it is not known what it did.
 */
class PanelClient {
    private final PanelConnection connection;
    private final PanelGuard guard;
    private final PanelWire<RemnawaveApi> wire;

    PanelClient(PanelConnection connection, ObjectMapper json, PanelGuard guard) {
        this.connection = connection;
        this.guard = guard;
        this.wire =
                new PanelWire<>(
                        RemnawaveApi.class,
                        connection,
                        new PanelAnswers(json),
                        new PanelHeaders(
                                connection.secret(RemnawaveModules.TOKEN).orElse(""),
                                connection
                                        .secret(RemnawaveModules.HEADERS)
                                        .map(text -> text.lines().toList())
                                        .orElse(List.of())));
    }

    /** Calls the panel, never in a unit of work. */
    <T> Uni<T> call(Function<RemnawaveApi, Uni<T>> action) {
        return guard.call(() -> action.apply(wire.api()));
    }

    /** What a failed call means to the outside. */
    static Throwable meaning(Throwable failure) {
        return PanelGuard.meaning(failure);
    }

    boolean isReady() {
        return connection.address().isPresent()
                && connection.secret(RemnawaveModules.TOKEN).isPresent();
    }

    /** Lets the connections go. */
    void close() {
        wire.close();
    }
}
