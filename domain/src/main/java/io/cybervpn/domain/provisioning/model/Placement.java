package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.PanelMode;
import io.cybervpn.domain.shared.Limit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which panel an access goes to. Pure; the same facts give the same panel. */
public final class Placement {
    private Placement() {}

    /**
     * A panel and how it does.
     *
     * @param users who are placed there, zero or more
     * @param healthy whether it answers
     */
    public record Candidate(Panel panel, long users, boolean healthy) {
        private boolean hasRoom() {
            return switch (panel.placing().usersMax()) {
                case Limit.Unlimited() -> true;
                case Limit.Of(var most) -> users < most;
            };
        }

        private boolean isByHand() {
            return panel.kind() == PanelKind.MANUAL;
        }

        private boolean isIn(Optional<String> region) {
            return region.filter(panel.placing().region()::equals).isPresent();
        }
    }

    /**
     * Chooses among the panels that take new accesses and offer all server groups of the plan:
     * those that are kept by hand first, since they take only what names them, then those that
     * answer, then those with room, then those of the region, then the least loaded for its weight.
     * A customer who paid is placed on a full panel rather than nowhere.
     *
     * @param region where the access was until now; empty for a new one
     * @return empty when no panel offers the groups
     */
    public static Optional<PanelId> choose(
            List<Candidate> candidates, List<String> groups, Optional<String> region) {
        return candidates.stream()
                .filter(one -> one.panel().mode() == PanelMode.ACTIVE)
                .filter(one -> one.panel().placing().offers(groups))
                .min(
                        Comparator.<Candidate, Boolean>comparing(one -> !one.isByHand())
                                .thenComparing(one -> !one.healthy())
                                .thenComparing(one -> !one.hasRoom())
                                .thenComparing(one -> !one.isIn(region))
                                .thenComparing(Placement::compareLoad)
                                .thenComparing(one -> one.panel().id().value()))
                .map(one -> one.panel().id());
    }

    /** Users of a for the weight of b against users of b for the weight of a. */
    private static int compareLoad(Candidate a, Candidate b) {
        return Long.compare(
                Math.multiplyExact(a.users(), b.panel().placing().weight()),
                Math.multiplyExact(b.users(), a.panel().placing().weight()));
    }
}
