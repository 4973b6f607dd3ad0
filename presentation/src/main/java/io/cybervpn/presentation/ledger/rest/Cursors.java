package io.cybervpn.presentation.ledger.rest;

import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.cybervpn.presentation.shared.rest.Problem;
import java.util.UUID;

/** Cursors of feeds of the books: the last transaction seen. */
final class Cursors {
    private Cursors() {}

    static LedgerTransactionId transaction(String cursor) {
        try {
            return new LedgerTransactionId(UUID.fromString(cursor));
        } catch (IllegalArgumentException _) {
            throw Problem.invalid("/cursor", "invalid", "This cursor was not given by us.")
                    .asException();
        }
    }
}
