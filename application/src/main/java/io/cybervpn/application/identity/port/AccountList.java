package io.cybervpn.application.identity.port;

import io.cybervpn.application.identity.AccountView;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The list of accounts as staff see it; made for hundreds of thousands of them. */
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

    /**
     * Which accounts.
     *
     * @param text part of the e-mail in any case, or a whole id; empty for all
     * @param statuses any of these; empty for all
     * @param order the first key first; ties are broken by id
     */
    record Query(
            Page.Request page,
            Optional<String> text,
            Set<AccountStatus> statuses,
            List<Sort> order) {
        /** Copies the collections. */
        public Query {
            statuses = Set.copyOf(statuses);
            order = List.copyOf(order);
        }
    }

    /** One page, in one round trip. */
    Uni<Page<AccountView>> page(Query query);
}
