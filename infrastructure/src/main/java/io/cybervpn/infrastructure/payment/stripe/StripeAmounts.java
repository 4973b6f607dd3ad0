package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Amounts as Stripe counts them: whole numbers of hundredths, but for the currencies that it counts
 * in units or in thousandths. Exact or not at all.
 */
final class StripeAmounts {
    private static final Set<String> WHOLE =
            Set.of(
                    "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND",
                    "VUV", "XAF", "XOF", "XPF");
    private static final Set<String> THOUSANDTHS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    /** Counted in hundredths although they have none; UGX and ISK take whole units only. */
    private static final Set<String> WHOLE_IN_HUNDREDTHS = Set.of("ISK", "UGX");

    private StripeAmounts() {}

    /** Digits after the point in which Stripe counts. */
    static int scale(String currency) {
        if (WHOLE.contains(currency)) {
            return 0;
        }
        return THOUSANDTHS.contains(currency) ? 3 : 2;
    }

    /** The number to ask for; empty if Stripe could not take exactly this. */
    static Optional<Long> toStripe(Money money) {
        String currency = money.asset().code();
        try {
            BigDecimal amount = BigDecimal.valueOf(money.minorUnits(), money.asset().scale());
            long units = amount.movePointRight(scale(currency)).longValueExact();
            return Optional.of(units).filter(it -> it > 0 && it % step(currency) == 0);
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }

    /** What a number of Stripe's means to us. */
    static Received received(Optional<Long> units, String currency) {
        String code = currency.toUpperCase(Locale.ROOT);
        Optional<String> decimal =
                units.filter(it -> it >= 0)
                        .map(it -> BigDecimal.valueOf(it, scale(code)).toPlainString());
        return Asset.find(code)
                .flatMap(asset -> decimal.flatMap(text -> Money.parse(text, asset)))
                .filter(money -> !money.isZero())
                .<Received>map(Received.Exact::new)
                .orElseGet(
                        () ->
                                new Received.Unreadable(
                                        (decimal.orElse("no amount") + " " + code).strip()));
    }

    /**
     * What Stripe kept of a charge, where it settles in the currency that was paid in; empty as
     * long as it has not reckoned it.
     */
    static Optional<Money> fee(JsonNode charge, String paidIn) {
        JsonNode settled = charge.path("balance_transaction");
        JsonNode fee = settled.path("fee");
        String currency = settled.path("currency").asText("");
        return Optional.of(fee)
                .filter(_ -> currency.equals(paidIn))
                .filter(units -> units.isIntegralNumber() && units.canConvertToLong())
                .map(units -> received(Optional.of(units.asLong()), currency))
                .flatMap(
                        kept ->
                                switch (kept) {
                                    case Received.Exact(var money) -> Optional.of(money);
                                    case Received.Unreadable _ -> Optional.<Money>empty();
                                });
    }

    private static long step(String currency) {
        if (THOUSANDTHS.contains(currency)) {
            return 10;
        }
        return WHOLE_IN_HUNDREDTHS.contains(currency) ? 100 : 1;
    }
}
