package io.cybervpn.application.identity.port;

import io.cybervpn.application.identity.AccountView;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The list of accounts as staff see it; made for a million of them. */
public interface AccountList {
    /** What the list may be sorted by. */
    enum Field {
        /** When the account was made. */
        CREATED_AT,
        /** The canonical e-mail. */
        EMAIL,
        /** The identity. */
        ID
    }

    /** One key of the order. */
    record Sort(Field field, boolean descending) {}

    /** What an account must be to be in the list. */
    sealed interface Condition {
        /**
         * A whole id or, in any case, a part of the e-mail; its beginning if it is shorter than
         * {@link #PART_LENGTH_MIN}, since no index finds so little in the middle.
         */
        record Text(String text) implements Condition {
            /** The shortest text that is looked for in the middle, in UTF-16 units. */
            public static final int PART_LENGTH_MIN = 3;
        }

        /** Any of these. */
        record Status(Set<AccountStatus> statuses) implements Condition {
            /** Copies the set. */
            public Status {
                statuses = Set.copyOf(statuses);
            }
        }

        /** Any of these. */
        record Kind(Set<AccountKind> kinds) implements Condition {
            /** Copies the set. */
            public Kind {
                kinds = Set.copyOf(kinds);
            }
        }

        /** With any of these tags. */
        record Tag(Set<String> tags) implements Condition {
            /** Copies the set. */
            public Tag {
                tags = Set.copyOf(tags);
            }
        }

        /** Made then or later. */
        record CreatedFrom(Instant from) implements Condition {}

        /** Made earlier. */
        record CreatedTo(Instant to) implements Condition {}

        /** Linked with this user of Telegram. */
        record Telegram(long id) implements Condition {}

        /** Whether he showed that he reads the mail of his address. */
        record EmailVerified(boolean verified) implements Condition {}
    }

    /** Where a page ended: the next one follows it, whatever was added or went meanwhile. */
    record Cursor(Instant createdAt, AccountId id) {
        /** The orders in which a cursor is a place: by age or by id alone. */
        public static boolean isFor(List<Sort> order) {
            return order.size() == 1 && order.getFirst().field() != Field.EMAIL;
        }
    }

    /**
     * Which accounts.
     *
     * @param conditions all of them hold; none: every account
     * @param order the first key first; ties are broken by id
     * @param after only what follows this; then the page is number 0 and {@link Cursor#isFor} the
     *     order
     */
    record Query(
            Page.Request page,
            List<Condition> conditions,
            List<Sort> order,
            Optional<Cursor> after) {
        /** Copies the lists, and refuses a cursor that has no meaning. */
        public Query {
            conditions = List.copyOf(conditions);
            order = List.copyOf(order);
            if (after.isPresent() && (page.number() > 0 || !Cursor.isFor(order))) {
                throw new IllegalArgumentException("a cursor in such an order");
            }
        }

        /** From the beginning. */
        public Query(Page.Request page, List<Condition> conditions, List<Sort> order) {
            this(page, conditions, order, Optional.empty());
        }
    }

    /** One page, in one round trip. */
    Uni<Page<AccountView>> page(Query query);
}
