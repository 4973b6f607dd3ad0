package io.cybervpn.domain.subscription.model;

/**
 * What is given free, or taken.
 *
 * @param days whole days of 24 h, 1 to 3650, of an adoption to 36,500; below zero: taken, from the
 *     end, but never what is over
 * @param yields whether the rest of it is given up as soon as paid time comes
 * @param why as staff said; empty for a trial
 */
public record Gift(Kind kind, int days, boolean yields, String why) {
    /** The longest. */
    public static final int DAYS_MAX = Purchase.DAYS_MAX;

    /** The longest that another shop sold: panels say "for ever" as the year 2099. */
    static final int ADOPTED_DAYS_MAX = 36_500;

    /** Who gives. */
    public enum Kind {
        /** Staff, by hand. */
        STAFF,
        /** The shop, once for each person (R26-R29). */
        TRIAL,
        /** Whoever served the customer before: time that another shop sold. */
        ADOPTED
    }

    /** Refuses nothing, and too much of it. */
    public Gift {
        if (kind == Kind.ADOPTED ? days < 1 || days > ADOPTED_DAYS_MAX : !isSound(days)) {
            throw new IllegalArgumentException(days + " days");
        }
    }

    /** Days of staff. */
    public static Gift ofStaff(int days, String why) {
        return new Gift(Kind.STAFF, days, false, why);
    }

    /** A trial. */
    public static Gift trial(int days, boolean yields) {
        return new Gift(Kind.TRIAL, days, yields, "");
    }

    /** What is left of what another shop sold. */
    static Gift adopted(int days, String why) {
        return new Gift(Kind.ADOPTED, days, false, why);
    }

    /** Whether so many days can be given or taken. */
    public static boolean isSound(int days) {
        return days != 0 && Math.abs(days) <= DAYS_MAX;
    }
}
