package io.cybervpn.presentation.ledger.rest;

import io.cybervpn.application.ledger.ListWalletEntries.Result.Listed;
import io.cybervpn.application.ledger.WalletEntry;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What moved in a wallet, newest first.
 *
 * @param nextCursor where to go on; null at the end
 */
@Schema(name = "WalletFeed")
public record WalletFeedJson(
        List<EntryJson> items, @Schema(nullable = true) @Nullable String nextCursor) {
    /**
     * What one transaction did to one currency of it; positive came in, negative went out.
     *
     * @param id of the transaction; one that moved two currencies has two entries
     */
    @Schema(name = "WalletEntry")
    public record EntryJson(
            UUID id,
            @Schema(examples = "order_settled") String kind,
            Instant at,
            MoneyJson paid,
            MoneyJson granted,
            MoneyJson held) {
        static EntryJson of(WalletEntry entry) {
            return new EntryJson(
                    entry.transaction().value(),
                    entry.kind().name().toLowerCase(Locale.ROOT),
                    entry.at(),
                    Amounts.signed(entry.paid(), entry.asset()),
                    Amounts.signed(entry.granted(), entry.asset()),
                    Amounts.signed(entry.held(), entry.asset()));
        }
    }

    static WalletFeedJson of(Listed listed) {
        return new WalletFeedJson(
                listed.entries().stream().map(EntryJson::of).toList(),
                listed.next().map(LedgerTransactionId::value).map(UUID::toString).orElse(null));
    }
}
