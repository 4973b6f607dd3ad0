package io.cybervpn.domain.ledger.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The append-only journal. Only for an open unit of work. */
public interface Ledger {
    /**
     * Books transactions with all their postings. One whose business key was booked before, or
     * comes a second time in the list, is left out.
     *
     * @return those that were booked now
     */
    Uni<Set<LedgerTransactionId>> appendAll(List<LedgerTransaction> transactions);

    /**
     * The same for one.
     *
     * @return false when its business key was booked before; nothing is stored then
     */
    default Uni<Boolean> append(LedgerTransaction transaction) {
        return appendAll(List.of(transaction)).map(booked -> !booked.isEmpty());
    }

    /** The transaction of a business event. */
    Uni<Optional<LedgerTransaction>> find(String businessKey);

    /** The signed sum of all postings of an account in one asset, in minor units; 0 if none. */
    Uni<Long> balance(LedgerAccount account, Asset asset);

    /**
     * What a customer has with us, paid, granted and held, as an amount per asset; those where it
     * is nothing are left out, and so are overdrawn ones, which the proof of the books finds.
     */
    Uni<List<Money>> owed(AccountId customer);
}
