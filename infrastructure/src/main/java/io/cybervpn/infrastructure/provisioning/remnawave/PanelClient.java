package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.infrastructure.provisioning.PanelConnection;
import io.cybervpn.infrastructure.provisioning.PanelGuard;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * One panel of Remnawave. A call fails with {@link PanelAnswer} when the panel said no, and with
 * {@link PanelUnavailable} when it is not known what it did.
 */
class PanelClient {
    private final PanelConnection connection;
    private final ObjectMapper json;
    private final PanelGuard guard;
    private volatile Optional<RemnawaveApi> api = Optional.empty();

    PanelClient(PanelConnection connection, ObjectMapper json, PanelGuard guard) {
        this.connection = connection;
        this.json = json;
        this.guard = guard;
    }

    /** Calls the panel, never in a unit of work. */
    <T> Uni<T> call(Function<RemnawaveApi, Uni<T>> action) {
        return guard.call(() -> action.apply(api.orElseGet(this::connected)));
    }

    /** What a failed call means to the outside. */
    static Throwable meaning(Throwable failure) {
        return PanelGuard.meaning(failure);
    }

    boolean isReady() {
        return connection.address().isPresent()
                && connection.secret(RemnawaveModules.TOKEN).isPresent();
    }

    /** Connects at the first call, so that a shop without a panel starts. */
    private synchronized RemnawaveApi connected() {
        RemnawaveApi made = api.orElseGet(this::connect);
        api = Optional.of(made);
        return made;
    }

    private RemnawaveApi connect() {
        URI url =
                connection
                        .address()
                        .orElseThrow(() -> new PanelUnavailable("the panel has no address yet"));
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(url)
                .connectTimeout(connection.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(connection.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .disableDefaultMapper(true)
                .register(new PanelAnswers(json))
                .register(
                        new PanelHeaders(
                                connection.secret(RemnawaveModules.TOKEN).orElse(""),
                                connection
                                        .secret(RemnawaveModules.HEADERS)
                                        .map(text -> text.lines().toList())
                                        .orElse(List.of())))
                .build(RemnawaveApi.class);
    }

    /** Lets the connections go. */
    synchronized void close() {
        if (api.orElse(null) instanceof Closeable open) {
            try {
                open.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
