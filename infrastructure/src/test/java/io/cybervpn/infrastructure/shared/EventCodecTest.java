package io.cybervpn.infrastructure.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.catalogue.Boost;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.Rates;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was stored by an older version is read by this one. */
class EventCodecTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final String OLD =
            """
            {"order":{"value":"00000000-0000-0001-0000-000000000001"},
             "account":{"value":"00000000-0000-0002-0000-000000000002"},
             "plan":{"value":"00000000-0000-0003-0000-000000000003"},
             "planNameI18n":{"en":"Pro"},"termDays":30,
             "entitlement":{"trafficBytes":null,"reset":"NO_RESET","devices":3,"serverGroups":["Pro"]},
             "renews":"00000000-0000-0004-0000-000000000004",
             "total":{"minorUnits":19900,"asset":"RUB"},
             "paidAt":"2026-01-31T12:00:00Z","at":"2026-01-31T12:00:00Z"}""";

    private final EventCodec codec = new EventCodec(new EventTypes());

    private static OrderPaid paid(Optional<Rates> change) {
        return new OrderPaid(
                new OrderId(new UUID(1, 1)),
                new AccountId(new UUID(2, 2)),
                new PlanId(new UUID(3, 3)),
                Map.of("en", "Pro"),
                30,
                new Entitlement(
                        Limit.unlimited(), TrafficReset.NO_RESET, Limit.of(3), List.of("Pro")),
                Optional.of(new UUID(4, 4)),
                new Money(19_900, Asset.RUB),
                NOON,
                NOON,
                change);
    }

    @Test
    void an_order_that_was_paid_before_there_were_changes_changes_nothing() {
        assertThat(codec.read("billing.order-paid", OLD)).isEqualTo(paid(Optional.empty()));
    }

    @Test
    void resources_are_read_as_they_were_written() {
        OrderPaid plain = paid(Optional.empty());
        for (Resources resources :
                List.of(
                        new Resources.Machine(100, 2048, 10_240, 1, 2, 3),
                        new Resources.Line(100_000, 50_000))) {
            OrderPaid order =
                    new OrderPaid(
                            plain.order(),
                            plain.account(),
                            plain.plan(),
                            plain.planNameI18n(),
                            plain.termDays(),
                            new Entitlement(
                                    Limit.unlimited(),
                                    TrafficReset.NO_RESET,
                                    Limit.of(3),
                                    List.of("Pro"),
                                    resources),
                            plain.renews(),
                            plain.total(),
                            plain.paidAt(),
                            plain.at(),
                            Optional.empty());

            assertThat(codec.read("billing.order-paid", codec.write(order))).isEqualTo(order);
        }
    }

    @Test
    void an_add_on_is_read_as_it_was_written() {
        OrderPaid plain = paid(Optional.empty());
        OrderPaid addOn =
                new OrderPaid(
                        plain.order(),
                        plain.account(),
                        plain.plan(),
                        plain.planNameI18n(),
                        plain.termDays(),
                        plain.entitlement(),
                        plain.renews(),
                        plain.total(),
                        plain.paidAt(),
                        plain.at(),
                        Optional.empty(),
                        Optional.of(new Boost(Boost.Kind.TRAFFIC, 50_000_000_000L)));

        assertThat(codec.read("billing.order-paid", codec.write(addOn))).isEqualTo(addOn);
    }

    @Test
    void a_change_is_read_as_it_was_written() {
        OrderPaid change =
                paid(
                        Optional.of(
                                new Rates(
                                        30,
                                        List.of(
                                                new Money(39_900, Asset.RUB),
                                                new Money(250, Asset.XTR)))));

        assertThat(codec.read("billing.order-paid", codec.write(change))).isEqualTo(change);
    }
}
