package io.cybervpn.presentation.shared.http;

import io.cybervpn.presentation.shared.rest.ClientAddress;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemWriter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
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
 * So are the API's description and its page, unless {@code cybervpn.http.public-docs} is set. The
 * probes {@code /q/health/live}, {@code ready} and {@code started} tell strangers one word.
 */
@Singleton
final class OpsDoor {
    private static final int AFTER_LIMITS = 440;
    private static final Set<String> OPEN =
            Set.of("/q/health/live", "/q/health/ready", "/q/health/started");

    private final ProblemWriter problems;
    private final SmallRyeHealthReporter health;
    private final boolean publicDocs;
    private final Optional<byte[]> expected;

    @Inject
    OpsDoor(
            ProblemWriter problems,
            SmallRyeHealthReporter health,
            @ConfigProperty(name = "cybervpn.ops.user", defaultValue = "ops") String user,
            @ConfigProperty(name = "cybervpn.ops.password") Optional<String> password,
            @ConfigProperty(name = "cybervpn.http.public-docs", defaultValue = "false")
                    boolean publicDocs) {
        this.problems = problems;
        this.health = health;
        this.publicDocs = publicDocs;
        this.expected = password.map(secret -> basic(user, secret));
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, AFTER_LIMITS);
    }

    private void guard(RoutingContext exchange) {
        String path = exchange.normalizedPath();
        if (!isGuarded(path) || mayPass(exchange.request())) {
            exchange.next();
        } else if (OPEN.contains(path)) {
            probe(exchange, path);
        } else {
            exchange.response().putHeader("WWW-Authenticate", "Basic realm=\"ops\"");
            problems.answer(exchange, Problem.of(401, "unauthorized", "This is for operators."));
        }
    }

    private boolean isGuarded(String path) {
        boolean docs = path.startsWith("/q/openapi") || path.startsWith("/q/swagger-ui");
        return path.startsWith("/q/metrics") || path.startsWith("/q/health") || docs && !publicDocs;
    }

    private void probe(RoutingContext exchange, String path) {
        reported(path)
                .map(SmallRyeHealth::isDown)
                .subscribe()
                .with(down -> say(exchange, down), _ -> say(exchange, true));
    }

    private Uni<SmallRyeHealth> reported(String path) {
        return switch (path) {
            case "/q/health/ready" -> health.getReadinessAsync();
            case "/q/health/started" -> health.getStartupAsync();
            case String _ -> health.getLivenessAsync();
        };
    }

    private static void say(RoutingContext exchange, boolean down) {
        exchange.response()
                .setStatusCode(down ? 503 : 200)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(down ? "{\"status\":\"DOWN\"}" : "{\"status\":\"UP\"}")
                .onFailure(_ -> exchange.request().connection().close());
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
