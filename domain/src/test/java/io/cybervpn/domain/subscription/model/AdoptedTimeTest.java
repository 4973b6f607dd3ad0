package io.cybervpn.domain.subscription.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Time that another shop sold ends to the microsecond when that shop said. */
class AdoptedTimeTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00.123456Z");

    private static Service service() {
        return new Service(
                new SubscriptionId(UUID.randomUUID()),
                new AccountId(UUID.randomUUID()),
                new PlanId(UUID.randomUUID()),
                Map.of("en", "Basic"),
                new Entitlement(
                        Limit.unlimited(), TrafficReset.MONTH, Limit.of(3), List.of("Basic")),
                NOON);
    }

    private static Granted adopted(Instant end) {
        return FreeTime.adopt(
                service(), new FreeTime.Taken(UUID.randomUUID(), "key", "moved", NOON), end);
    }

    @Test
    void the_end_is_that_of_the_other_shop_and_is_found_again_from_the_past() {
        for (Instant end :
                List.of(
                        NOON.plusNanos(1_000),
                        NOON.plus(Duration.ofDays(1)),
                        NOON.plus(Duration.ofDays(1)).plusNanos(1_000),
                        NOON.plus(Duration.ofHours(90)),
                        Instant.parse("2099-12-31T23:59:59.999Z"))) {
            Granted granted = adopted(end);

            assertThat(granted.subscription().expireAt()).isEqualTo(end);
            assertThat(new Past(List.of(granted.grant()), List.of()).end()).contains(end);
            assertThat(granted.grant().at())
                    .isBeforeOrEqualTo(NOON)
                    .isAfter(NOON.minus(Duration.ofDays(1)));
            assertThat(granted.grant().gift().kind()).isEqualTo(Gift.Kind.ADOPTED);
            assertThat(granted.events())
                    .hasOnlyElementsOfType(SubscriptionExtended.class)
                    .hasSize(1);
        }
    }

    @Test
    void what_is_over_or_further_than_a_century_cannot_be_taken_over() {
        assertThat(FreeTime.isAdoptable(NOON, NOON)).isFalse();
        assertThat(FreeTime.isAdoptable(NOON.plusNanos(1_000), NOON)).isTrue();
        assertThat(FreeTime.isAdoptable(NOON.plus(Duration.ofDays(36_500)), NOON)).isTrue();
        assertThat(FreeTime.isAdoptable(NOON.plus(Duration.ofDays(36_501)), NOON)).isFalse();
        assertThatThrownBy(() -> adopted(NOON)).isInstanceOf(IllegalArgumentException.class);
    }
}
