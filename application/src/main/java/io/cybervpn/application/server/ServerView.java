package io.cybervpn.application.server;

import io.cybervpn.domain.server.Place;
import io.cybervpn.domain.server.ServerId;
import io.cybervpn.domain.server.ServerStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A server as it is read.
 *
 * @param version of what staff say of it
 */
public record ServerView(
        ServerId id, Source source, Shown shown, State state, Load load, long version) {
    private static final int WHOLE = 100;

    /**
     * What the panel says.
     *
     * @param name there
     * @param message of the panel about its state
     * @param seenAt when it was last in the panel's list
     */
    public record Source(
            String panel,
            String node,
            String name,
            String address,
            Optional<Integer> port,
            boolean connected,
            boolean disabled,
            String message,
            String versions,
            List<String> groups,
            Instant seenAt) {
        /** Copies the groups. */
        public Source {
            groups = List.copyOf(groups);
        }
    }

    /**
     * How it is shown.
     *
     * @param name for customers
     * @param ownName by staff; empty: it is the panel's
     * @param placedBy staff, configuration or country; empty text without a place
     */
    public record Shown(
            String name,
            Optional<String> ownName,
            Optional<String> country,
            Optional<Place> place,
            String placedBy,
            int position,
            boolean hidden) {}

    /**
     * How it is.
     *
     * @param status of a server of a silent panel the last one that was known
     * @param reason a code; empty for none
     * @param unknownSince since when its panel is silent
     * @param message of a maintenance, for customers
     * @param expectedEnd of a maintenance
     */
    public record State(
            ServerStatus status,
            String reason,
            Instant since,
            Optional<Instant> unknownSince,
            Optional<String> message,
            Optional<Instant> expectedEnd,
            Optional<Instant> goneSince) {}

    /**
     * How full it is.
     *
     * @param measured of its processors in percent
     */
    public record Load(
            Optional<Long> usersOnline, Optional<Integer> measured, Optional<Long> capacityUsers) {
        /** In percent, 0 to 100: measured, or by how many find room; empty when nobody knows. */
        public Optional<Integer> percent() {
            return measured.or(() -> capacityUsers.flatMap(this::share));
        }

        private Optional<Integer> share(long capacity) {
            return usersOnline.map(users -> (int) Math.min(WHOLE, users * WHOLE / capacity));
        }
    }
}
