package io.cybervpn.infrastructure.shared;

import io.cybervpn.application.shared.InboxDesk.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A filter of messages as SQL. */
final class InboxConditions {
    /** An id is given by the clock of an instance, just before the message is stored. */
    private static final Duration SLACK = Duration.ofDays(1);

    private InboxConditions() {}

    static Conditions of(Filter filter) {
        Conditions all = new Conditions();
        all.oneOf("source", filter.sources());
        all.oneOfOurs("status", filter.statuses());
        filter.text().ifPresent(text -> about(all, text));
        all.between("received_at", filter.from(), filter.to());
        // The same bound for the key, in whose order the list is read.
        filter.from().ifPresent(from -> all.add("id >= " + all.next(firstId(from.minus(SLACK)))));
        filter.before().ifPresent(last -> all.add("id < " + all.next(last)));
        return all;
    }

    private static void about(Conditions all, String text) {
        String body = "position(" + all.next(text) + " in body) > 0";
        Optional<UUID> id = Conditions.uuid(text);
        if (id.isPresent()) {
            all.add("(id = " + all.next(id.get()) + " or " + body + ")");
        } else {
            all.add("(dedupe_key = " + all.next(text) + " or " + body + ")");
        }
    }

    /** The least UUIDv7 of a millisecond (RFC 9562, 5.7). */
    private static UUID firstId(Instant at) {
        return new UUID(Math.max(0, at.toEpochMilli()) << 16 | 0x7000L, 0x8000_0000_0000_0000L);
    }
}
