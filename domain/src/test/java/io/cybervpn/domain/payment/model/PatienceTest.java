package io.cybervpn.domain.payment.model;

import static io.cybervpn.domain.payment.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(1), Duration.ofMinutes(10));

    @Test
    void half_the_age_lies_between_two_looks() {
        assertThat(PATIENCE.nextLook(NOW.minus(Duration.ofMinutes(8)), NOW))
                .isEqualTo(NOW.plus(Duration.ofMinutes(4)));
    }

    @Property
    void a_look_is_never_sooner_or_later_than_said(
            @ForAll @LongRange(min = 0, max = 10_000_000) long ageSeconds) {
        Duration wait = Duration.between(NOW, PATIENCE.nextLook(NOW.minusSeconds(ageSeconds), NOW));

        assertThat(wait).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(10));
    }
}
