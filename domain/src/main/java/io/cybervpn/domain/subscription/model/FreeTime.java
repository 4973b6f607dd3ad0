package io.cybervpn.domain.subscription.model;

import io.cybervpn.domain.subscription.FreeTimeRefusal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Time that nobody pays for, given or taken. It counts like bought time, from the later of now and
 * the end, but no money is behind it: a change of plan makes nothing of it, and no refund touches
 * it. Pure.
 */
public final class FreeTime {
    /** Nothing reaches further ahead. */
    private static final Duration AHEAD_MAX = Duration.ofDays(36_500);

    private FreeTime() {}

    /** What came of it. */
    public sealed interface Answer {
        /** It is given. */
        record Done(Granted granted) implements Answer {}

        /** It is not. */
        record Refused(FreeTimeRefusal reason) implements Answer {}
    }

    /**
     * The deed.
     *
     * @param key what makes it one; see {@link Grant}
     * @param at cut to the microsecond, as a store keeps it
     */
    public record Wish(UUID id, String key, Gift gift, Instant at) {
        /** Cuts. */
        public Wish {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }

        private Grant of(Service service, Instant end) {
            return new Grant(id, service.id(), key, gift, at, end, end);
        }
    }

    /** Opens a subscription without a purchase. */
    public static Granted open(Service service, Wish wish) {
        Grant draft = wish.of(service, wish.at());
        Instant end = new Past(List.of(draft), List.of()).end().orElseThrow();
        Subscription.Moved opened = Subscription.openUntil(service, end, wish.at());
        return new Granted(opened.subscription(), draft.reaching(end), opened.events());
    }

    /** Whether time that another shop sold can be taken over. */
    public static boolean isAdoptable(Instant end, Instant now) {
        return end.isAfter(now) && !end.isAfter(now.plus(AHEAD_MAX));
    }

    /**
     * Opens a subscription with what is left of time that another shop sold. Its end is that end to
     * the microsecond: whole days are counted back from it, so the gift is dated up to a day before
     * now.
     *
     * @param end one that is {@link #isAdoptable}
     */
    public static Granted adopt(Service service, Taken taken, Instant end) {
        Instant last = end.truncatedTo(ChronoUnit.MICROS);
        Duration left = Duration.between(taken.at(), last);
        int days = Math.toIntExact(left.plusDays(1).minusNanos(1_000).toDays());
        Gift gift = Gift.adopted(days, taken.why());
        Wish wish = new Wish(taken.id(), taken.key(), gift, last.minus(Duration.ofDays(days)));
        Subscription.Moved opened = Subscription.openUntil(service, last, taken.at());
        Grant grant = wish.of(service, wish.at()).reaching(last);
        return new Granted(opened.subscription(), grant, opened.events());
    }

    /**
     * What staff take over.
     *
     * @param key what makes it one; see {@link Grant}
     * @param at now, cut to the microsecond
     */
    public record Taken(UUID id, String key, String why, Instant at) {
        /** Cuts. */
        public Taken {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Gives to one that is there, or takes from it. One that is held stays so. */
    public static Answer give(Subscription current, Past past, Wish wish) {
        if (current instanceof Subscription.Terminated) {
            return new Answer.Refused(FreeTimeRefusal.SUBSCRIPTION_TERMINATED);
        }
        Grant draft = wish.of(current.service(), current.expireAt());
        Instant end = past.with(draft).end().orElseThrow();
        if (wish.gift().days() < 0 && !end.isBefore(current.expireAt())) {
            return new Answer.Refused(FreeTimeRefusal.NOTHING_TO_TAKE);
        }
        if (end.isAfter(wish.at().plus(AHEAD_MAX))) {
            return new Answer.Refused(FreeTimeRefusal.TOO_FAR_AHEAD);
        }
        Subscription.Moved moved = current.moveEnd(end, wish.at());
        return new Answer.Done(
                new Granted(moved.subscription(), draft.reaching(end), moved.events()));
    }
}
