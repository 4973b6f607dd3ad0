package io.cybervpn.presentation.live.ws;

import io.cybervpn.application.live.port.Feed;
import io.cybervpn.presentation.shared.rest.Caller;
import io.cybervpn.presentation.shared.rest.SocketDoor;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;

/**
 * Looks after the sockets once a second: who says nothing, whose token ends, who may not stay.
 * Listens to the feed from the start to the stop. At an orderly stop it sends all sockets away
 * before the server waits for its requests, of which an open socket is one.
 */
@Singleton
final class Heartbeat {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class);
    private static final long EVERY_MILLIS = 1_000;
    private static final long SIGN_OF_LIFE_MILLIS = 15_000;
    private static final Duration EXPIRY_TOLD_BEFORE = Duration.ofSeconds(60);

    private final Hub hub;
    private final Feed feed;
    private final SocketDoor door;
    private final LiveSettings settings;
    private final Clock clock;
    private final Vertx vertx;
    private final Neighbours neighbours;
    private final List<Cancellable> ends = new CopyOnWriteArrayList<>();

    @Inject
    Heartbeat(
            Hub hub,
            Feed feed,
            SocketDoor door,
            LiveSettings settings,
            Clock clock,
            Vertx vertx,
            Neighbours neighbours) {
        this.hub = hub;
        this.feed = feed;
        this.door = door;
        this.settings = settings;
        this.clock = clock;
        this.vertx = vertx;
        this.neighbours = neighbours;
    }

    void start(@Observes StartupEvent event) {
        ends.add(
                feed.listen()
                        .subscribe()
                        .with(hub::heard, failure -> LOG.errorf("no more news: %s", failure)));
        long timer = vertx.setPeriodic(EVERY_MILLIS, _ -> beat());
        ends.add(() -> vertx.cancelTimer(timer));
        long sign = vertx.setPeriodic(SIGN_OF_LIFE_MILLIS, _ -> neighbours.live(hub.sockets()));
        ends.add(() -> vertx.cancelTimer(sign));
    }

    void sendAllAway(@Observes ShutdownDelayInitiatedEvent event) {
        hub.closeAll();
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        hub.closeAll();
        ends.forEach(Cancellable::cancel);
    }

    private void beat() {
        long now = System.nanoTime();
        Instant time = clock.instant();
        hub.sockets().forEach(socket -> look(socket, now, time));
    }

    private void look(LiveSocket socket, long now, Instant time) {
        Vitals vitals = socket.vitals();
        Instant until = socket.caller().until();
        if (!until.isAfter(time)) {
            socket.line().close(CloseCode.AUTH, "token expired");
        } else if (vitals.isIdle(now, settings.idleMax())) {
            socket.line().close(CloseCode.IDLE, "idle");
        } else if (!until.minus(EXPIRY_TOLD_BEFORE).isAfter(time) && vitals.tellsExpiry()) {
            socket.say("auth.expiring", socket.wire().object().put("expiresAt", until.toString()));
        }
        if (vitals.owesPing(now, settings.pingEvery())) {
            socket.line().ping();
        }
        if (vitals.owesCheck(now, checkEvery(socket))) {
            check(socket);
        }
    }

    private Duration checkEvery(LiveSocket socket) {
        return switch (socket.caller().kind()) {
            case CUSTOMER -> settings.checkEvery();
            case STAFF -> settings.checkStaffEvery();
        };
    }

    private void check(LiveSocket socket) {
        Caller asked = socket.caller();
        door.again(asked)
                .onTermination()
                .invoke(() -> socket.vitals().checked())
                .subscribe()
                .with(
                        answer -> checked(socket, asked, answer),
                        failure -> LOG.warnf("a socket is not checked now: %s", failure));
    }

    private void checked(LiveSocket socket, Caller asked, SocketDoor.Answer answer) {
        switch (answer) {
            case SocketDoor.Answer.Out(var problem) ->
                    socket.line().close(CloseCode.of(problem), problem.code());
            case SocketDoor.Answer.In(var now) -> checked(socket, asked, now);
        }
    }

    /** Another token may have been shown meanwhile, and counts more. */
    private void checked(LiveSocket socket, Caller asked, Caller now) {
        if (socket.caller() == asked) {
            hub.recall(socket, now);
        }
        boolean may =
                socket.endpoint().admits(now)
                        && socket.addresses().stream()
                                .allMatch(address -> Endpoint.mayHear(now, address));
        if (!may) {
            socket.line().close(CloseCode.RIGHT, "right missing");
        }
    }
}
