package io.cybervpn.domain.server.model;

import io.cybervpn.domain.server.ServerStatus;
import java.time.Instant;
import java.util.Optional;

/** How a server is, and since when. {@link Condition} alone makes one of another. */
public sealed interface ServerState {
    /** Since when, in whole seconds. */
    Instant since();

    /** In a word; of an unknown one the last word. */
    ServerStatus status();

    /** The name in the log of states. */
    String code();

    /** Why; a code that clients see, empty for none. */
    String reason();

    /** What was seen of it. */
    sealed interface Seen extends ServerState {
        @Override
        default String code() {
            return status().code();
        }
    }

    /** Customers can connect. */
    record Online(Instant since) implements Seen {
        @Override
        public ServerStatus status() {
            return ServerStatus.ONLINE;
        }

        @Override
        public String reason() {
            return "";
        }
    }

    /** They can, but something is wrong. */
    record Warning(Instant since, Reason why) implements Seen {
        @Override
        public ServerStatus status() {
            return ServerStatus.WARNING;
        }

        @Override
        public String reason() {
            return why.code();
        }
    }

    /** They cannot. */
    record Offline(Instant since, Reason why) implements Seen {
        @Override
        public ServerStatus status() {
            return ServerStatus.OFFLINE;
        }

        @Override
        public String reason() {
            return why.code();
        }
    }

    /** The panel is silent: nobody knows. */
    record Unknown(Instant since, Seen last) implements ServerState {
        @Override
        public ServerStatus status() {
            return last.status();
        }

        @Override
        public String code() {
            return "unknown";
        }

        @Override
        public String reason() {
            return "panel_silent";
        }
    }

    /**
     * Staff work on it.
     *
     * @param message for customers
     * @param expectedEnd empty: nobody knows
     */
    record Maintenance(Instant since, String message, Optional<Instant> expectedEnd)
            implements ServerState {
        @Override
        public ServerStatus status() {
            return ServerStatus.MAINTENANCE;
        }

        @Override
        public String code() {
            return status().code();
        }

        @Override
        public String reason() {
            return "";
        }
    }

    /** The panel has no such node any more. */
    record Gone(Instant since) implements ServerState {
        @Override
        public ServerStatus status() {
            return ServerStatus.OFFLINE;
        }

        @Override
        public String code() {
            return "gone";
        }

        @Override
        public String reason() {
            return "gone";
        }
    }
}
