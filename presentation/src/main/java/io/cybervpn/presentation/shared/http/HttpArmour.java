package io.cybervpn.presentation.shared.http;

import io.cybervpn.presentation.shared.rest.LinkPaths;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemWriter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Bounds every exchange, before anything else looks at it (R245): a body that says it is too long
 * is not read, an answer that takes too long is not waited for, and every answer carries the
 * headers that keep a browser from being used against its owner.
 */
@Singleton
final class HttpArmour {
    /** Before the filter of CORS, which is at 300: its refusals carry our headers too. */
    private static final int HEADERS_FIRST = 500;

    private static final int THEN_LIMITS = 450;
    private static final String API = "/api/";
    private static final Set<HttpMethod> METHODS =
            Set.of(
                    HttpMethod.GET,
                    HttpMethod.HEAD,
                    HttpMethod.POST,
                    HttpMethod.PUT,
                    HttpMethod.PATCH,
                    HttpMethod.DELETE,
                    HttpMethod.OPTIONS);

    private final SecurityHeaders headers;
    private final ProblemWriter problems;
    private final List<String> origins;
    private final long bodyBytesMax;
    private final long answerMillisMax;

    @Inject
    HttpArmour(
            SecurityHeaders headers,
            ProblemWriter problems,
            @ConfigProperty(name = "quarkus.http.cors.origins") List<String> origins,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size")
                    io.quarkus.runtime.configuration.MemorySize bodyMax,
            @ConfigProperty(name = "cybervpn.http.request-time", defaultValue = "30s")
                    Duration answerMax) {
        this.headers = headers;
        this.problems = problems;
        this.origins = List.copyOf(origins);
        this.bodyBytesMax = bodyMax.asLongValue();
        this.answerMillisMax = answerMax.toMillis();
    }

    void register(@Observes Filters filters) {
        filters.register(this::dress, HEADERS_FIRST);
        filters.register(this::limit, THEN_LIMITS);
    }

    private void dress(RoutingContext exchange) {
        headers.dress(exchange);
        exchange.next();
    }

    /** The filter of CORS would refuse it too, without saying why. */
    private boolean isForeign(RoutingContext exchange) {
        String origin = exchange.request().getHeader(HttpHeaders.ORIGIN);
        return origin != null && !origins.contains(origin);
    }

    private void limit(RoutingContext exchange) {
        if (!METHODS.contains(exchange.request().method())) {
            problems.answer(
                    exchange, Problem.of(405, "method_not_allowed", "Nothing is done so here."));
            return;
        }
        if (isForeign(exchange)) {
            problems.answer(
                    exchange,
                    Problem.of(403, "origin_refused", "Pages of this origin may not call."));
            return;
        }
        if (length(exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH)) > bodyBytesMax) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
            problems.answer(
                    exchange,
                    Problem.of(413, "body_too_large", "The body is longer than is read here."));
            return;
        }
        String path = exchange.normalizedPath();
        if (path.startsWith(API) || path.startsWith(LinkPaths.PREFIX)) {
            watch(exchange);
        }
        exchange.next();
    }

    private void watch(RoutingContext exchange) {
        long timer = exchange.vertx().setTimer(answerMillisMax, _ -> giveUp(exchange));
        exchange.addEndHandler(_ -> exchange.vertx().cancelTimer(timer));
    }

    /** What is left of a body that comes too slowly is not read as the next request. */
    private void giveUp(RoutingContext exchange) {
        if (!exchange.request().isEnded() && !exchange.response().headWritten()) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        problems.answer(exchange, tooLong());
    }

    private static Problem tooLong() {
        return Problem.retryable(
                503, "timed_out", "The answer took too long. It may have been done: look first.");
    }

    private static long length(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException _) {
            return Long.MAX_VALUE;
        }
    }
}
