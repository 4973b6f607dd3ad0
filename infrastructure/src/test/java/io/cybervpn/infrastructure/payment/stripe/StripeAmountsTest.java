package io.cybervpn.infrastructure.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts of facts/providers.md §3. */
class StripeAmountsTest {
    @ParameterizedTest(name = "{0} {1}e-{2} is {3}")
    @CsvSource({
        "RUB, 19900, 2, 19900",
        "JPY, 500, 0, 500",
        "JPY, 50000, 2, 500",
        "KRW, 12000, 0, 12000",
        "KWD, 1230, 3, 1230",
        "KWD, 123, 2, 1230",
        "ISK, 5, 0, 500",
        "USD, 5, 0, 500"
    })
    void an_amount_is_counted_as_stripe_counts_its_currency(
            String code, long minorUnits, int scale, long units) {
        assertThat(StripeAmounts.toStripe(new Money(minorUnits, new Asset(code, scale))))
                .contains(units);
    }

    @ParameterizedTest(name = "{0} {1}e-{2}")
    @CsvSource({
        "JPY, 50050, 2",
        "USD, 1, 3",
        "KWD, 1231, 3",
        "ISK, 550, 2",
        "UGX, 1, 2",
        "USD, 0, 2"
    })
    void what_stripe_cannot_count_is_not_rounded(String code, long minorUnits, int scale) {
        assertThat(StripeAmounts.toStripe(new Money(minorUnits, new Asset(code, scale)))).isEmpty();
    }

    @Test
    void what_came_is_read_exactly() {
        assertThat(StripeAmounts.received(Optional.of(19_900L), "rub"))
                .isEqualTo(new Received.Exact(new Money(19_900, Asset.RUB)));
        assertThat(StripeAmounts.received(Optional.of(500L), "jpy"))
                .isEqualTo(new Received.Unreadable("500 JPY"));
        assertThat(StripeAmounts.received(Optional.of(12_345L), "kwd"))
                .isEqualTo(new Received.Unreadable("12.345 KWD"));
        assertThat(StripeAmounts.received(Optional.of(0L), "rub"))
                .isEqualTo(new Received.Unreadable("0.00 RUB"));
        assertThat(StripeAmounts.received(Optional.of(-1L), "rub"))
                .isInstanceOf(Received.Unreadable.class);
        assertThat(StripeAmounts.received(Optional.empty(), ""))
                .isInstanceOf(Received.Unreadable.class);
    }
}
