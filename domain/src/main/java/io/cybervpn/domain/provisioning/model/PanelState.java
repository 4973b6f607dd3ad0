package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.shared.Limit;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the panel grants to a user.
 *
 * @param disabled switched off by hand; an ended or used-up access is not that
 * @param expireAt in milliseconds, as the panel keeps it; {@link Instant#MAX} where it keeps none
 * @param reset empty for a rule that we do not know
 * @param devices empty when the panel's own fallback applies, which is never what we want
 * @param serverGroups names of its squads
 * @param resources the size of a server or the speed of a line; empty on a panel that has no such
 *     thing
 * @param unkept what this kind of panel does not keep at all; it is never a difference
 */
public record PanelState(
        boolean disabled,
        Instant expireAt,
        Limit traffic,
        Optional<TrafficReset> reset,
        Optional<Limit> devices,
        Set<String> serverGroups,
        Optional<Resources> resources,
        Set<Difference> unkept) {
    private static final Set<Difference> OF_VPNS =
            Set.of(Difference.EXPIRY, Difference.TRAFFIC, Difference.RESET, Difference.DEVICES);

    /** Copies the sets. */
    public PanelState {
        serverGroups = Set.copyOf(serverGroups);
        unkept = Set.copyOf(unkept);
    }

    /** Of a user of a VPN. */
    public PanelState(
            boolean disabled,
            Instant expireAt,
            Limit traffic,
            Optional<TrafficReset> reset,
            Optional<Limit> devices,
            Set<String> serverGroups) {
        this(disabled, expireAt, traffic, reset, devices, serverGroups, Optional.empty(), Set.of());
    }

    /**
     * Of what is no VPN, on a panel that keeps neither its end nor limits of traffic and devices.
     *
     * @param stopped suspended, switched off or locked
     * @param serverGroups that it was made for
     */
    public static PanelState of(boolean stopped, Set<String> serverGroups, Resources resources) {
        return new PanelState(
                stopped,
                Instant.MAX,
                Limit.unlimited(),
                Optional.empty(),
                Optional.empty(),
                serverGroups,
                Optional.of(resources),
                OF_VPNS);
    }
}
