package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.imports.ListStrangers;
import io.cybervpn.application.provisioning.imports.StrangerView;
import io.cybervpn.domain.shared.Limit;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A user of a panel who is not the shop's, as the panel tells it.
 *
 * @param name by which he is taken over
 * @param trafficLimitBytes null: unlimited
 * @param serverGroups what they are called there
 * @param telegramId as somebody typed it
 * @param email as somebody typed it
 */
@Schema(name = "PanelStranger")
record StrangerJson(
        String name,
        boolean switchedOff,
        Instant expireAt,
        long usedTrafficBytes,
        @Schema(nullable = true) @Nullable Long trafficLimitBytes,
        List<String> serverGroups,
        @Schema(nullable = true) @Nullable Long telegramId,
        @Schema(nullable = true) @Nullable String email,
        @Schema(nullable = true) @Nullable Instant createdAt) {
    static StrangerJson of(StrangerView user) {
        return new StrangerJson(
                user.name(),
                user.switchedOff(),
                user.expireAt(),
                user.usedTrafficBytes(),
                bytes(user.traffic()),
                user.serverGroups(),
                user.telegram().orElse(null),
                user.email().orElse(null),
                user.createdAt().orElse(null));
    }

    private static @Nullable Long bytes(Limit limit) {
        return switch (limit) {
            case Limit.Unlimited() -> null;
            case Limit.Of(var amount) -> amount;
        };
    }

    /** Leaves out who he is. */
    @Override
    public String toString() {
        return "StrangerJson[until " + expireAt + "]";
    }

    /** A page; it may be short, or empty, and not the last. */
    @Schema(name = "PanelStrangers")
    record PageJson(
            List<StrangerJson> items, @Schema(nullable = true) @Nullable String nextCursor) {
        static PageJson of(ListStrangers.Result.Shown page) {
            return new PageJson(
                    page.strangers().stream().map(StrangerJson::of).toList(),
                    page.next().orElse(null));
        }
    }
}
