package io.cybervpn.presentation.shared.rest;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount at the edge.
 *
 * @param amount decimal string with the digits of the currency
 * @param currency code of the asset
 */
@Schema(name = "Money")
public record MoneyJson(
        @NotNull @Pattern(regexp = "-?\\d{1,18}(\\.\\d{1,9})?") @Schema(examples = "199.00")
                String amount,
        @NotNull @Pattern(regexp = "[A-Z]{2,8}") @Schema(examples = "RUB") String currency) {
    /** For an answer. */
    public static MoneyJson of(Money money) {
        return new MoneyJson(money.toDecimal(), money.asset().code());
    }

    /** From a request; empty when the currency is unknown or the amount is not exact in it. */
    public Optional<Money> toMoney() {
        return Asset.find(currency).flatMap(asset -> Money.parse(amount, asset));
    }
}
