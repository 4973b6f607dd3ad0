package io.cybervpn.domain.provisioning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.DeviceId;
import io.cybervpn.domain.provisioning.model.RemovalBudget.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RemovalBudgetTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final AccessId ACCESS = new AccessId(UUID.randomUUID());
    private static final DeviceId PHONE = DeviceId.of(ACCESS, "phone-0001");
    private static final RemovalBudget TWO = new RemovalBudget(2);

    private static DeviceRemoval removal(Duration ago, boolean done) {
        return new DeviceRemoval(
                UUID.randomUUID(), ACCESS, Optional.of(PHONE), NOW.minus(ago), done);
    }

    @Test
    void so_many_are_allowed_within_a_day_and_the_next_has_to_wait() {
        DeviceRemoval first = removal(Duration.ofHours(23), true);
        DeviceRemoval second = removal(Duration.ofHours(1), true);

        assertThat(TWO.judge(List.of(first), Optional.of(PHONE), NOW))
                .isEqualTo(new Verdict.Allowed());
        assertThat(TWO.judge(List.of(first, second), Optional.of(PHONE), NOW))
                .isEqualTo(new Verdict.TooMany(Duration.ofHours(1)));
        assertThat(
                        TWO.judge(
                                List.of(first, second),
                                Optional.of(PHONE),
                                NOW.plus(Duration.ofHours(1))))
                .isEqualTo(new Verdict.Allowed());
    }

    @Test
    void what_was_not_confirmed_may_be_asked_again_for_nothing() {
        DeviceRemoval open = removal(Duration.ofHours(1), false);
        DeviceRemoval done = removal(Duration.ofHours(2), true);

        assertThat(TWO.judge(List.of(done, open), Optional.of(PHONE), NOW))
                .isEqualTo(new Verdict.Again(open));
        assertThat(TWO.judge(List.of(done, open), Optional.empty(), NOW))
                .isInstanceOf(Verdict.TooMany.class);
    }

    @Test
    void a_smaller_budget_counts_what_was_allowed_before() {
        List<DeviceRemoval> three =
                List.of(
                        removal(Duration.ofHours(20), true),
                        removal(Duration.ofHours(10), true),
                        removal(Duration.ofHours(5), true));

        assertThat(TWO.judge(three, Optional.of(PHONE), NOW))
                .isEqualTo(new Verdict.TooMany(Duration.ofHours(14)));
        assertThatThrownBy(() -> new RemovalBudget(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_device_has_one_id_for_each_access_and_a_name_is_what_people_can_read() {
        AccessId other = new AccessId(UUID.randomUUID());

        assertThat(DeviceId.of(ACCESS, "phone-0001")).isEqualTo(PHONE);
        assertThat(DeviceId.of(ACCESS, "phone-0002")).isNotEqualTo(PHONE);
        assertThat(DeviceId.of(other, "phone-0001")).isNotEqualTo(PHONE);
        assertThat(DeviceName.of("  Mum's phone ").orElseThrow().text()).isEqualTo("Mum's phone");
        assertThat(DeviceName.of("x".repeat(64))).isPresent();
        for (String bad : List.of("", "   ", "x".repeat(65), "a\u0000b", "a\nb")) {
            assertThat(DeviceName.of(bad)).as(bad).isEmpty();
        }
    }
}
