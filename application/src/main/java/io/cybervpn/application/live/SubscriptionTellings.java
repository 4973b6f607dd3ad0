package io.cybervpn.application.live;

import io.cybervpn.application.live.port.Publisher;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessGranted;
import io.cybervpn.domain.provisioning.GraceBegan;
import io.cybervpn.domain.provisioning.TrafficThresholdReached;
import io.cybervpn.domain.subscription.AddOnsChanged;
import io.cybervpn.domain.subscription.SubscriptionChanged;
import io.cybervpn.domain.subscription.SubscriptionExpired;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.cybervpn.domain.subscription.SubscriptionHeld;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionReleased;
import io.cybervpn.domain.subscription.SubscriptionShortened;
import io.cybervpn.domain.subscription.SubscriptionTerminated;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a customer hears of his subscriptions, and of the service behind them (R139). */
final class SubscriptionTellings {
    private static final String SUBSCRIPTION = "subscriptionId";
    private static final String EXPIRE_AT = "expireAt";

    private SubscriptionTellings() {}

    @Singleton
    static final class Extended extends Telling<SubscriptionExtended> {
        @Inject
        Extended(Publisher publisher) {
            super(publisher, SubscriptionExtended.class, "live.subscription-extended");
        }

        @Override
        List<News> newsOf(SubscriptionExtended event) {
            return List.of(
                    of(
                            event.account(),
                            "subscription.renewed",
                            event.subscription(),
                            event.at(),
                            Map.of(EXPIRE_AT, Datum.of(event.expireAt()))));
        }
    }

    @Singleton
    static final class Shortened extends Telling<SubscriptionShortened> {
        @Inject
        Shortened(Publisher publisher) {
            super(publisher, SubscriptionShortened.class, "live.subscription-shortened");
        }

        @Override
        List<News> newsOf(SubscriptionShortened event) {
            return List.of(
                    of(
                            event.account(),
                            "subscription.shortened",
                            event.subscription(),
                            event.at(),
                            Map.of(EXPIRE_AT, Datum.of(event.expireAt()))));
        }
    }

    @Singleton
    static final class Changed extends Telling<SubscriptionChanged> {
        @Inject
        Changed(Publisher publisher) {
            super(publisher, SubscriptionChanged.class, "live.subscription-changed");
        }

        @Override
        List<News> newsOf(SubscriptionChanged event) {
            return List.of(
                    of(
                            event.account(),
                            "subscription.changed",
                            event.subscription(),
                            event.at(),
                            Map.of(
                                    "planId",
                                    Datum.of(event.to().value()),
                                    EXPIRE_AT,
                                    Datum.of(event.expireAt()))));
        }
    }

    @Singleton
    static final class AddOns extends Telling<AddOnsChanged> {
        @Inject
        AddOns(Publisher publisher) {
            super(publisher, AddOnsChanged.class, "live.add-ons-changed");
        }

        @Override
        List<News> newsOf(AddOnsChanged event) {
            return List.of(
                    of(
                            event.account(),
                            "subscription.add_ons_changed",
                            event.subscription(),
                            event.at(),
                            Map.of()));
        }
    }

    @Singleton
    static final class Expired extends Telling<SubscriptionExpired> {
        @Inject
        Expired(Publisher publisher) {
            super(publisher, SubscriptionExpired.class, "live.subscription-expired");
        }

        @Override
        List<News> newsOf(SubscriptionExpired event) {
            return ended(event.account(), "expired", event.subscription(), event.at());
        }
    }

    @Singleton
    static final class Terminated extends Telling<SubscriptionTerminated> {
        @Inject
        Terminated(Publisher publisher) {
            super(publisher, SubscriptionTerminated.class, "live.subscription-terminated");
        }

        @Override
        List<News> newsOf(SubscriptionTerminated event) {
            return ended(event.account(), "terminated", event.subscription(), event.at());
        }
    }

    @Singleton
    static final class Held extends Telling<SubscriptionHeld> {
        @Inject
        Held(Publisher publisher) {
            super(publisher, SubscriptionHeld.class, "live.subscription-held");
        }

        @Override
        List<News> newsOf(SubscriptionHeld event) {
            return ended(event.account(), "held", event.subscription(), event.at());
        }
    }

    @Singleton
    static final class Released extends Telling<SubscriptionReleased> {
        @Inject
        Released(Publisher publisher) {
            super(publisher, SubscriptionReleased.class, "live.subscription-released");
        }

        /** Its service is active when the panel has it, which is told then. */
        @Override
        List<News> newsOf(SubscriptionReleased event) {
            return List.of(
                    of(
                            event.account(),
                            "subscription.released",
                            event.subscription(),
                            event.at(),
                            Map.of()));
        }
    }

    @Singleton
    static final class Granted extends Telling<AccessGranted> {
        @Inject
        Granted(Publisher publisher) {
            super(publisher, AccessGranted.class, "live.access-granted");
        }

        /** An access has the id of the subscription that it serves. */
        @Override
        List<News> newsOf(AccessGranted event) {
            SubscriptionId subscription = new SubscriptionId(event.access().value());
            return List.of(status(event.account(), "active", subscription, event.at()));
        }
    }

    @Singleton
    static final class Traffic extends Telling<TrafficThresholdReached> {
        @Inject
        Traffic(Publisher publisher) {
            super(publisher, TrafficThresholdReached.class, "live.traffic-threshold-reached");
        }

        @Override
        List<News> newsOf(TrafficThresholdReached event) {
            return List.of(
                    of(
                            event.account(),
                            "traffic.threshold",
                            new SubscriptionId(event.access().value()),
                            event.at(),
                            Map.of(
                                    "percent",
                                    Datum.of(event.percent()),
                                    "usedBytes",
                                    Datum.of(event.usedBytes()),
                                    "limitBytes",
                                    Datum.of(event.limitBytes()))));
        }
    }

    @Singleton
    static final class InGrace extends Telling<GraceBegan> {
        @Inject
        InGrace(Publisher publisher) {
            super(publisher, GraceBegan.class, "live.grace-began");
        }

        @Override
        List<News> newsOf(GraceBegan event) {
            return List.of(
                    of(
                            event.account(),
                            "subscription.grace",
                            new SubscriptionId(event.access().value()),
                            event.at(),
                            Map.of(
                                    "reason",
                                    Datum.of(event.reason().code()),
                                    "until",
                                    Datum.of(event.until()),
                                    "trafficBytes",
                                    Datum.of(event.trafficBytes()))));
        }
    }

    private static List<News> ended(
            AccountId account, String how, SubscriptionId subscription, Instant at) {
        return List.of(
                of(account, "subscription." + how, subscription, at, Map.of()),
                status(account, how, subscription, at));
    }

    private static News status(
            AccountId account, String status, SubscriptionId subscription, Instant at) {
        return of(account, "service.status", subscription, at, Map.of("status", Datum.of(status)));
    }

    private static News of(
            AccountId account,
            String type,
            SubscriptionId subscription,
            Instant at,
            Map<String, Datum> more) {
        UUID id = subscription.value();
        Map<String, Datum> data = new HashMap<>(more);
        data.put(SUBSCRIPTION, Datum.of(id));
        return News.of(new Address.Person(account), type, id, at, data);
    }
}
