package io.cybervpn.presentation.shared.rest;

import io.cybervpn.application.shared.Origin;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Why staff do something, from {@code X-Reason}: plain ASCII, or UTF-8 as percent escapes, since a
 * header holds nothing else.
 */
final class Reasons {
    static final String HEADER = "X-Reason";

    private static final int LENGTH_MIN = 3;

    @ReasonRequired
    @ServerRequestFilter
    Optional<org.jboss.resteasy.reactive.RestResponse<Problem>> refuseWithout(
            ContainerRequestContext request, HttpServerRequest http) {
        boolean given = given(http).filter(reason -> reason.length() >= LENGTH_MIN).isPresent();
        return given ? Optional.empty() : Optional.of(ProblemMappers.reasonRequired(request));
    }

    static Optional<String> given(HttpServerRequest http) {
        return Optional.ofNullable(http.getHeader(HEADER))
                .map(Reasons::decoded)
                .map(reason -> reason.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(reason -> !reason.isEmpty())
                .map(Reasons::cut);
    }

    private static String decoded(String header) {
        try {
            return URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return header;
        }
    }

    private static String cut(String reason) {
        int end = Math.min(reason.length(), Origin.REASON_LENGTH_MAX);
        return new String(
                reason.substring(0, end).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
