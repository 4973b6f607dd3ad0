package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelHealth.Circuit;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.PanelKind;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.domain.provisioning.model.Placement;
import io.cybervpn.domain.provisioning.repository.Adoptions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Finds a panel for an access. */
@Singleton
final class AccessPlaces {
    private final Panels panels;
    private final Adoptions adoptions;

    @Inject
    AccessPlaces(Panels panels, Adoptions adoptions) {
        this.panels = panels;
        this.adoptions = adoptions;
    }

    /** For the first wish of one whose user may be on a panel already, and stays there then. */
    Uni<PanelId> firstFor(AccessId access, AccessSpec spec) {
        return PanelUsername.isAdopted(access)
                ? adoptions.panelOf(access).map(there -> there.orElseGet(() -> firstFor(spec)))
                : Uni.createFrom().item(firstFor(spec));
    }

    /**
     * For the first wish. Where no panel offers the groups it is the configured one, which refuses
     * them: that parks the record, and staff see why.
     */
    private PanelId firstFor(AccessSpec spec) {
        return choose(spec, Optional.empty(), candidates()).orElse(PanelId.CONFIGURED);
    }

    /**
     * For one that has to leave a panel; empty where no other takes its groups, and for what would
     * be lost on the way.
     *
     * @param from the panel it is wanted on
     */
    Optional<PanelId> nextFor(AccessSpec spec, PanelId from) {
        if (!spec.entitlement().resources().isMovable()) {
            return Optional.empty();
        }
        Optional<String> region = panels.find(from).map(known -> known.panel().placing().region());
        return choose(
                spec,
                region,
                candidates().stream()
                        .filter(one -> !one.panel().id().equals(from))
                        .filter(one -> isByHand(one.panel().id()) == isByHand(from))
                        .toList());
    }

    /** What a machine does is not left to staff, nor what staff do to a machine. */
    private boolean isByHand(PanelId panel) {
        return panels.find(panel)
                .filter(known -> known.panel().kind() == PanelKind.MANUAL)
                .isPresent();
    }

    /** Whether a panel has all of these groups, as far as we were told. */
    boolean offers(PanelId panel, List<String> groups) {
        return panels.find(panel)
                .filter(known -> known.panel().placing().offers(groups))
                .isPresent();
    }

    /** Counts it, if it was stored. */
    void note(PanelId panel, boolean stored) {
        if (stored) {
            panels.placed(panel);
        }
    }

    private static Optional<PanelId> choose(
            AccessSpec spec, Optional<String> region, List<Placement.Candidate> candidates) {
        return Placement.choose(
                candidates.stream().filter(one -> one.panel().offers(spec.entitlement())).toList(),
                spec.entitlement().serverGroups(),
                region);
    }

    private List<Placement.Candidate> candidates() {
        return panels.all().stream()
                .map(
                        known ->
                                new Placement.Candidate(
                                        known.panel(),
                                        known.users(),
                                        known.ready()
                                                && known.health().circuit() == Circuit.CLOSED))
                .toList();
    }
}
