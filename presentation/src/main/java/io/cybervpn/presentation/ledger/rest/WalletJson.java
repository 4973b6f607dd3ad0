package io.cybervpn.presentation.ledger.rest;

import io.cybervpn.application.ledger.WalletView;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has with the shop.
 *
 * @param balances one for each currency that he ever had
 */
@Schema(name = "Wallet")
public record WalletJson(List<BalanceJson> balances) {
    static WalletJson of(List<WalletView> wallets) {
        return new WalletJson(wallets.stream().map(BalanceJson::of).toList());
    }

    /**
     * What he has of one currency.
     *
     * @param available paid and granted: all that can be spent
     * @param held set aside for orders that wait for the rest of their money
     * @param lapsesNext when the next of what was granted can be spent no longer; null: never
     */
    @Schema(name = "WalletBalance")
    public record BalanceJson(
            @Schema(examples = "RUB") String currency,
            MoneyJson available,
            MoneyJson paid,
            MoneyJson granted,
            MoneyJson held,
            @Schema(nullable = true) @Nullable Instant lapsesNext) {
        static BalanceJson of(WalletView wallet) {
            return new BalanceJson(
                    wallet.paid().asset().code(),
                    MoneyJson.of(wallet.available()),
                    MoneyJson.of(wallet.paid()),
                    MoneyJson.of(wallet.granted()),
                    MoneyJson.of(wallet.held()),
                    wallet.lapsesNext().orElse(null));
        }
    }
}
