package io.cybervpn.application.ledger;

import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.cybervpn.domain.shared.Asset;
import java.time.Instant;

/**
 * What one transaction did to a wallet, in minor units of the asset: positive came in, negative
 * went out.
 */
public record WalletEntry(
        LedgerTransactionId transaction,
        LedgerTransaction.Kind kind,
        Instant at,
        Asset asset,
        long paid,
        long granted,
        long held) {}
