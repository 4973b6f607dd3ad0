package io.cybervpn.presentation.shared.rest;

import io.cybervpn.domain.identity.Client;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** With what and from where a request came. */
public final class Clients {
    private Clients() {}

    /** What the owner of the session will see. */
    public static Client of(HttpServerRequest request) {
        return new Client(
                Optional.ofNullable(request.getHeader("User-Agent")).orElse(""),
                ClientAddress.full(request).orElse(""));
    }
}
