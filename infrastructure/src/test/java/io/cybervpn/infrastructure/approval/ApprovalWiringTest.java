package io.cybervpn.infrastructure.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalWiringTest {
    @Test
    void thresholds_are_amounts_of_their_currencies() {
        assertThat(ApprovalWiring.thresholds(List.of("RUB:50000.00", " USD:500")))
                .isEqualTo(
                        Map.of(
                                Asset.RUB,
                                new Money(5_000_000, Asset.RUB),
                                Asset.USD,
                                new Money(50_000, Asset.USD)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RUB", "RUB:", "RUB:1.001", "ABC:1", "RUB:-1"})
    void what_cannot_be_read_stops_the_start(String entry) {
        assertThatThrownBy(() -> ApprovalWiring.thresholds(List.of(entry)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(entry);
    }
}
