package io.cybervpn.presentation.shared.rest;

import io.cybervpn.application.identity.keys.KeyToken;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Optional;

/** The credential of a request as it was given. */
final class Bearer {
    private static final String SCHEME = "bearer ";

    private Bearer() {}

    /** What begins as an API key, good or not; empty for another credential or none. */
    static Optional<String> apiKey(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(given -> given.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(given -> given.substring(SCHEME.length()).strip())
                .filter(token -> token.startsWith(KeyToken.PREFIX));
    }
}
