package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.application.subscription.SubscriptionView;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.presentation.shared.rest.Languages;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subscription.
 *
 * @param planName in the caller's language
 * @param status {@code active}, {@code expired}, {@code paused}, {@code suspended} (by the shop) or
 *     {@code terminated}; a purchase brings an expired one back
 * @param expireAt null: never; while it is paused, the end that it had, which moves on as soon as
 *     it goes on
 * @param trafficLimitBytes null: unlimited
 * @param usedTrafficBytes null until the servers have first told
 * @param deviceLimit null: unlimited
 * @param managedBy {@code shop}, or {@code app_store}: then the store charges for it and says when
 *     it ends, and it is neither renewed nor changed here
 * @param heldSince since when it is paused or suspended; null while it is not
 * @param resumeBy when a pause is over at the latest; null while it is not paused
 * @param grace the small service that is given instead of what was paid for; null while there is
 *     none
 */
@Schema(name = "Subscription")
record SubscriptionJson(
        UUID id,
        UUID planId,
        String planName,
        @Schema(examples = "active") String status,
        Instant startedAt,
        @Schema(nullable = true) @Nullable Instant expireAt,
        @Schema(nullable = true) @Nullable Long trafficLimitBytes,
        @Schema(nullable = true) @Nullable Long usedTrafficBytes,
        @Schema(nullable = true) @Nullable Long deviceLimit,
        AccessJson access,
        @Schema(examples = "shop") String managedBy,
        @Schema(nullable = true) @Nullable Instant heldSince,
        @Schema(nullable = true) @Nullable Instant resumeBy,
        @Schema(nullable = true) @Nullable GraceJson grace) {
    static SubscriptionJson of(SubscriptionView view, Languages languages) {
        return new SubscriptionJson(
                view.id().value(),
                view.plan().value(),
                languages.pick(view.planNameI18n()),
                view.status().code(),
                view.startedAt(),
                view.expireAt().orElse(null),
                amount(view.trafficBytes()),
                view.usedTrafficBytes().orElse(null),
                amount(view.devices()),
                new AccessJson(
                        view.access().status(), view.access().subscriptionUrl().orElse(null)),
                view.managedBy().name().toLowerCase(Locale.ROOT),
                view.hold().map(SubscriptionView.Hold::since).orElse(null),
                view.hold().flatMap(SubscriptionView.Hold::resumeBy).orElse(null),
                view.grace().map(GraceJson::of).orElse(null));
    }

    /**
     * A small service that is given for a while.
     *
     * @param reason {@code end}: what was paid for has ended; {@code limit}: its traffic is used up
     * @param until when it is over, unless something is paid before
     * @param trafficBytes that it has, on top of what was used when it began
     */
    @Schema(name = "SubscriptionGrace")
    record GraceJson(@Schema(examples = "end") String reason, Instant until, long trafficBytes) {
        static GraceJson of(SubscriptionView.Grace grace) {
            return new GraceJson(grace.reason(), grace.until(), grace.trafficBytes());
        }
    }

    /**
     * How far the VPN servers are.
     *
     * @param status {@code pending}, {@code ready} or {@code parked} (staff look into it)
     * @param subscriptionUrl for VPN clients; null until the servers know the subscription
     */
    @Schema(name = "SubscriptionAccess")
    record AccessJson(
            @Schema(examples = "ready") String status,
            @Schema(nullable = true) @Nullable URI subscriptionUrl) {}

    private static @Nullable Long amount(Limit limit) {
        return switch (limit) {
            case Limit.Unlimited _ -> null;
            case Limit.Of(var amount) -> amount;
        };
    }
}
