package io.cybervpn.application.subscription;

import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.subscription.ManagedBy;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.cybervpn.domain.subscription.SubscriptionStatus;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A subscription as its owner sees it.
 *
 * @param planNameI18n by language tag; {@code en} is always there
 * @param expireAt empty means never
 * @param trafficBytes per reset period of the plan
 * @param usedTrafficBytes since the last reset, as the panel last told; empty before it first did
 * @param managedBy who charges for it and says when it ends
 * @param hold since when it is paused or suspended
 * @param grace the small service that is given instead of what was paid for
 */
public record SubscriptionView(
        SubscriptionId id,
        PlanId plan,
        Map<String, String> planNameI18n,
        SubscriptionStatus status,
        Instant startedAt,
        Optional<Instant> expireAt,
        Limit trafficBytes,
        Optional<Long> usedTrafficBytes,
        Limit devices,
        Access access,
        ManagedBy managedBy,
        Optional<Hold> hold,
        Optional<Grace> grace) {
    /** Copies the names. */
    public SubscriptionView {
        planNameI18n = Map.copyOf(planNameI18n);
    }

    /**
     * That it is not served for a while. While its time stands still, {@code expireAt} is the end
     * that it had when it was held, with what came since.
     *
     * @param resumeBy of a pause: when it is over at the latest
     */
    public record Hold(Instant since, Optional<Instant> resumeBy) {}

    /**
     * That a small service is given for a while.
     *
     * @param reason {@code end} or {@code limit}
     * @param until when it is over, unless something is paid before
     * @param trafficBytes that it has
     */
    public record Grace(String reason, Instant until, long trafficBytes) {}

    /**
     * How far the panel is.
     *
     * @param status {@code pending}, {@code ready} or {@code parked}
     * @param subscriptionUrl for VPN clients; empty until the panel knows the subscription
     */
    public record Access(String status, Optional<URI> subscriptionUrl) {
        /** Before provisioning has begun. */
        public static Access pending() {
            return new Access("pending", Optional.empty());
        }
    }
}
