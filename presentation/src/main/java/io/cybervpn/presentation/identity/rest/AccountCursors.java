package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.AccountView;
import io.cybervpn.application.identity.port.AccountList.Cursor;
import io.cybervpn.application.identity.port.AccountList.Query;
import io.cybervpn.application.identity.port.AccountList.Sort;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.presentation.shared.rest.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Cursors as clients see them: {@code time_id}, which is nobody's business but ours. */
final class AccountCursors {
    private AccountCursors() {}

    /** Where to go on after a page that is full; empty when the order has no cursor. */
    static Optional<String> next(Query query, Page<AccountView> page) {
        return page.items().size() == page.size() && Cursor.isFor(query.order())
                ? Optional.of(write(page.items().getLast()))
                : Optional.empty();
    }

    private static String write(AccountView last) {
        return last.createdAt() + "_" + last.id().value();
    }

    static Cursor read(String text) {
        int middle = text.indexOf('_');
        try {
            return new Cursor(
                    Instant.parse(text.substring(0, Math.max(0, middle))),
                    new AccountId(UUID.fromString(text.substring(middle + 1))));
        } catch (IllegalArgumentException | DateTimeException _) {
            throw Problem.invalid("/cursor", "invalid", "This cursor was not given by us.")
                    .asException();
        }
    }

    static void check(Page.Request page, List<Sort> order) {
        if (page.number() > 0 || !Cursor.isFor(order)) {
            throw Problem.invalid(
                            "/cursor", "conflict", "Without a page, by createdAt or by id alone.")
                    .asException();
        }
    }
}
