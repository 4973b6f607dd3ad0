package io.cybervpn.domain.shared;

/**
 * How much of something is allowed. Unlimited is a value of its own; zero is never a way to say it.
 */
public sealed interface Limit {
    /** No bound at all. */
    record Unlimited() implements Limit {}

    /**
     * A bound.
     *
     * @param amount one or more, in the unit that the holder names
     */
    record Of(long amount) implements Limit {
        /** Refuses zero and less. */
        public Of {
            if (amount < 1) {
                throw new IllegalArgumentException("a limit is at least 1: " + amount);
            }
        }
    }

    /** No bound. */
    static Limit unlimited() {
        return new Unlimited();
    }

    /** A bound of one or more. */
    static Limit of(long amount) {
        return new Of(amount);
    }
}
