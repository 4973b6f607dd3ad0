package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.shared.Limit;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the panel grants to a user.
 *
 * @param disabled switched off by hand; an ended or used-up access is not that
 * @param expireAt in milliseconds, as the panel keeps it
 * @param reset empty for a rule that we do not know
 * @param devices empty when the panel's own fallback applies, which is never what we want
 * @param serverGroups names of its squads
 */
public record PanelState(
        boolean disabled,
        Instant expireAt,
        Limit traffic,
        Optional<TrafficReset> reset,
        Optional<Limit> devices,
        Set<String> serverGroups) {
    /** Copies the groups. */
    public PanelState {
        serverGroups = Set.copyOf(serverGroups);
    }
}
