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
     * Its owner let it rest: it is not served, and its time stands still.
     *
     * @param expireAt the end that it had when it was paused, with what came since; it moves on
     *     when its time goes on
     * @param resumeBy when it is served again at the latest
     */
    record Paused(Service service, Instant expireAt, Instant since, Instant resumeBy)
            implements Subscription {}

    /**
     * Staff took it out of service.
     *
     * @param timeRuns whether its time is used up all the same; if not, {@code expireAt} moves on
     *     when its time goes on
     */
    record Suspended(Service service, Instant expireAt, Instant since, boolean timeRuns)
            implements Subscription {}

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

    /** Takes it away, whatever was paid; see {@link Holds#end} for one that stands still. Pure. */
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
        Extension given = Extension.after(Optional.empty(), id, bought, now);
        Subscription nothing = new Expired(service, Instant.MIN);
        return nothing.grown(service, given, now);
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
     * Extends one that was changed, held or given free time before: its end is reckoned from all
     * that was done, and one that is held stays so. A purchase of another plan, ordered before the
     * change or beside it, buys time of the present plan for its money, at the price of the latest
     * change; where that has none in its asset it gives the days that it was sold as. Pure.
     */
    default Extended extend(Purchase bought, Past past, Instant now) {
        boolean own = bought.plan().equals(service().plan()) || past.latestChange().isEmpty();
        Purchase counted = own ? bought : bought.worth(past.atPresentPrice(bought.worth()));
        Extension given = Extension.after(past, service().id(), counted, now);
        return grown(own ? service().renewedBy(bought) : service(), given, now);
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
                with(service, end, now),
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
     * nothing when the end stays. What was taken away or is held stays so. Pure.
     */
    default Moved moveEnd(Instant end, Instant now) {
        return switch (this) {
            case Terminated _ -> new Moved(new Terminated(service(), end), List.of());
            case Active _, Expired _, Paused _, Suspended _ -> moved(this, end, now);
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
            case Paused _, Suspended _ -> moved(with(service, expireAt(), now), end, now);
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
        Subscription after = before.with(service, end, now);
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
            case Paused _ -> SubscriptionStatus.PAUSED;
            case Suspended _ -> SubscriptionStatus.SUSPENDED;
            case Terminated _ -> SubscriptionStatus.TERMINATED;
        };
    }

    /** Whether somebody holds it: it is not served until it is released. */
    default boolean isHeld() {
        return switch (this) {
            case Paused _, Suspended _ -> true;
            case Active _, Expired _, Terminated _ -> false;
        };
    }

    /** Whether its time stands still. */
    default boolean standsStill() {
        return switch (this) {
            case Paused _ -> true;
            case Suspended held -> !held.timeRuns();
            case Active _, Expired _, Terminated _ -> false;
        };
    }

    /** The same with other terms and another end. One that was taken away is back. */
    private Subscription with(Service service, Instant end, Instant now) {
        return switch (this) {
            case Active _, Expired _, Terminated _ -> running(service, end, now);
            case Paused held -> new Paused(service, end, held.since(), held.resumeBy());
            case Suspended held -> new Suspended(service, end, held.since(), held.timeRuns());
        };
    }

    /** Nobody holds it: it runs, or its end has come. */
    static Subscription running(Service service, Instant end, Instant now) {
        return end.isAfter(now) ? new Active(service, end) : new Expired(service, end);
    }

    private Extended grown(Service service, Extension extension, Instant now) {
        Instant end = extension.to();
        return new Extended(
                with(service, end, now),
                extension,
                new SubscriptionExtended(
                        service.id(), service.account(), end, service.entitlement(), now));
    }
}
