package io.cybervpn.domain.fiscal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.shared.Asset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No payment has receipts of two registrars. */
class CoverageTest {
    @Test
    void what_one_covers_those_after_it_do_not() {
        Coverage own = new Coverage("yookassa", Set.of("yookassa"), Asset.RUB);
        Coverage office = new Coverage("nalog", Set.of("yookassa", "tbank"), Asset.RUB);

        assertThat(Coverage.once(List.of(own, office)))
                .containsExactly(own, new Coverage("nalog", Set.of("tbank"), Asset.RUB));
        assertThat(Coverage.once(List.of(office))).containsExactly(office);
        assertThat(Coverage.once(List.of())).isEmpty();
    }
}
