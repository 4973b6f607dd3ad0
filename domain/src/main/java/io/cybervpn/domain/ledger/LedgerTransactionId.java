package io.cybervpn.domain.ledger;

import java.util.UUID;

/** Identity of a ledger transaction; later ones sort after earlier ones. */
public record LedgerTransactionId(UUID value) {}
