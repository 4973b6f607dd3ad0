package io.cybervpn.application.ledger.port;

import io.cybervpn.application.ledger.WalletEntry;
import io.cybervpn.application.ledger.WalletView;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads of wallets, outside any unit of work. */
public interface WalletViews {
    /** One for each asset that the account ever had, by the asset's code. */
    Uni<List<WalletView>> of(AccountId owner, Instant now);

    /**
     * What moved, newest first, one entry for each transaction and asset.
     *
     * @param before the last transaction seen; empty to begin
     * @param limit how many transactions, 1 or more
     */
    Uni<List<WalletEntry>> entries(
            AccountId owner, Optional<LedgerTransactionId> before, int limit);
}
