package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.AccessView;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.presentation.catalogue.rest.ResourcesJson;
import io.cybervpn.presentation.shared.rest.PageInfoJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A desired-state record as staff see it. Limits are null for unlimited.
 *
 * @param id of the subscription
 * @param username of the panel's user
 * @param removeAt when it is removed from its panel with all data, unless it is paid for again;
 *     null for never
 * @param resources null for a VPN
 * @param appliedGeneration of the wish that the panel has, 0 for none
 * @param nextAttemptAt null when nothing is to be done
 */
@Schema(name = "Access")
public record AccessJson(
        UUID id,
        UUID accountId,
        String username,
        String status,
        boolean enabled,
        Instant expireAt,
        @Schema(nullable = true) @Nullable Instant removeAt,
        @Schema(nullable = true) @Nullable Long trafficLimitBytes,
        String trafficReset,
        @Schema(nullable = true) @Nullable Long deviceLimit,
        List<String> serverGroups,
        @Schema(nullable = true) @Nullable ResourcesJson resources,
        long generation,
        long appliedGeneration,
        int attempts,
        @Schema(nullable = true) @Nullable Instant nextAttemptAt,
        @Schema(nullable = true) @Nullable String lastError,
        @Schema(nullable = true) @Nullable Long usedTrafficBytes,
        Instant updatedAt) {

    /** A page of them. */
    @Schema(name = "AccessPage")
    public record PageJson(List<AccessJson> items, PageInfoJson page) {
        static PageJson of(Page<AccessView> page) {
            return new PageJson(
                    page.items().stream().map(AccessJson::of).toList(), PageInfoJson.of(page));
        }
    }

    static AccessJson of(AccessView view) {
        Entitlement entitlement = view.wish().entitlement();
        AccessView.Progress progress = view.progress();
        return new AccessJson(
                view.id().value(),
                view.account().value(),
                view.username(),
                progress.status().code(),
                view.wish().enabled(),
                view.wish().expireAt(),
                view.wish().removeAt().orElse(null),
                amount(entitlement.trafficBytes()),
                entitlement.reset().code(),
                amount(entitlement.devices()),
                entitlement.serverGroups(),
                ResourcesJson.of(entitlement.resources()),
                view.wish().generation(),
                progress.appliedGeneration(),
                progress.attempts(),
                progress.nextAttemptAt().orElse(null),
                progress.lastError().orElse(null),
                progress.usedTrafficBytes().orElse(null),
                progress.updatedAt());
    }

    private static @Nullable Long amount(Limit limit) {
        return switch (limit) {
            case Limit.Unlimited() -> null;
            case Limit.Of(var amount) -> amount;
        };
    }
}
