package io.cybervpn.presentation.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.DesireAccessOnSubscriptionExtended;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.cybervpn.domain.subscription.model.Extended;
import io.cybervpn.domain.subscription.model.Subscription;
import io.cybervpn.domain.subscription.repository.Subscriptions;
import io.cybervpn.presentation.shared.Leftovers;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R128, R130 under bad luck: many events of one new subscription at once. */
@QuarkusTest
class DesireFaultsTest {
    @Inject DesireAccessOnSubscriptionExtended desire;
    @Inject Subscriptions subscriptions;
    @Inject Accesses accesses;
    @Inject UnitOfWork unitOfWork;
    @Inject Pumps pumps;
    @Inject Leftovers leftovers;

    @BeforeEach
    void stop_the_clockwork() {
        pumps.rest();
    }

    @AfterEach
    void start_the_clockwork() {
        leftovers.takeAway();
        pumps.work();
    }

    @Test
    void twenty_first_events_at_once_all_succeed_and_make_one_wish() {
        SubscriptionExtended event = opened();

        List<CompletableFuture<Void>> all =
                IntStream.range(0, 20)
                        .mapToObj(_ -> CompletableFuture.runAsync(() -> handle(event)))
                        .toList();

        assertThat(all).allSatisfy(CompletableFuture::join);
        Access access = access(event);
        assertThat(access.desire().generation()).isEqualTo(1);
        assertThat(access.desire().spec().expireAt()).isEqualTo(event.expireAt());
    }

    private void handle(SubscriptionExtended event) {
        desire.handle(event).await().indefinitely();
    }

    private Access access(SubscriptionExtended event) {
        AccessId id = new AccessId(event.subscription().value());
        return unitOfWork.run(() -> accesses.find(id)).await().indefinitely().orElseThrow();
    }

    private SubscriptionExtended opened() {
        Instant now = Instant.parse("2030-01-01T00:00:00Z");
        Extended opened =
                Subscription.open(
                        Purchases.subscriptionId(),
                        Purchases.buyer(),
                        Purchases.purchase(30, now),
                        now);
        unitOfWork.run(() -> subscriptions.add(opened.subscription())).await().indefinitely();
        return opened.event();
    }
}
