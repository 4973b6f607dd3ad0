package io.cybervpn.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void a_decimal_is_read_exactly_or_not_at_all() {
        assertThat(Money.parse("199.00", Asset.RUB)).contains(new Money(19_900, Asset.RUB));
        assertThat(Money.parse("2.15", Asset.USDT)).contains(new Money(2_150_000, Asset.USDT));
        assertThat(Money.parse("50", Asset.XTR)).contains(new Money(50, Asset.XTR));
        assertThat(Money.parse("1.5000000", Asset.RUB)).contains(new Money(150, Asset.RUB));
        for (String bad :
                List.of(
                        "",
                        "-1",
                        "+1",
                        "1e3",
                        "1.001",
                        "1,50",
                        " 1",
                        "0x1",
                        "9".repeat(30),
                        "NaN")) {
            assertThat(Money.parse(bad, Asset.RUB)).as(bad).isEmpty();
        }
    }

    @Test
    void amounts_of_different_assets_never_mix() {
        Money roubles = new Money(1, Asset.RUB);
        Money dollars = new Money(1, Asset.USD);

        assertThatThrownBy(() -> roubles.plus(dollars))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> roubles.compareTo(dollars))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void there_is_no_debt_and_no_overflow() {
        Money one = new Money(1, Asset.RUB);

        assertThatThrownBy(() -> Money.zero(Asset.RUB).minus(one))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE, Asset.RUB).plus(one))
                .isInstanceOf(ArithmeticException.class);
    }

    @Property
    void what_is_written_is_read_back(@ForAll @LongRange(min = 0) long units) {
        for (Asset asset : List.of(Asset.RUB, Asset.USDT, Asset.XTR, Asset.TON)) {
            Money money = new Money(units, asset);
            assertThat(Money.parse(money.toDecimal(), asset)).contains(money);
        }
    }

    @Test
    void a_limit_of_nothing_does_not_exist() {
        assertThatThrownBy(() -> Limit.of(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Limit.unlimited()).isNotEqualTo(Limit.of(Long.MAX_VALUE));
    }

    @Test
    void money_is_told_with_its_asset() {
        assertThat(new Money(19_905, Asset.RUB)).hasToString("199.05 RUB");
    }

    @Test
    void a_decimal_may_be_forty_characters_long() {
        assertThat(Money.parse("0".repeat(39) + "7", Asset.XTR)).contains(new Money(7, Asset.XTR));
        assertThat(Money.parse("0".repeat(40) + "7", Asset.XTR)).isEmpty();
    }
}
