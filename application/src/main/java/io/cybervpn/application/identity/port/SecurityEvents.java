package io.cybervpn.application.identity.port;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SecurityEventType;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where security events are kept, for {@code ForgetSecurityEvents.LIFE}. */
public interface SecurityEvents {
    /**
     * Who it was about.
     *
     * @param account if there is one
     * @param subject a keyed hash of what somebody typed who has none
     */
    record About(Optional<AccountId> account, Optional<String> subject) {
        /** Nobody in particular. */
        public static final About NOBODY = new About(Optional.empty(), Optional.empty());

        /** An account. */
        public static About account(AccountId id) {
            return new About(Optional.of(id), Optional.empty());
        }
    }

    /**
     * Where it came from; empty for what is not known.
     *
     * @param agent the User-Agent, as it says itself
     */
    record From(Optional<String> address, Optional<String> requestId, Optional<String> agent) {}

    /**
     * One event, or many alike.
     *
     * @param at of the last one
     * @param detail which door, limit or call; never what somebody typed
     * @param times how many it stands for, 1 or more
     */
    record Event(
            UUID id,
            Instant at,
            SecurityEventType type,
            About about,
            From from,
            String detail,
            int times) {}

    /**
     * Which ones; what is empty does not matter.
     *
     * @param types all of them if empty
     * @param from inclusive
     * @param to exclusive
     */
    record Filter(
            Set<SecurityEventType> types,
            Optional<AccountId> account,
            Optional<String> address,
            Optional<Instant> from,
            Optional<Instant> to) {
        /** Copies the set. */
        public Filter {
            types = Set.copyOf(types);
        }
    }

    /** Where a page ended: the next one is of older events. */
    record Cursor(Instant at, UUID id) {}

    /** Stores events in the open unit of work; those that are there stay as they are. */
    Uni<Void> append(List<Event> events);

    /** The newest of those that are wanted, newest first, at most {@code limit}. */
    Uni<List<Event>> page(Filter filter, Optional<Cursor> before, int limit);

    /** Forgets what is older, in the open unit of work, at most {@code limit}; gives how many. */
    Uni<Integer> forget(Instant before, int limit);
}
