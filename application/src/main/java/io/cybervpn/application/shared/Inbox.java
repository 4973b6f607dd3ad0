package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pushes of others, stored raw before they are acknowledged. */
public interface Inbox {
    /**
     * A verified push.
     *
     * @param source who sent it, such as {@code cryptobot}
     * @param dedupeKey the same for the same push; lower-case hex SHA-256 of the raw body where the
     *     sender has no delivery id
     * @param body the raw bytes as text, or what a source keeps of them; verified before it came
     *     here
     * @param attempt 1 for the first try to apply it
     * @param byFormer it was believed by a secret that had been replaced
     */
    record Message(
            UUID id,
            String source,
            String dedupeKey,
            String body,
            Instant receivedAt,
            int attempt,
            boolean byFormer) {
        /** One that was believed by the secret that holds. */
        public Message(
                UUID id,
                String source,
                String dedupeKey,
                String body,
                Instant receivedAt,
                int attempt) {
            this(id, source, dedupeKey, body, receivedAt, attempt, false);
        }
    }

    /** What came of a message: for staff and metrics. */
    enum Outcome {
        /** It changed something, or had done so before. */
        APPLIED,
        /** Validly signed, of no interest to us. */
        IGNORED,
        /** Validly signed but not as expected (unknown order, other amount): staff must look. */
        FLAGGED
    }

    /**
     * What came of one message.
     *
     * @param note for staff; never secret, never personal
     */
    record Settlement(UUID message, Outcome outcome, String note) {}

    /**
     * Stores durably, in a transaction of its own that is committed when the answer arrives.
     *
     * @return the id of the stored row; empty when the same push was stored before
     */
    Uni<Optional<UUID>> store(Message message);

    /**
     * Takes the oldest due messages in the open unit of work and hides them from others until that
     * ends; oldest first, empty when nothing is due.
     *
     * @param limit 1 to 500
     */
    Uni<List<Message>> lockNext(int limit, Instant now);

    /** Marks locked messages as dealt with, in the open unit of work. */
    Uni<Void> settle(List<Settlement> settlements, Instant now);

    /**
     * Notes a failed attempt and the time of the next. Opens its own transaction: the one of the
     * attempt is gone.
     */
    Uni<Void> retryAt(UUID id, Instant at, String error);
}
