package io.cybervpn.presentation.shared.rest;

import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Origin;
import io.cybervpn.application.shared.Origins;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives every request an id: the caller's, if it is a plain one, else ours. It is in the answer, in
 * the log and, with the client's address and his reason, in the audit trail.
 */
@Singleton
final class RequestIds {
    static final String HEADER = "X-Request-Id";
    static final String PROPERTY = "cybervpn.request-id";

    /** A random name that a client gives itself and keeps; see {@code GuessLimits}. */
    private static final String DEVICE_HEADER = "X-Device";

    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9._-]{16,128}");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private final Ids ids;
    private final Origins origins;

    @Inject
    RequestIds(Ids ids, Origins origins) {
        this.ids = ids;
        this.origins = origins;
    }

    @ServerRequestFilter(preMatching = true)
    void begin(ContainerRequestContext request, HttpServerRequest http) {
        String id =
                Optional.ofNullable(http.getHeader(HEADER))
                        .filter(given -> PLAIN.matcher(given).matches())
                        .orElseGet(() -> ids.next().toString());
        request.setProperty(PROPERTY, id);
        MDC.put("requestId", id);
        origins.begin(origin(id, http));
    }

    private static Origin origin(String id, HttpServerRequest http) {
        return new Origin(
                ClientAddress.full(http),
                Optional.of(id),
                Reasons.given(http),
                Optional.of(Clients.of(http).device()).filter(device -> !device.isEmpty()),
                Optional.of(ClientAddress.neighbourhood(http)),
                Optional.ofNullable(http.getHeader(DEVICE_HEADER))
                        .filter(device -> DEVICE.matcher(device).matches()));
    }

    @ServerResponseFilter
    void end(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(PROPERTY) instanceof String id) {
            response.getHeaders().putSingle(HEADER, id);
        }
    }
}
