package io.cybervpn.application.live;

import io.cybervpn.application.live.port.Publisher;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.renewal.RenewalToTell;
import io.cybervpn.domain.renewal.Topic;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a customer hears of what he bought, and of the end of what he paid for. */
final class OrderTellings {
    private OrderTellings() {}

    @Singleton
    static final class Paid extends Telling<OrderPaid> {
        @Inject
        Paid(Publisher publisher) {
            super(publisher, OrderPaid.class, "live.order-paid");
        }

        @Override
        List<News> newsOf(OrderPaid event) {
            UUID order = event.order().value();
            return List.of(
                    News.of(
                            new Address.Person(event.account()),
                            "order.paid",
                            order,
                            event.at(),
                            Map.of("orderId", Datum.of(order), "total", Datum.of(event.total()))));
        }
    }

    @Singleton
    static final class Renewal extends Telling<RenewalToTell> {
        @Inject
        Renewal(Publisher publisher) {
            super(publisher, RenewalToTell.class, "live.renewal-to-tell");
        }

        /** The words and the price of it are in the mail and in the API. */
        @Override
        List<News> newsOf(RenewalToTell event) {
            return List.of(
                    News.of(
                            new Address.Person(event.account()),
                            type(event.topic()),
                            event.subscription().value(),
                            event.at(),
                            Map.of(
                                    "subscriptionId",
                                    Datum.of(event.subscription().value()),
                                    "expireAt",
                                    Datum.of(event.end()))));
        }

        private static String type(Topic topic) {
            return switch (topic) {
                case CHARGE_FAILED -> "autopay.failed";
                case RENEWED -> "autopay.succeeded";
                case WILL_BE_CHARGED -> "autopay.upcoming";
                case EXPIRES_SOON, PRICE_ROSE, PLAN_GONE, SUSPENDED, TERMINATED ->
                        "renewal." + topic.code();
            };
        }
    }
}
