package io.cybervpn.presentation.live.ws;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a handshake shows: a header of a native client, the carrier subprotocol of a browser's
 * script, or a ticket. A token in the address would be written to logs on its way and is refused,
 * good or not.
 */
sealed interface Credential {
    /** The subprotocol that is spoken; the one that carries the token is not. */
    String CARRIER = "bearer-token-carrier";

    String CARRIED = "quarkus-http-upgrade#authorization#bearer ";
    String SCHEME = "bearer ";
    String TICKET = "ticket";

    /** Names under which other servers take tokens in addresses. */
    Set<String> IN_ADDRESS = Set.of("token", "access_token", "accesstoken", "jwt", "authorization");

    /** An access token. */
    record Token(String value) implements Credential {
        @Override
        public String toString() {
            return "Token[hidden]";
        }
    }

    /** A ticket for one socket. */
    record Ticket(String value) implements Credential {
        @Override
        public String toString() {
            return "Ticket[hidden]";
        }
    }

    /** Nothing. */
    record None() implements Credential {}

    /** A token where it must not be. */
    record Exposed() implements Credential {}

    static Credential of(HttpServerRequest request) {
        if (isExposed(request)) {
            return new Exposed();
        }
        Optional<String> token = header(request).or(() -> carried(request));
        Optional<String> ticket = Optional.ofNullable(request.getParam(TICKET));
        return token.<Credential>map(Token::new)
                .or(() -> ticket.map(Ticket::new))
                .orElseGet(None::new);
    }

    private static boolean isExposed(HttpServerRequest request) {
        return request.params().entries().stream()
                .anyMatch(
                        one ->
                                IN_ADDRESS.contains(one.getKey().toLowerCase(Locale.ROOT))
                                        || looksLikeToken(one.getValue()));
    }

    /** Three parts, as a signed token has; a ticket has one. */
    private static boolean looksLikeToken(String value) {
        return value.startsWith("eyJ") && value.chars().filter(c -> c == '.').count() == 2;
    }

    private static Optional<String> header(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(value -> value.substring(SCHEME.length()).strip());
    }

    /** A script has to encode what holds a blank; only beside its carrier is it a credential. */
    private static Optional<String> carried(HttpServerRequest request) {
        List<String> offered =
                request.headers().getAll("Sec-WebSocket-Protocol").stream()
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .map(String::strip)
                        .toList();
        if (!offered.contains(CARRIER)) {
            return Optional.empty();
        }
        return offered.stream()
                .flatMap(value -> decoded(value).stream())
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(CARRIED))
                .map(value -> value.substring(CARRIED.length()).strip())
                .findFirst();
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
