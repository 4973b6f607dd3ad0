package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.shared.Limit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an access should be. Absolute values, so that bringing it twice is bringing it once.
 *
 * @param enabled false to take the access away before its end
 * @param expireAt its end, cut to the millisecond that the panel keeps; may be in the past
 */
public record AccessSpec(boolean enabled, Instant expireAt, Entitlement entitlement) {
    /** Cuts the end to milliseconds. */
    public AccessSpec {
        expireAt = expireAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether the customer should be able to connect at a moment. */
    public boolean usableAt(Instant now) {
        return enabled && expireAt.isAfter(now);
    }

    /**
     * How the panel differs. An end in the past is never a difference of {@link Difference#EXPIRY},
     * since the panel takes no past date: an access that should have ended and runs on is to be
     * switched off instead, and one that has ended is as it should be. What the kind of panel does
     * not keep is no difference. Pure.
     */
    public Set<Difference> differencesFrom(PanelState panel, Instant now) {
        Set<Difference> differences = EnumSet.noneOf(Difference.class);
        addTerm(panel, now, differences);
        if (!entitlement.trafficBytes().equals(panel.traffic())) {
            differences.add(Difference.TRAFFIC);
        }
        if (!Optional.of(entitlement.reset()).equals(panel.reset())) {
            differences.add(Difference.RESET);
        }
        if (!Optional.<Limit>of(entitlement.devices()).equals(panel.devices())) {
            differences.add(Difference.DEVICES);
        }
        if (!Set.copyOf(entitlement.serverGroups()).equals(panel.serverGroups())) {
            differences.add(Difference.SERVER_GROUPS);
        }
        if (panel.resources().filter(it -> !it.equals(entitlement.resources())).isPresent()) {
            differences.add(Difference.RESOURCES);
        }
        differences.removeAll(panel.unkept());
        return differences;
    }

    private void addTerm(PanelState panel, Instant now, Set<Difference> differences) {
        boolean future = expireAt.isAfter(now);
        boolean stopped = panel.disabled() || (!future && !panel.expireAt().isAfter(now));
        if (enabled && future ? panel.disabled() : !stopped) {
            differences.add(Difference.SWITCH);
        }
        if (future && !expireAt.equals(panel.expireAt())) {
            differences.add(Difference.EXPIRY);
        }
    }
}
