package io.cybervpn.infrastructure.provisioning;

import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The REST client of one panel, made at its first call, so that a shop without a panel starts.
 *
 * @param <A> its interface
 */
public final class PanelWire<A> {
    private final Class<A> type;
    private final Optional<URI> url;
    private final Duration timeout;
    private final String missing;
    private final List<Object> parts;
    private volatile Optional<A> made = Optional.empty();

    /**
     * Of a panel at its address.
     *
     * @param parts what reads its failures and adds its headers
     */
    public PanelWire(Class<A> type, PanelConnection connection, Object... parts) {
        this(type, connection.address(), connection.timeout(), "address", parts);
    }

    /**
     * Of a server beside it.
     *
     * @param timeout to connect, and the longest wait for one answer
     * @param missing the name of the setting that the url is, for staff
     */
    public PanelWire(
            Class<A> type, Optional<URI> url, Duration timeout, String missing, Object... parts) {
        this.type = type;
        this.url = url;
        this.timeout = timeout;
        this.missing = missing;
        this.parts = List.of(parts);
    }

    /** The client; fails with {@link PanelUnavailable} where no address is set yet. */
    public A api() {
        return made.orElseGet(this::connect);
    }

    private synchronized A connect() {
        A client = made.orElseGet(this::build);
        made = Optional.of(client);
        return client;
    }

    private A build() {
        QuarkusRestClientBuilder builder =
                QuarkusRestClientBuilder.newBuilder()
                        .baseUri(
                                url.orElseThrow(
                                        () ->
                                                new PanelUnavailable(
                                                        "the panel has no " + missing + " yet")))
                        .connectTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                        .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                        .disableDefaultMapper(true);
        parts.forEach(builder::register);
        return builder.build(type);
    }

    /** Lets the connections go. */
    public synchronized void close() {
        if (made.orElse(null) instanceof Closeable open) {
            try {
                open.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
