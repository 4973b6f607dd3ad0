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
 * @param removeAt from when on nothing of it is to be left on its panel, with all data, cut to the
 *     millisecond; empty for never
 */
public record AccessSpec(
        boolean enabled, Instant expireAt, Entitlement entitlement, Optional<Instant> removeAt) {
    /** Cuts moments to milliseconds. */
    public AccessSpec {
        expireAt = expireAt.truncatedTo(ChronoUnit.MILLIS);
        removeAt = removeAt.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
    }

    /** One that is kept for ever. */
    public AccessSpec(boolean enabled, Instant expireAt, Entitlement entitlement) {
        this(enabled, expireAt, entitlement, Optional.empty());
    }

    /** The same, of which nothing is kept from a moment on. */
    public AccessSpec removedAt(Instant moment) {
        return new AccessSpec(enabled, expireAt, entitlement, Optional.of(moment));
    }

    /** Whether nothing of it is to be left at a moment. What may be used is never removed. */
    public boolean isRemovedAt(Instant now) {
        return !usableAt(now) && removeAt.filter(at -> !at.isAfter(now)).isPresent();
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
