package io.cybervpn.application.ledger.port;

import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** The journal to look at. Reads only, outside any unit of work. */
public interface LedgerFeed {
    /**
     * Transactions, newest first.
     *
     * @param before only those that are older than this one; empty to begin
     * @param limit 1 to 200
     */
    Uni<List<LedgerTransaction>> transactions(Optional<LedgerTransactionId> before, int limit);
}
