package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The stored pushes as staff see and handle them. */
public interface InboxDesk {
    /**
     * A stored message.
     *
     * @param note of the last try; never secret
     * @param byFormer it was believed by a secret that had been replaced
     * @param hasBody whether there is something to apply: what was of no interest keeps none
     */
    record Entry(
            UUID id,
            String source,
            String status,
            int attempts,
            String note,
            Instant receivedAt,
            Optional<Instant> settledAt,
            boolean byFormer,
            boolean hasBody) {}

    /**
     * Which messages. All that is given must hold.
     *
     * @param sources who sent it; empty for any
     * @param statuses received, applied, ignored, flagged; empty for any
     * @param text the whole id or dedupe key of a message, or a part of its body
     * @param from received then or later
     * @param to received earlier
     * @param before only what is older than this message, which a page ended with
     */
    record Filter(
            Set<String> sources,
            Set<String> statuses,
            Optional<String> text,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<UUID> before) {
        /** All that a message can be. */
        public static final Set<String> STATUSES =
                Set.of("received", "applied", "ignored", "flagged");

        /** Every message. */
        public static final Filter NONE =
                new Filter(
                        Set.of(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        /** Copies the sets, and refuses a status that is none. */
        public Filter {
            sources = Set.copyOf(sources);
            statuses = Set.copyOf(statuses);
            if (!STATUSES.containsAll(statuses)) {
                throw new IllegalArgumentException("statuses " + statuses);
            }
        }

        /** The messages of one source in one status. */
        public static Filter of(String source, String status) {
            return new Filter(
                    Set.of(source),
                    Set.of(status),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** A message with its body, which may hold what nobody should read. */
    record Opened(Entry entry, String body) {}

    /** Messages, newest first, at most {@code limit}; a read outside any unit of work. */
    Uni<List<Entry>> find(Filter filter, int limit);

    /** One message; a read outside any unit of work. */
    Uni<Optional<Opened>> open(UUID id);

    /** Those of these messages that exist, held against pumps in the open unit of work. */
    Uni<List<Entry>> hold(Set<UUID> ids);

    /** Makes held messages due again, as if they had just come, in the open unit of work. */
    Uni<Void> requeue(Set<UUID> ids, Instant now);
}
