package io.cybervpn.application.server.port;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers which panels talk about their nodes. Opens its own transactions. */
public interface PanelWatch {
    /** A panel answered. Repeatable; an older moment changes nothing. */
    Uni<Void> answered(String panel, Instant at);

    /**
     * A panel gave no answer. Repeatable.
     *
     * @param error for staff; holds no secret
     */
    Uni<Void> failed(String panel, Instant at, String error);

    /** All panels that were ever asked, by name. */
    Uni<List<Word>> words();

    /** What is known of one. */
    record Word(
            String panel, Optional<Instant> answeredAt, Optional<Instant> failedAt, String error) {
        /** Whether its latest word is an answer. */
        public boolean talks() {
            return answeredAt
                    .filter(at -> failedAt.filter(silent -> silent.isAfter(at)).isEmpty())
                    .isPresent();
        }
    }
}
