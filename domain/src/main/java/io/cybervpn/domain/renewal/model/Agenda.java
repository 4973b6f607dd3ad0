package io.cybervpn.domain.renewal.model;

import java.util.List;
import java.util.Optional;

/**
 * What is due of a period. What was missed meanwhile is made good once, not as often as it was
 * missed.
 *
 * @param charge the latest try that is due
 * @param letters steps that tell, lessen or take away, in order; only the last of those that tell
 *     is told of
 */
public record Agenda(Optional<Step> charge, List<Step> letters) {
    /** Copies the list. */
    public Agenda {
        letters = List.copyOf(letters);
    }

    /** What the customer hears of, if of anything. */
    public Optional<Step> told() {
        return letters.stream()
                .filter(step -> step.kind() != Step.Kind.GRACE)
                .reduce((_, later) -> later);
    }

    /** Whether a smaller service is to be given: not when all of it is over at once. */
    public boolean lessens() {
        return letters.stream().anyMatch(step -> step.kind() == Step.Kind.GRACE)
                && letters.stream().noneMatch(step -> step.kind() == Step.Kind.SUSPEND);
    }

    /** Whether the subscription is to be taken away. */
    public boolean terminates() {
        return letters.stream().anyMatch(step -> step.kind() == Step.Kind.TERMINATE);
    }
}
