package io.cybervpn.domain.proof.model;

import io.cybervpn.domain.proof.ProofVerdict;
import java.time.Instant;
import java.util.List;

/**
 * What a proof found.
 *
 * @param from the money that providers took from here on was compared with them
 * @param begunAt also the end of that time
 * @param sections in the order in which they were made, one or more
 */
public record Report(Instant from, Instant begunAt, Instant endedAt, List<Section> sections) {
    /** Copies the list; refuses a report on nothing. */
    public Report {
        sections = List.copyOf(sections);
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("a report on nothing proves nothing");
        }
    }

    /** What it says as a whole: a difference outweighs a side that gave no answer. */
    public ProofVerdict verdict() {
        if (findings() > 0) {
            return ProofVerdict.DIFFERENCES;
        }
        boolean complete =
                sections.stream()
                        .allMatch(section -> section.outcome() instanceof Section.Outcome.Examined);
        return complete ? ProofVerdict.PROVEN : ProofVerdict.INCOMPLETE;
    }

    /** How many things do not fit. */
    public int findings() {
        return sections.stream().mapToInt(section -> section.findings().size()).sum();
    }
}
