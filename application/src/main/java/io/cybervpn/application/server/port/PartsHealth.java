package io.cybervpn.application.server.port;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the parts of the shop itself are. Never fails, and waits for each part 2 s at most. */
public interface PartsHealth {
    /** In a word. */
    enum State {
        /** It works. */
        UP,
        /** It works, and somebody should look. */
        DEGRADED,
        /** It does not. */
        DOWN,
        /** Nobody asked it yet. */
        UNKNOWN;

        /** The name that clients see. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A part.
     *
     * @param kind database, valkey, queue, panel or provider
     * @param detail for staff; holds no secret; empty text when there is nothing to say
     * @param millis how long it took to answer; empty for one that was not asked just now
     */
    record Part(String kind, String name, State state, String detail, Optional<Long> millis) {}

    /** Database, Valkey and queues. */
    Uni<List<Part>> parts();
}
