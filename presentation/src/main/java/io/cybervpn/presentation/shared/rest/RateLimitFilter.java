package io.cybervpn.presentation.shared.rest;

import io.cybervpn.application.identity.SecurityTrail;
import io.cybervpn.application.identity.keys.KeyToken;
import io.cybervpn.application.shared.Throttle;
import io.cybervpn.application.shared.Throttle.Bucket;
import io.cybervpn.application.shared.Throttle.Verdict;
import io.cybervpn.domain.identity.SecurityEventType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Limits calls by class of route, address and credential (R241), before anybody looks at the
 * credential: a wrong one costs as much as a right one. Every answer says what is left, by the
 * fields {@code RateLimit} and {@code RateLimit-Policy} of the IETF's draft.
 */
@Singleton
final class RateLimitFilter {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final String PROPERTY = "cybervpn.rate";

    /** After the request's id and address are known. */
    private static final int AFTER_IDS = 6000;

    // Filters are made when the program is built; the configuration is that of its start.
    private final Provider<Throttle> throttle;
    private final Provider<RateLimitSettings> settings;
    private final Provider<SecurityTrail> trail;

    /** What is said of a bucket. */
    private record Told(String policy, Verdict verdict) {}

    @Inject
    RateLimitFilter(
            Provider<Throttle> throttle,
            Provider<RateLimitSettings> settings,
            Provider<SecurityTrail> trail) {
        this.throttle = throttle;
        this.settings = settings;
        this.trail = trail;
    }

    @ServerRequestFilter(preMatching = true, priority = AFTER_IDS)
    Uni<Void> take(ContainerRequestContext request, HttpServerRequest http) {
        String path = request.getUriInfo().getPath();
        RouteClass route = RouteClass.of(request.getMethod(), path);
        return throttle.get()
                .take(buckets(route, path, http))
                .invoke(verdict -> request.setProperty(PROPERTY, new Told(route.code(), verdict)))
                .invoke(verdict -> refuseUnlessAllowed(verdict, route))
                .replaceWithVoid();
    }

    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(PROPERTY) instanceof Told(var policy, var verdict)) {
            Bucket bucket = verdict.tightest();
            response.getHeaders()
                    .putSingle(
                            "RateLimit-Policy",
                            "\"%s\";q=%d;w=%d"
                                    .formatted(
                                            policy,
                                            bucket.capacity(),
                                            bucket.window().toSeconds()));
            response.getHeaders()
                    .putSingle(
                            "RateLimit",
                            "\"%s\";r=%d;t=%d"
                                    .formatted(
                                            policy,
                                            verdict.remaining(),
                                            seconds(verdict.untilFull())));
        }
    }

    private void refuseUnlessAllowed(Verdict verdict, RouteClass route) {
        if (!verdict.allowed()) {
            trail.get().noteNobody(SecurityEventType.LIMITED, "calls " + route.code());
            throw Problem.retryable(429, "too_many_requests", "Too many calls; try again later.")
                    .asException()
                    .retryAfter(Duration.ofSeconds(seconds(verdict.retryAfter())));
        }
    }

    private List<Bucket> buckets(RouteClass route, String path, HttpServerRequest http) {
        String of = route.code() + ":address:" + ClientAddress.of(http);
        Bucket address = new Bucket(of, perAddress(route), WINDOW);
        Optional<Bucket> second =
                route == RouteClass.LINK ? Optional.of(link(path)) : credential(route, http);
        return Stream.concat(Stream.of(address), second.stream()).toList();
    }

    /** What opens a link stands in its path. */
    private Bucket link(String path) {
        return new Bucket("link:of:" + path, settings.get().linkPerToken(), WINDOW);
    }

    private Optional<Bucket> credential(RouteClass route, HttpServerRequest http) {
        OptionalInt limit = perCredential(route);
        String given = http.getHeader(HttpHeaders.AUTHORIZATION);
        return given == null || limit.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Bucket(
                                route.code() + ":by:" + holder(http, given),
                                limit.getAsInt(),
                                WINDOW));
    }

    /** An API key counts as one, whichever of its secrets is shown. */
    private static String holder(HttpServerRequest http, String given) {
        return Bearer.apiKey(http)
                .flatMap(KeyToken::parse)
                .map(token -> "key:" + token.id().value())
                .orElse(given);
    }

    private int perAddress(RouteClass route) {
        return switch (route) {
            case AUTH -> settings.get().authPerAddress();
            case READ -> settings.get().readPerAddress();
            case WRITE -> settings.get().writePerAddress();
            case WEBHOOK -> settings.get().webhookPerAddress();
            case ADMIN -> settings.get().adminPerAddress();
            case LINK -> settings.get().linkPerAddress();
        };
    }

    private OptionalInt perCredential(RouteClass route) {
        return switch (route) {
            case READ -> OptionalInt.of(settings.get().readPerCredential());
            case WRITE -> OptionalInt.of(settings.get().writePerCredential());
            case ADMIN -> OptionalInt.of(settings.get().adminPerCredential());
            case AUTH, WEBHOOK, LINK -> OptionalInt.empty();
        };
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
