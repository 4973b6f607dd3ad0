package io.cybervpn.application.identity.port;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What happened to a customer, in all parts of the shop, put together when somebody looks. */
public interface CustomerTimeline {
    /** Parts of the shop, for those who may not see all of them. */
    enum Part {
        /** The account: that it was made, and all of the audit trail that is about it. */
        ACCOUNT,
        /** Logins, good and bad, and what else concerns security. */
        SECURITY,
        /** Orders and payments. */
        SALES,
        /** What he had of what he bought. */
        SUBSCRIPTIONS
    }

    /**
     * Something that happened.
     *
     * @param type such as {@code users.block}, {@code security.logged_in}, {@code order.placed}
     * @param id of the row that tells it: of the entry, the event, the order, the payment
     * @param by who did it, where the audit trail says so
     * @param details for people; which there are depends on the type
     */
    record Moment(
            Instant at,
            String type,
            UUID id,
            Optional<By> by,
            Optional<Money> amount,
            Map<String, String> details) {
        /** Copies the map. */
        public Moment {
            details = Map.copyOf(details);
        }
    }

    /**
     * Who.
     *
     * @param kind such as {@code staff} or {@code api_key}
     */
    record By(String kind, Optional<UUID> account, Optional<UUID> apiKey) {}

    /** Where a page ended: the next one is of what was before. */
    record Cursor(Instant at, UUID id, String type) {
        /** The place of a moment. */
        public static Cursor of(Moment moment) {
            return new Cursor(moment.at(), moment.id(), moment.type());
        }
    }

    /** The newest of these parts, newest first, at most {@code limit}. */
    Uni<List<Moment>> page(AccountId customer, Set<Part> parts, Optional<Cursor> before, int limit);
}
