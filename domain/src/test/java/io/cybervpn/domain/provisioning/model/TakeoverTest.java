package io.cybervpn.domain.provisioning.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.shared.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TakeoverTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private static Takeover of(boolean disabled, Instant end) {
        return Takeover.of(
                new PanelState(
                        disabled,
                        end,
                        Limit.unlimited(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of()),
                NOON);
    }

    @Test
    void only_whoever_is_served_now_is_taken_over() {
        assertThat(of(false, NOON.plusMillis(1))).isEqualTo(new Takeover.Fit());
        assertThat(of(false, NOON)).isEqualTo(new Takeover.Ended());
        assertThat(of(true, NOON.plusSeconds(1))).isEqualTo(new Takeover.SwitchedOff());
        assertThat(of(false, Instant.parse("2099-12-31T00:00:00Z"))).isEqualTo(new Takeover.Fit());
        assertThat(of(false, NOON.plus(Duration.ofDays(36_501))))
                .isEqualTo(new Takeover.TooFarAhead());
    }

    @Test
    void an_adopted_id_says_so_and_keeps_its_order() {
        UUID fresh = UUID.fromString("01989a3e-0000-7000-8000-00000000000a");

        AccessId adopted = PanelUsername.adopted(fresh);

        assertThat(adopted.value())
                .isEqualTo(UUID.fromString("01989a3e-0000-8000-8000-00000000000a"));
        assertThat(PanelUsername.isAdopted(adopted)).isTrue();
        assertThat(PanelUsername.isAdopted(new AccessId(fresh))).isFalse();
    }
}
