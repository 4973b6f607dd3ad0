package io.cybervpn.domain.server.model;

import io.cybervpn.domain.server.ServerCameBack;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.ServerWentOffline;
import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A server as far as its states go.
 *
 * @param name as customers see it
 * @param seenAt when the panel last had it in its list
 */
public record Server(ServerId id, NodeRef node, String name, Instant seenAt, Condition condition) {

    /**
     * What became of a server.
     *
     * @param entry for the log of states; empty when the state is the same
     * @param event to tell; empty when nobody need be told
     */
    public record Moved(Server server, Optional<Entry> entry, Optional<DomainEvent> event) {}

    /**
     * A line in the log of states: from then on it was so.
     *
     * @param state see {@link ServerState#code}
     * @param at in whole seconds
     */
    public record Entry(ServerId server, Instant at, String state, String reason) {}

    /** The same in another condition; what it says of that may be repeated without harm. */
    public Moved in(Condition next, Instant now) {
        Server moved = new Server(id, node, name, seenAt, next);
        return new Moved(moved, entry(next, now), event(next, now));
    }

    private Optional<Entry> entry(Condition next, Instant now) {
        ServerState before = condition.state();
        ServerState after = next.state();
        boolean same = before.code().equals(after.code()) && before.reason().equals(after.reason());
        return same
                ? Optional.empty()
                : Optional.of(
                        new Entry(
                                id,
                                now.truncatedTo(ChronoUnit.SECONDS),
                                after.code(),
                                after.reason()));
    }

    /** Of the first look nobody is told: there was nothing before that it could differ from. */
    private Optional<DomainEvent> event(Condition next, Instant now) {
        boolean released = condition.maintenance().isPresent() && next.maintenance().isEmpty();
        if (condition.lookedAt().isEmpty() || (condition.isDown() == next.isDown() && !released)) {
            return Optional.empty();
        }
        if (next.isDown()) {
            return Optional.of(new ServerWentOffline(id, name, next.state().reason(), now));
        }
        return next.maintenance().isPresent()
                ? Optional.empty()
                : Optional.of(new ServerCameBack(id, name, now));
    }
}
