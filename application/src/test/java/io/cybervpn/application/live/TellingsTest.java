package io.cybervpn.application.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.live.port.Publisher;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.ledger.WalletChanged;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.provisioning.AccessGranted;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionExpired;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R139, R153: which news follow from which events. */
class TellingsTest {
    private static final AccountId ANNA = new AccountId(new UUID(1, 1));
    private static final UUID THING = new UUID(2, 2);
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private final List<News> told = new ArrayList<>();
    private final Publisher publisher =
            new Publisher() {
                @Override
                public Uni<Void> publish(List<News> news) {
                    told.addAll(news);
                    return Uni.createFrom().voidItem();
                }

                @Override
                public Uni<Void> end(List<SessionId> sessions) {
                    throw new AssertionError("no session ended");
                }
            };

    @Test
    void money_that_came_is_told_to_its_payer_and_to_staff_who_hear_more() {
        var event =
                new PaymentCaptured(
                        new PaymentId(THING),
                        new UUID(3, 3),
                        ANNA,
                        "stripe",
                        new Money(19900, Asset.find("RUB").orElseThrow()),
                        NOW,
                        NOW);
        var telling = new PaymentTellings.Captured(publisher);
        telling.handle(event).await().indefinitely();
        telling.handle(event).await().indefinitely();

        assertThat(told).hasSize(4).extracting(News::type).containsOnly("payment.received");
        assertThat(told.subList(2, 4)).as("the same again").isEqualTo(told.subList(0, 2));
        assertThat(told.get(0).to()).isEqualTo(new Address.Person(ANNA));
        assertThat(told.get(0).data()).containsOnlyKeys("paymentId", "amount");
        assertThat(told.get(1).to()).isEqualTo(new Address.Staff(StaffTopic.PAYMENTS));
        assertThat(told.get(1).data()).containsKeys("accountId", "provider");
    }

    @Test
    void who_changed_a_wallet_tells_its_owner_alone_and_not_how_much() {
        Money ten = new Money(1_000, Asset.find("RUB").orElseThrow());
        new TellOnWalletChanged(publisher)
                .handle(new WalletChanged(ANNA, THING, ten, NOW))
                .await()
                .indefinitely();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().to()).isEqualTo(new Address.Person(ANNA));
        assertThat(told.getFirst().type()).isEqualTo("wallet.changed");
        assertThat(told.getFirst().data()).isEqualTo(Map.of("currency", Datum.of("RUB")));
    }

    @Test
    void the_service_has_a_status_that_follows_it() {
        new SubscriptionTellings.Granted(publisher)
                .handle(new AccessGranted(new AccessId(THING), ANNA, NOW))
                .await()
                .indefinitely();
        new SubscriptionTellings.Expired(publisher)
                .handle(new SubscriptionExpired(new SubscriptionId(THING), ANNA, NOW))
                .await()
                .indefinitely();
        assertThat(told)
                .extracting(News::type)
                .containsExactly("service.status", "subscription.expired", "service.status");
        assertThat(told.get(0).data())
                .isEqualTo(Map.of("subscriptionId", Datum.of(THING), "status", Datum.of("active")));
        assertThat(told.get(2).data()).containsEntry("status", Datum.of("expired"));
        assertThat(told.get(0).id()).isNotEqualTo(told.get(2).id());
    }

    @Test
    void an_address_is_read_as_it_was_written() {
        for (StaffTopic topic : StaffTopic.values()) {
            Address staff = new Address.Staff(topic);
            assertThat(Address.parse(staff.key())).contains(staff);
        }
        Address person = new Address.Person(ANNA);
        assertThat(Address.parse(person.key())).contains(person);
        assertThat(Address.parse("staff:later")).isEmpty();
        assertThat(Address.parse("else")).isEmpty();
    }
}
