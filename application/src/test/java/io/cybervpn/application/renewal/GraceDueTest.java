package io.cybervpn.application.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.renewal.GraceDue;
import io.cybervpn.domain.renewal.GraceService;
import io.cybervpn.domain.renewal.Scope;
import io.cybervpn.domain.renewal.model.DunningPolicy;
import io.cybervpn.domain.renewal.model.ScopedPolicy;
import io.cybervpn.domain.subscription.SubscriptionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a policy gives a smaller service after the end, that is told at the end. */
class GraceDueTest {
    private final RenewalWorld world = new RenewalWorld();
    private final Instant start = world.clock.instant();

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    @Test
    void a_smaller_service_is_due_once_for_an_end() {
        DunningPolicy own =
                new DunningPolicy(
                        List.of(),
                        0,
                        List.of(),
                        5,
                        Optional.empty(),
                        Optional.of(new GraceService(1L << 20, List.of(), true, 0)));
        RenewalWorld.run(
                world.unitOfWork.run(
                        () ->
                                world.policies.put(
                                        new ScopedPolicy(new Scope.OfCustomer(world.buyer), own, 1),
                                        start)));
        SubscriptionId id = world.open();
        Instant end = world.only().expireAt();

        world.pass(days(33));
        assertThat(world.outbox.events(GraceDue.class))
                .singleElement()
                .satisfies(
                        due -> {
                            assertThat(due.subscription()).isEqualTo(id);
                            assertThat(due.end()).isEqualTo(end);
                        });
        world.pass(days(60));
        assertThat(world.outbox.events(GraceDue.class)).hasSize(1);
        assertThat(world.toldSince(start)).containsExactly("35d suspended");
    }
}
