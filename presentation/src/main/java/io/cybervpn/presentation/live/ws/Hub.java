package io.cybervpn.presentation.live.ws;

import io.cybervpn.application.live.Address;
import io.cybervpn.application.live.port.Feed.Delivery;
import io.cybervpn.application.live.port.Feed.Heard;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.presentation.shared.rest.Caller;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The sockets of this instance, and who of them hears what. */
@Singleton
final class Hub {
    /** After a restart all come back: not all at once. */
    private static final int BACK_WITHIN_MILLIS = 10_000;

    private final LiveSettings settings;
    private final LiveMetrics metrics;
    private final Seats seats;
    private final Neighbours neighbours;
    private final Map<UUID, LiveSocket> sockets = new ConcurrentHashMap<>();
    private final Index<AccountId> byAccount = new Index<>();
    private final Index<SessionId> bySession = new Index<>();
    private final Index<Address> byAddress = new Index<>();
    private volatile boolean closing;

    @Inject
    Hub(LiveSettings settings, LiveMetrics metrics, Seats seats, Neighbours neighbours) {
        this.settings = settings;
        this.metrics = metrics;
        this.seats = seats;
        this.neighbours = neighbours;
    }

    /** Whether the shop is being stopped. */
    boolean isClosing() {
        return closing;
    }

    Collection<LiveSocket> sockets() {
        return sockets.values();
    }

    /**
     * One that was opened on a seat; the oldest of its account may have to go. By what all
     * instances count it goes a moment later; by the own ones at once, and also without the others.
     */
    void add(LiveSocket socket) {
        sockets.put(socket.id(), socket);
        metrics.opened();
        bySession.add(socket.caller().session(), socket);
        byAccount.add(socket.caller().account(), socket);
        List<LiveSocket> own = byAccount.of(socket.caller().account());
        own.stream()
                .limit(Math.max(0, own.size() - settings.socketsPerAccount()))
                .forEach(oldest -> oldest.line().close(CloseCode.REPLACED, "replaced"));
        if (closing) {
            sendAway(socket);
        }
        neighbours.enter(socket);
    }

    /** One that is closed, by whomever. Repeatable. */
    void remove(LiveSocket socket) {
        if (sockets.remove(socket.id(), socket)) {
            neighbours.leave(socket);
            metrics.closed(socket.line().closedBy());
            seats.leave(socket.from());
            bySession.remove(socket.caller().session(), socket);
            byAccount.remove(socket.caller().account(), socket);
            socket.addresses().forEach(address -> byAddress.remove(address, socket));
        }
    }

    /** The same account, with another token or other rights. */
    void recall(LiveSocket socket, Caller now) {
        SessionId before = socket.caller().session();
        socket.caller(now);
        if (!before.equals(now.session())) {
            bySession.remove(before, socket);
            bySession.add(now.session(), socket);
        }
    }

    /** What comes is held until it is let through. */
    Hearing listen(LiveSocket socket, Address address) {
        Hearing hearing = socket.hear(address, settings.queueMax());
        byAddress.add(address, socket);
        if (!sockets.containsKey(socket.id())) {
            byAddress.remove(address, socket);
        }
        return hearing;
    }

    /** Whether any socket of this instance listens to it. */
    boolean isListenedTo(Address address) {
        return byAddress.has(address);
    }

    void unlisten(LiveSocket socket, Address address) {
        byAddress.remove(address, socket);
        socket.deafen(address);
    }

    /** What all instances are told. */
    void heard(Heard heard) {
        switch (heard) {
            case Heard.Told(var delivery) -> deliver(delivery);
            case Heard.Ended(var sessions) -> sessions.forEach(this::end);
            case Heard.Replaced(var ids) -> ids.forEach(this::replace);
            case Heard.Missed() -> sockets().forEach(LiveSocket::sayMissed);
        }
    }

    private void replace(UUID id) {
        Optional.ofNullable(sockets.get(id))
                .ifPresent(socket -> socket.line().close(CloseCode.REPLACED, "replaced"));
    }

    private void deliver(Delivery delivery) {
        byAddress.of(delivery.to()).forEach(socket -> socket.deliver(delivery));
    }

    private void end(SessionId session) {
        bySession
                .of(session)
                .forEach(socket -> socket.line().close(CloseCode.AUTH, "session ended"));
    }

    /** Sends all away, and whoever comes after. */
    void closeAll() {
        closing = true;
        sockets().forEach(Hub::sendAway);
    }

    private static void sendAway(LiveSocket socket) {
        int millis = ThreadLocalRandom.current().nextInt(BACK_WITHIN_MILLIS);
        socket.line().close(CloseCode.RESTART, "restart; back in " + millis + " ms");
    }
}
