package io.cybervpn.domain.catalogue;

import io.cybervpn.domain.shared.Limit;
import java.util.List;

/**
 * What the buyer of a plan may use.
 *
 * @param trafficBytes bytes per {@code reset} period, up and down together
 * @param reset when used traffic starts again from nothing
 * @param devices how many devices at the same time
 * @param serverGroups names of the groups of servers, equal to the panel's internal squads; in the
 *     shop's order, without repetition
 * @param resources what else there is, for what is no VPN
 */
public record Entitlement(
        Limit trafficBytes,
        TrafficReset reset,
        Limit devices,
        List<String> serverGroups,
        Resources resources) {
    /** Copies the groups. */
    public Entitlement {
        serverGroups = List.copyOf(serverGroups);
    }

    /** For a VPN. */
    public Entitlement(
            Limit trafficBytes, TrafficReset reset, Limit devices, List<String> serverGroups) {
        this(trafficBytes, reset, devices, serverGroups, Resources.none());
    }

    /** The same with other traffic, in other groups. */
    public Entitlement within(Limit traffic, List<String> groups) {
        return new Entitlement(traffic, reset, devices, groups, resources);
    }
}
