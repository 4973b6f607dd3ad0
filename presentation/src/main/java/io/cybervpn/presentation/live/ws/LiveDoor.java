package io.cybervpn.presentation.live.ws;

import io.cybervpn.application.shared.Throttle;
import io.cybervpn.application.shared.Throttle.Bucket;
import io.cybervpn.application.shared.Throttle.Verdict;
import io.cybervpn.presentation.shared.rest.Caller;
import io.cybervpn.presentation.shared.rest.ClientAddress;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemWriter;
import io.cybervpn.presentation.shared.rest.SocketDoor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The handshake. A browser's script is told nothing of a refused one but that it failed; so who has
 * an origin is let in and closed at once with a code that says why. Others get the problem that
 * REST would answer.
 */
@Singleton
final class LiveDoor {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final OwnOrigins origins;
    private final Throttle throttle;
    private final SocketDoor door;
    private final Sockets sockets;
    private final Seats seats;
    private final ProblemWriter problems;
    private final LiveSettings settings;
    private final LiveMetrics metrics;
    private final Hub hub;

    /** Somebody at the door. */
    private record Guest(RoutingContext exchange, Endpoint endpoint, String from) {
        HttpServerRequest request() {
            return exchange.request();
        }

        boolean isBrowser() {
            return request().headers().contains(HttpHeaders.ORIGIN);
        }
    }

    @Inject
    LiveDoor(
            OwnOrigins origins,
            Throttle throttle,
            SocketDoor door,
            Sockets sockets,
            Seats seats,
            ProblemWriter problems,
            LiveSettings settings,
            LiveMetrics metrics,
            Hub hub) {
        this.origins = origins;
        this.throttle = throttle;
        this.door = door;
        this.sockets = sockets;
        this.seats = seats;
        this.problems = problems;
        this.settings = settings;
        this.metrics = metrics;
        this.hub = hub;
    }

    void register(@Observes Router router) {
        for (Endpoint endpoint : Endpoint.values()) {
            router.get(endpoint.path()).handler(exchange -> knock(exchange, endpoint));
        }
    }

    private void knock(RoutingContext exchange, Endpoint endpoint) {
        // Else it would be read to its end before somebody knows who sent it.
        exchange.request().pause();
        Guest guest = new Guest(exchange, endpoint, ClientAddress.of(exchange.request()));
        Optional<Problem> refusal = refusal(exchange.request());
        if (refusal.isPresent()) {
            answer(guest, refusal.get());
        } else if (!seats.take(guest.from())) {
            refuse(guest, tooMany());
        } else {
            throttle.take(List.of(bucket(guest)))
                    .chain(verdict -> judge(guest, verdict))
                    .subscribe()
                    .with(answer -> admit(guest, answer), _ -> turnAway(guest, unsure()));
        }
    }

    /** What no good client does, and what only a later try can mend. */
    private Optional<Problem> refusal(HttpServerRequest request) {
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            return Optional.of(Problem.of(426, "upgrade_required", "This is for WebSockets."));
        }
        if (hub.isClosing()) {
            return Optional.of(Problem.retryable(503, "stopping", "Try again in a moment."));
        }
        if (!origins.admit(request.getHeader(HttpHeaders.ORIGIN))) {
            return Optional.of(
                    Problem.of(403, "origin_refused", "Pages of this origin may not call."));
        }
        return Credential.of(request) instanceof Credential.Exposed
                ? Optional.of(
                        Problem.of(
                                400,
                                "token_in_address",
                                "A token must not be in an address: use a header, the carrier"
                                        + " subprotocol, or a ticket of POST /api/v1/ws-tickets."))
                : Optional.empty();
    }

    private Bucket bucket(Guest guest) {
        return new Bucket(
                "socket:address:" + guest.from(), settings.handshakesPerAddress(), WINDOW);
    }

    private Uni<SocketDoor.Answer> judge(Guest guest, Verdict verdict) {
        if (!verdict.allowed()) {
            return said(tooMany());
        }
        String path = guest.endpoint().path();
        return switch (Credential.of(guest.request())) {
            case Credential.Token(var token) -> door.byToken(token, path);
            case Credential.Ticket(var ticket) -> door.byTicket(ticket, path);
            case Credential.None(), Credential.Exposed() ->
                    said(Problem.of(401, "unauthorized", "There is no token and no ticket."));
        };
    }

    private void admit(Guest guest, SocketDoor.Answer answer) {
        switch (answer) {
            case SocketDoor.Answer.Out(var problem) -> turnAway(guest, problem);
            case SocketDoor.Answer.In(var caller) -> {
                if (guest.endpoint().admits(caller)) {
                    open(guest, caller);
                } else {
                    turnAway(guest, Problem.forbidden());
                }
            }
        }
    }

    private void open(Guest guest, Caller caller) {
        HttpServerRequest request = guest.request();
        request.toWebSocket()
                .onSuccess(
                        socket ->
                                sockets.open(
                                        new Sockets.Opening(
                                                socket,
                                                request.connection(),
                                                guest.endpoint(),
                                                guest.from(),
                                                caller)))
                .onFailure(_ -> seats.leave(guest.from()));
    }

    private void turnAway(Guest guest, Problem problem) {
        seats.leave(guest.from());
        refuse(guest, problem);
    }

    private void refuse(Guest guest, Problem problem) {
        if (guest.isBrowser()) {
            metrics.refused(problem.code());
            CloseCode code = CloseCode.of(problem);
            guest.request()
                    .toWebSocket()
                    .onSuccess(socket -> socket.close(code.number(), problem.code()));
        } else {
            answer(guest, problem);
        }
    }

    private void answer(Guest guest, Problem problem) {
        metrics.refused(problem.code());
        guest.request().resume();
        if (problem.status() == 429) {
            guest.exchange().response().putHeader("Retry-After", "" + WINDOW.toSeconds());
        }
        problems.answer(guest.exchange(), problem);
    }

    private static Uni<SocketDoor.Answer> said(Problem problem) {
        return Uni.createFrom().item(new SocketDoor.Answer.Out(problem));
    }

    private static Problem tooMany() {
        return Problem.retryable(429, "too_many_requests", "Too many sockets; try again later.");
    }

    private static Problem unsure() {
        return Problem.retryable(503, "temporarily_unavailable", "Try again.");
    }
}
