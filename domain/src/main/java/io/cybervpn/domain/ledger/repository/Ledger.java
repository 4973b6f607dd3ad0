package io.cybervpn.domain.ledger.repository;

import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.shared.Asset;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The append-only journal. Only for an open unit of work. */
public interface Ledger {
    /**
     * Books a transaction with all its postings.
     *
     * @return false when its business key was booked before; nothing is stored then
     */
    Uni<Boolean> append(LedgerTransaction transaction);

    /** The transaction of a business event. */
    Uni<Optional<LedgerTransaction>> find(String businessKey);

    /** The signed sum of all postings of an account in one asset, in minor units; 0 if none. */
    Uni<Long> balance(LedgerAccount account, Asset asset);
}
