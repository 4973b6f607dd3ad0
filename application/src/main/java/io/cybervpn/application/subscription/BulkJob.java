package io.cybervpn.application.subscription;

import io.cybervpn.domain.identity.AccountId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A deed that staff do with many, row by row.
 *
 * @param staff who asked
 * @param key what makes it one; unique in the shop
 * @param total how many rows it has
 */
public record BulkJob(
        UUID id,
        AccountId staff,
        String key,
        BulkAction action,
        String reason,
        State state,
        int total,
        Instant createdAt,
        Optional<Instant> endedAt) {
    /** How far it is. Clients see it in lower case. */
    public enum State {
        /** Rows wait. */
        RUNNING,
        /** Each row has come to something. */
        DONE,
        /** Staff stopped it; what was done stays done. */
        CANCELLED;

        /** The lower-case name. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Its rows, counted.
     *
     * @param refused by a rule
     * @param failed by a fault, after some tries
     * @param cancelled before their turn
     */
    public record Progress(long waiting, long done, long refused, long failed, long cancelled) {}

    /** One row of one job. */
    public record Place(UUID job, int position) {}

    /**
     * One row.
     *
     * @param subject the subscription, or the customer
     * @param detail the code of a refusal, or empty
     * @param at when it came to this
     */
    public record Row(
            int position, UUID subject, RowState state, String detail, Optional<Instant> at) {}

    /** What became of a row. Clients see it in lower case. */
    public enum RowState {
        /** Its turn has not come. */
        WAITING,
        /** It is done. */
        DONE,
        /** A rule is against it. */
        REFUSED,
        /** It could not be done, after some tries. */
        FAILED,
        /** The job was stopped before. */
        CANCELLED;

        /** The lower-case name. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
