package io.cybervpn.domain.invoicing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** B4.16: whole units divided so that nothing is lost. */
class SharesTest {
    @Test
    void the_largest_remainders_get_the_units_that_are_left_earlier_ones_first() {
        assertThat(Shares.of(10, List.of(1L, 1L, 1L))).containsExactly(4L, 3L, 3L);
        assertThat(Shares.of(100, List.of(333L, 333L, 334L))).containsExactly(33L, 33L, 34L);
        assertThat(Shares.of(7, List.of(10L, -3L))).containsExactly(10L, -3L);
    }

    @Test
    void nothing_is_divided_among_whatever_there_is() {
        assertThat(Shares.of(0, List.of(0L, 5L))).containsExactly(0L, 0L);
        assertThat(Shares.of(0, List.of(0L))).containsExactly(0L);
    }

    @Test
    void what_cannot_be_divided_is_refused() {
        assertThatThrownBy(() -> Shares.of(1, List.of(0L, 0L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Shares.of(1, List.of(-1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Shares.of(-1, List.of(1L)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void half_a_unit_is_rounded_up() {
        assertThat(Shares.rounded(5, 1, 10)).isEqualTo(1);
        assertThat(Shares.rounded(4, 1, 10)).isZero();
        assertThat(Shares.rounded(15, 1, 10)).isEqualTo(2);
    }

    @Property
    void shares_sum_to_the_total_and_each_is_less_than_a_unit_off(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long total,
            @ForAll @Size(min = 1, max = 8)
                    List<@LongRange(min = 1, max = 1_000_000_000) Long> weights) {
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        List<Long> shares = Shares.of(total, weights);
        assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(total);
        for (int i = 0; i < weights.size(); i++) {
            assertThat(Math.abs(shares.get(i) * sum - total * weights.get(i))).isLessThan(sum);
        }
    }
}
