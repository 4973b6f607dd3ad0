package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.DomainEvent;
import io.cybervpn.domain.subscription.SubscriptionChanged;
import io.cybervpn.domain.subscription.SubscriptionExpired;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionShortened;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import io.cybervpn.domain.subscription.SubscriptionTerminated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A customer's right to be served until a moment. */
public sealed interface Subscription {
    /** Who is served with what. */
    Service service();

    /** When the right ends or ended. */
    Instant expireAt();

    /** It runs. */
    record Active(Service service, Instant expireAt) implements Subscription {
        /** Ends it when its time has come. Pure. */
        public Expiry expire(Instant now) {
            return expireAt.isAfter(now)
                    ? new Expiry.NotYet(expireAt)
                    : new Expiry.Ended(new Expired(service, expireAt));
        }
    }

    /** Its end has come; a purchase brings it back. */
    record Expired(Service service, Instant expireAt) implements Subscription {
        /** What to tell of it. */
        public SubscriptionExpired event(Instant now) {
            return new SubscriptionExpired(service.id(), service.account(), now);
        }
    }

    /**
     * It was taken away.
     *
     * @param expireAt up to when it was paid all the same
     */
    record Terminated(Service service, Instant expireAt) implements Subscription {
        /** What to tell of it. */
        public SubscriptionTerminated event(Instant now) {
            return new SubscriptionTerminated(service.id(), service.account(), now);
        }
    }

    /** Takes it away, whatever was paid; the history stays as it is. Pure. */
    default Terminated terminate() {
        return new Terminated(service(), expireAt());
    }

    /** Whether its time has come. */
    sealed interface Expiry {
        /** It has. */
        record Ended(Expired subscription) implements Expiry {}

        /** It runs on until this moment. */
        record NotYet(Instant expireAt) implements Expiry {}
    }

    /**
     * Opens a subscription by its first purchase. Pure.
     *
     * @param now when we do it; a payment that was heard of after its own days have passed opens an
     *     expired one
     */
    static Extended open(SubscriptionId id, AccountId account, Purchase bought, Instant now) {
        Service service =
                new Service(
                        id,
                        account,
                        bought.plan(),
                        bought.planNameI18n(),
                        bought.entitlement(),
                        bought.paidAt());
        return grown(service, Extension.after(Optional.empty(), id, bought, now), now);
    }

    /**
     * Extends access by the purchase's whole days. Days count from the later of {@code paidAt} and
     * the current end, so paying early costs the buyer nothing and paying late gives nothing back.
     * An expired subscription comes back. What the purchase grants replaces what was granted
     * before. Pure.
     *
     * @param now when we do it
     */
    default Extended extend(Purchase bought, Instant now) {
        Extension extension = Extension.after(Optional.of(expireAt()), service().id(), bought, now);
        return grown(service().renewedBy(bought), extension, now);
    }

    /**
     * Extends one that was changed before: its end is reckoned from all that was done. A purchase
     * of another plan, ordered before the change or beside it, buys time of the present plan for
     * its money, at the price of the latest change; where that has none in its asset it gives the
     * days that it was sold as. Pure.
     */
    default Extended extend(Purchase bought, Past past, Instant now) {
        boolean same = bought.plan().equals(service().plan());
        Purchase counted = same ? bought : bought.worth(atPresentPrice(bought.worth(), past));
        SubscriptionId id = service().id();
        Extension given = Extension.after(past.end(), id, counted, now);
        Instant end = past.with(given).end().orElseThrow();
        Extension exact =
                new Extension(
                        id,
                        given.order(),
                        given.worth(),
                        given.paidAt(),
                        given.from(),
                        end,
                        given.at());
        return grown(same ? service().renewedBy(bought) : service(), exact, now);
    }

    private static Worth atPresentPrice(Worth sold, Past past) {
        return past.latestChange()
                .map(PlanChange::rates)
                .flatMap(
                        rates ->
                                sold.paid()
                                        .flatMap(
                                                paid ->
                                                        rates.priceIn(paid.asset())
                                                                .map(
                                                                        price ->
                                                                                Worth.bought(
                                                                                        paid,
                                                                                        rates
                                                                                                .termDays(),
                                                                                        price))))
                .orElse(sold);
    }

    /**
     * Goes to another plan: what is left at {@code at} buys time of it. What a paying order adds to
     * that, it gives by {@link #extend(Purchase, Past, Instant)}, afterwards. Pure.
     *
     * @param past all that was done before
     * @param terms the new plan and what it costs
     */
    default Changed change(NewPlan terms, Past past, Instant now) {
        PlanChange draft = terms.change(service(), expireAt(), expireAt());
        Instant end = past.with(draft).end().orElseThrow();
        PlanChange change = terms.change(service(), expireAt(), end);
        Service service = service().changedTo(terms);
        return new Changed(
                end.isAfter(now) ? new Active(service, end) : new Expired(service, end),
                change,
                new SubscriptionChanged(
                        service.id(),
                        service.account(),
                        service().plan(),
                        service.plan(),
                        end,
                        service.entitlement(),
                        now));
    }

    /**
     * Moves the end to where what is paid now reaches, since money went back or came again. Tells
     * nothing when the end stays. What was taken away stays so. Pure.
     */
    default Moved moveEnd(Instant end, Instant now) {
        return switch (this) {
            case Terminated _ -> new Moved(new Terminated(service(), end), List.of());
            case Active _, Expired _ -> moved(this, end, now);
        };
    }

    /**
     * Opens one that somebody else keeps, such as an app store, which says when it ends: no
     * purchase of ours stands behind it. Pure.
     *
     * @param end in the past it opens an expired one
     */
    static Moved openUntil(Service service, Instant end, Instant now) {
        return moved(new Expired(service, Instant.MIN), end, now);
    }

    /**
     * Follows who keeps it to another end. More time is granted by the terms as they are now. What
     * was taken away stays so. Pure.
     */
    default Moved follow(Service latest, Instant end, Instant now) {
        Service service = end.isAfter(expireAt()) ? latest : service();
        return switch (this) {
            case Active _ -> moved(new Active(service, expireAt()), end, now);
            case Expired _ -> moved(new Expired(service, expireAt()), end, now);
            case Terminated _ -> new Moved(new Terminated(service(), end), List.of());
        };
    }

    /** A new end, and what to tell of it. */
    record Moved(Subscription subscription, List<DomainEvent> events) {
        /** Copies the list. */
        public Moved {
            events = List.copyOf(events);
        }
    }

    private static Moved moved(Subscription before, Instant end, Instant now) {
        Service service = before.service();
        Subscription after =
                end.isAfter(now) ? new Active(service, end) : new Expired(service, end);
        List<DomainEvent> events = new ArrayList<>();
        if (end.isBefore(before.expireAt())) {
            events.add(new SubscriptionShortened(service.id(), service.account(), end, now));
        }
        if (end.isAfter(before.expireAt())) {
            events.add(
                    new SubscriptionExtended(
                            service.id(), service.account(), end, service.entitlement(), now));
        }
        if (before instanceof Active && after instanceof Expired ended) {
            events.add(ended.event(now));
        }
        return new Moved(after, events);
    }

    /** What others may know of it. */
    default SubscriptionSnapshot snapshot() {
        return new SubscriptionSnapshot(
                service().id(),
                service().account(),
                service().plan(),
                status(),
                expireAt(),
                service().entitlement());
    }

    /** Its state by name. */
    default SubscriptionStatus status() {
        return switch (this) {
            case Active _ -> SubscriptionStatus.ACTIVE;
            case Expired _ -> SubscriptionStatus.EXPIRED;
            case Terminated _ -> SubscriptionStatus.TERMINATED;
        };
    }

    private static Extended grown(Service service, Extension extension, Instant now) {
        Instant end = extension.to();
        return new Extended(
                end.isAfter(now) ? new Active(service, end) : new Expired(service, end),
                extension,
                new SubscriptionExtended(
                        service.id(), service.account(), end, service.entitlement(), now));
    }
}
