package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.provisioning.PanelId;
import java.time.Instant;
import java.util.Optional;

/**
 * The panel's user of an access, as the panel told it last.
 *
 * @param panel where it was seen
 * @param ref the panel's own reference, opaque: a UUID on panels 2.x, a number on 3.x
 * @param shortUuid the secret part of the subscription link
 * @param subscriptionUrl the secret link that the customer imports
 * @param usedTrafficBytes since the panel's last reset, up and down together
 * @param lifetimeTrafficBytes since the user was made; empty on panels that do not say
 * @param trafficResetAt when the panel set the used traffic to nothing last; empty for never, and
 *     on panels that do not say
 */
public record PanelUser(
        PanelId panel,
        String ref,
        String shortUuid,
        String subscriptionUrl,
        long usedTrafficBytes,
        Optional<Long> lifetimeTrafficBytes,
        Optional<Instant> trafficResetAt) {
    /** A user of a panel that says no more about his traffic than what he used. */
    public PanelUser(
            PanelId panel,
            String ref,
            String shortUuid,
            String subscriptionUrl,
            long usedTrafficBytes) {
        this(
                panel,
                ref,
                shortUuid,
                subscriptionUrl,
                usedTrafficBytes,
                Optional.empty(),
                Optional.empty());
    }

    /** What the panel counts for him. */
    public TrafficReading reading() {
        return new TrafficReading(usedTrafficBytes, lifetimeTrafficBytes, trafficResetAt);
    }

    boolean isBehind(PanelUser other) {
        return panel.equals(other.panel)
                && ref.equals(other.ref)
                && shortUuid.equals(other.shortUuid)
                && subscriptionUrl.equals(other.subscriptionUrl);
    }

    /** Leaves the secrets out: who holds the link holds the access. */
    @Override
    public String toString() {
        return "PanelUser[ref=" + ref + ", usedTrafficBytes=" + usedTrafficBytes + "]";
    }
}
