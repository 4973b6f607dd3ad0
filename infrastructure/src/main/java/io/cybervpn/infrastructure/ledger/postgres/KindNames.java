package io.cybervpn.infrastructure.ledger.postgres;

import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
import java.util.Locale;

/** Kinds of ledger transactions as stored: their names in lower case, for ever. */
final class KindNames {
    private KindNames() {}

    static String of(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static Kind kind(String stored) {
        return Kind.valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
