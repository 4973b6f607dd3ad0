package io.cybervpn.presentation.shared.http;

import io.cybervpn.presentation.shared.rest.ClientAddress;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemWriter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Metrics and the details of health are for operators (R246): by basic authentication with {@code
 * cybervpn.ops.user} and {@code cybervpn.ops.password}; without a password, for this machine alone.
 * The probes {@code /q/health/live}, {@code ready} and {@code started} are open.
 */
@Singleton
final class OpsDoor {
    private static final int AFTER_LIMITS = 440;
    private static final Set<String> OPEN =
            Set.of("/q/health/live", "/q/health/ready", "/q/health/started");

    private final ProblemWriter problems;
    private final Optional<byte[]> expected;

    @Inject
    OpsDoor(
            ProblemWriter problems,
            @ConfigProperty(name = "cybervpn.ops.user", defaultValue = "ops") String user,
            @ConfigProperty(name = "cybervpn.ops.password") Optional<String> password) {
        this.problems = problems;
        this.expected = password.map(secret -> basic(user, secret));
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, AFTER_LIMITS);
    }

    private void guard(RoutingContext exchange) {
        String path = exchange.normalizedPath();
        boolean guarded =
                path.startsWith("/q/metrics")
                        || path.startsWith("/q/health") && !OPEN.contains(path);
        if (!guarded || mayPass(exchange.request())) {
            exchange.next();
            return;
        }
        exchange.response().putHeader("WWW-Authenticate", "Basic realm=\"ops\"");
        problems.answer(exchange, Problem.of(401, "unauthorized", "This is for operators."));
    }

    private boolean mayPass(HttpServerRequest request) {
        return expected.map(right -> shown(request, right)).orElseGet(() -> isHere(request));
    }

    private static boolean shown(HttpServerRequest request, byte[] right) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .map(given -> given.getBytes(StandardCharsets.UTF_8))
                .filter(given -> MessageDigest.isEqual(given, right))
                .isPresent();
    }

    /** A proxy on this machine speaks for others, and says so. */
    private static boolean isHere(HttpServerRequest request) {
        boolean forOthers =
                request.headers().contains("X-Forwarded-For")
                        || request.headers().contains("Forwarded")
                        || request.headers().contains("X-Real-IP");
        return !forOthers
                && ClientAddress.full(request)
                        .map(InetAddress::ofLiteral)
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }

    private static byte[] basic(String user, String password) {
        byte[] pair = (user + ':' + password).getBytes(StandardCharsets.UTF_8);
        return ("Basic " + Base64.getEncoder().encodeToString(pair))
                .getBytes(StandardCharsets.UTF_8);
    }
}
