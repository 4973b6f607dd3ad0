package io.cybervpn.domain.billing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.billing.TopUpId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TopUpTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private static TopUp of(Money amount) {
        return new TopUp(
                new TopUpId(new UUID(1, 1)),
                new AccountId(new UUID(2, 2)),
                "key",
                "stripe",
                amount,
                NOW,
                NOW.plusSeconds(60));
    }

    @Test
    void it_is_of_something_and_not_beyond_reason() {
        assertThat(TopUp.isPossible(rub(1))).isTrue();
        assertThat(TopUp.isPossible(rub(TopUp.MINOR_UNITS_MAX))).isTrue();
        assertThat(TopUp.isPossible(rub(0))).isFalse();
        assertThat(TopUp.isPossible(rub(TopUp.MINOR_UNITS_MAX + 1))).isFalse();
        assertThatThrownBy(() -> of(rub(0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_repeated_request_means_it_when_money_and_way_are_the_same() {
        assertThat(of(rub(5)).isFor(rub(5), "stripe")).isTrue();
        assertThat(of(rub(5)).isFor(rub(6), "stripe")).isFalse();
        assertThat(of(rub(5)).isFor(new Money(5, Asset.USD), "stripe")).isFalse();
        assertThat(of(rub(5)).isFor(rub(5), "tbank")).isFalse();
    }
}
