package io.cybervpn.domain.server.model;

import io.cybervpn.domain.server.model.Damping.Level;
import io.cybervpn.domain.server.model.ServerState.Gone;
import io.cybervpn.domain.server.model.ServerState.Maintenance;
import io.cybervpn.domain.server.model.ServerState.Offline;
import io.cybervpn.domain.server.model.ServerState.Online;
import io.cybervpn.domain.server.model.ServerState.Seen;
import io.cybervpn.domain.server.model.ServerState.Unknown;
import io.cybervpn.domain.server.model.ServerState.Warning;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * All that decides how a server is: what was seen of it, whether its panel talks, whether staff
 * work on it, whether its node is there at all. Every change of a state is made here, and moments
 * are in whole seconds, so that what is added up of them later is exact.
 *
 * @param seen what the looks say, also beneath a maintenance
 * @param looks the latest of them, see {@link Check#letter}
 * @param lookedAt when the last one was
 * @param unknownSince since when the panel is silent; empty while it talks
 * @param goneSince since when the panel has no such node; empty while it has
 */
public record Condition(
        Seen seen,
        String looks,
        Optional<Instant> lookedAt,
        Optional<Instant> unknownSince,
        Optional<Maintenance> maintenance,
        Optional<Instant> goneSince) {

    /** Of a node that nobody looked at yet: unknown, and by caution not online. */
    public static Condition fresh(Instant now) {
        Instant at = second(now);
        return new Condition(
                new Offline(at, Reason.NOT_CONNECTED),
                "",
                Optional.empty(),
                Optional.of(at),
                Optional.empty(),
                Optional.empty());
    }

    /** How it is, all in all. */
    public ServerState state() {
        if (goneSince.isPresent()) {
            return new Gone(goneSince.get());
        }
        if (maintenance.isPresent()) {
            return maintenance.get();
        }
        return unknownSince.<ServerState>map(since -> new Unknown(since, seen)).orElse(seen);
    }

    /** Whether it is down, and nobody meant it to be: what others are told of. */
    public boolean isDown() {
        return goneSince.isPresent() || (maintenance.isEmpty() && seen instanceof Offline);
    }

    /** The panel showed the node, and perhaps it was asked itself. */
    public Condition looked(Check check, Damping damping, Instant now) {
        boolean repeated =
                lookedAt.filter(last -> now.isBefore(last.plus(damping.gap()))).isPresent();
        return repeated && goneSince.isEmpty() && unknownSince.isEmpty() && !isSwitchedOff()
                ? this
                : judged(damping.with(isSwitchedOff() ? "" : looks, check), damping, now);
    }

    private Condition judged(String row, Damping damping, Instant now) {
        Level level = damping.level(row, levelOf(seen));
        return new Condition(
                become(level, second(now)),
                row,
                Optional.of(now),
                Optional.empty(),
                maintenance,
                Optional.empty());
    }

    /** The panel says that staff switched the node off: no doubt about that, and no damping. */
    public Condition disabled(Instant now) {
        Seen off = isSwitchedOff() ? seen : new Offline(second(now), Reason.DISABLED);
        return new Condition(
                off, "", Optional.of(now), Optional.empty(), maintenance, Optional.empty());
    }

    /** The panel gave no answer. What was known stays as it was. */
    public Condition silent(Instant now) {
        return unknownSince.isPresent() || goneSince.isPresent()
                ? this
                : new Condition(
                        seen,
                        looks,
                        lookedAt,
                        Optional.of(second(now)),
                        maintenance,
                        Optional.empty());
    }

    /** The panel answered, and has no such node. Its history stays. */
    public Condition gone(Instant now) {
        return goneSince.isPresent()
                ? this
                : new Condition(
                        seen,
                        "",
                        lookedAt,
                        Optional.empty(),
                        maintenance,
                        Optional.of(second(now)));
    }

    /**
     * Staff begin to work on it, or say anew until when. It began when it began.
     *
     * @param message for customers
     */
    public Condition maintained(String message, Optional<Instant> expectedEnd, Instant now) {
        Instant since = maintenance.map(Maintenance::since).orElse(second(now));
        return with(Optional.of(new Maintenance(since, message, expectedEnd)));
    }

    /** Staff are done. */
    public Condition released() {
        return with(Optional.empty());
    }

    private Condition with(Optional<Maintenance> other) {
        return new Condition(seen, looks, lookedAt, unknownSince, other, goneSince);
    }

    /** Whether staff switched the node off, as far as was seen. */
    public boolean isSwitchedOff() {
        return seen instanceof Offline(var _, var why) && why == Reason.DISABLED;
    }

    private static Level levelOf(Seen seen) {
        return switch (seen) {
            case Online _ -> Level.WELL;
            case Warning _ -> Level.HALF;
            case Offline _ -> Level.DOWN;
        };
    }

    private Seen become(Level level, Instant at) {
        if (level == levelOf(seen) && !isSwitchedOff()) {
            return seen;
        }
        return switch (level) {
            case WELL -> new Online(at);
            case HALF -> new Warning(at, Reason.NO_ANSWER);
            case DOWN -> new Offline(at, Reason.NOT_CONNECTED);
        };
    }

    private static Instant second(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS);
    }
}
