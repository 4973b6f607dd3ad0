package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.shared.DomainEvent;
import io.cybervpn.domain.subscription.HoldRefusal;
import io.cybervpn.domain.subscription.SubscriptionExpired;
import io.cybervpn.domain.subscription.SubscriptionExtended;
import io.cybervpn.domain.subscription.SubscriptionHeld;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionReleased;
import io.cybervpn.domain.subscription.SubscriptionTerminated;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All ways into and out of being held, in one place; docs/subscriptions.md has the table. Time that
 * stood still is given back when it goes on, to the microsecond. Pure.
 */
public final class Holds {
    private Holds() {}

    /** What came of it. */
    public sealed interface Answer {
        /** It is so now, perhaps since before. */
        record Done(Held held) implements Answer {}

        /** It cannot be. */
        record Refused(HoldRefusal reason) implements Answer {}
    }

    /**
     * When.
     *
     * @param id of the deed, if time stops or goes on
     * @param at cut to the microsecond, as a store keeps it
     */
    public record Moment(UUID id, Instant at) {
        /** Cuts. */
        public Moment {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * Its owner lets it rest.
     *
     * @param resumeBy when it is served again at the latest
     */
    public static Answer pause(Subscription current, Moment moment, Instant resumeBy) {
        return switch (current) {
            case Subscription.Active(var service, var end) ->
                    end.isAfter(moment.at())
                            ? paused(service, end, moment, resumeBy)
                            : refused(HoldRefusal.SUBSCRIPTION_EXPIRED);
            case Subscription.Expired _ -> refused(HoldRefusal.SUBSCRIPTION_EXPIRED);
            case Subscription.Paused _ -> refused(HoldRefusal.ALREADY_PAUSED);
            case Subscription.Suspended _ -> refused(HoldRefusal.SUBSCRIPTION_SUSPENDED);
            case Subscription.Terminated _ -> refused(HoldRefusal.SUBSCRIPTION_TERMINATED);
        };
    }

    private static Answer paused(Service service, Instant end, Moment moment, Instant resumeBy) {
        Halt halt = halt(service.id(), Halt.Turn.STOP, Halt.Cause.PAUSE, moment);
        return new Answer.Done(
                new Held(
                        new Subscription.Paused(service, end, moment.at(), resumeBy),
                        Optional.of(halt),
                        List.of(heldEvent(service, moment))));
    }

    /** Its owner, or the end of the longest pause, lets it go on. */
    public static Answer resume(Subscription current, Past past, Moment moment) {
        return switch (current) {
            case Subscription.Paused _ -> release(current, past, Halt.Cause.PAUSE, moment);
            case Subscription.Suspended _ -> refused(HoldRefusal.SUBSCRIPTION_SUSPENDED);
            case Subscription.Active _, Subscription.Expired _, Subscription.Terminated _ ->
                    refused(HoldRefusal.NOT_PAUSED);
        };
    }

    /**
     * Staff take it out of service, or choose anew about its time. Repeatable.
     *
     * @param timeRuns whether its time is used up all the same
     */
    public static Answer suspend(Subscription current, Past past, Moment moment, boolean timeRuns) {
        return switch (current) {
            case Subscription.Active _, Subscription.Expired _, Subscription.Paused _ ->
                    suspended(current, past, moment, timeRuns);
            case Subscription.Suspended(_, _, _, var runs) ->
                    runs == timeRuns
                            ? new Answer.Done(new Held(current, Optional.empty(), List.of()))
                            : suspended(current, past, moment, timeRuns);
            case Subscription.Terminated _ -> refused(HoldRefusal.SUBSCRIPTION_TERMINATED);
        };
    }

    private static Answer suspended(
            Subscription current, Past past, Moment moment, boolean timeRuns) {
        Service service = current.service();
        Optional<Halt> halt =
                Optional.of(timeRuns ? Halt.Turn.GO : Halt.Turn.STOP)
                        .filter(_ -> current.standsStill() == timeRuns)
                        .map(turn -> halt(service.id(), turn, Halt.Cause.SUSPENSION, moment));
        return new Answer.Done(
                new Held(
                        new Subscription.Suspended(
                                service, end(current, past, halt), moment.at(), timeRuns),
                        halt,
                        List.of(heldEvent(service, moment))));
    }

    /** Staff let it go on. */
    public static Answer unsuspend(Subscription current, Past past, Moment moment) {
        return switch (current) {
            case Subscription.Suspended _ -> release(current, past, Halt.Cause.SUSPENSION, moment);
            case Subscription.Active _,
                    Subscription.Expired _,
                    Subscription.Paused _,
                    Subscription.Terminated _ ->
                    refused(HoldRefusal.NOT_SUSPENDED);
        };
    }

    private static Answer release(Subscription held, Past past, Halt.Cause cause, Moment moment) {
        Service service = held.service();
        Optional<Halt> halt = goes(held, cause, moment);
        Subscription after = Subscription.running(service, end(held, past, halt), moment.at());
        return new Answer.Done(new Held(after, halt, events(held, after, moment)));
    }

    private static List<DomainEvent> events(
            Subscription before, Subscription after, Moment moment) {
        Service service = after.service();
        Instant now = moment.at();
        List<DomainEvent> events = new ArrayList<>();
        if (after.expireAt().isAfter(before.expireAt())) {
            events.add(
                    new SubscriptionExtended(
                            service.id(),
                            service.account(),
                            after.expireAt(),
                            service.entitlement(),
                            now));
        }
        events.add(new SubscriptionReleased(service.id(), service.account(), now));
        if (after instanceof Subscription.Expired) {
            events.add(new SubscriptionExpired(service.id(), service.account(), now));
        }
        return events;
    }

    /** Takes it away, whatever was paid. Time that stood still goes on first. Repeatable. */
    public static Held end(Subscription current, Past past, Moment moment) {
        if (current instanceof Subscription.Terminated) {
            return new Held(current, Optional.empty(), List.of());
        }
        Service service = current.service();
        Optional<Halt> halt = goes(current, Halt.Cause.TERMINATION, moment);
        return new Held(
                new Subscription.Terminated(service, end(current, past, halt)),
                halt,
                List.of(new SubscriptionTerminated(service.id(), service.account(), moment.at())));
    }

    private static Optional<Halt> goes(Subscription held, Halt.Cause cause, Moment moment) {
        return Optional.of(held)
                .filter(Subscription::standsStill)
                .map(one -> halt(one.service().id(), Halt.Turn.GO, cause, moment));
    }

    /** One that no deed of ours gave time to, since an app store keeps it, ends where it did. */
    private static Instant end(Subscription current, Past past, Optional<Halt> halt) {
        return halt.map(past::with).orElse(past).end().orElse(current.expireAt());
    }

    private static Halt halt(
            SubscriptionId subscription, Halt.Turn turn, Halt.Cause cause, Moment moment) {
        return new Halt(moment.id(), subscription, turn, cause, moment.at());
    }

    private static SubscriptionHeld heldEvent(Service service, Moment moment) {
        return new SubscriptionHeld(service.id(), service.account(), moment.at());
    }

    private static Answer refused(HoldRefusal reason) {
        return new Answer.Refused(reason);
    }
}
