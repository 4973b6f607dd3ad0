package io.cybervpn.domain.proof.model;

import java.util.List;

/**
 * One comparison of a proof.
 *
 * @param name such as {@code books} or {@code provider:cryptobot}
 */
public record Section(String name, Outcome outcome) {
    /** What came of it. */
    public sealed interface Outcome {
        /**
         * Both sides were read.
         *
         * @param lookedAt how many things
         * @param findings none when all fits
         */
        record Examined(long lookedAt, List<Finding> findings) implements Outcome {
            /** Copies the list. */
            public Examined {
                findings = List.copyOf(findings);
            }
        }

        /**
         * One side gave no answer: nothing is known, which is not the same as nothing is wrong.
         *
         * @param reason for staff
         */
        record Unavailable(String reason) implements Outcome {}
    }

    /** Both sides were read. */
    public static Section examined(String name, long lookedAt, List<Finding> findings) {
        return new Section(name, new Outcome.Examined(lookedAt, findings));
    }

    /** One side gave no answer. */
    public static Section unavailable(String name, String reason) {
        return new Section(name, new Outcome.Unavailable(reason));
    }

    /** What does not fit; none where nothing is known. */
    public List<Finding> findings() {
        return switch (outcome) {
            case Outcome.Examined(_, var findings) -> findings;
            case Outcome.Unavailable _ -> List.of();
        };
    }
}
