package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.UsageView;
import io.cybervpn.application.provisioning.port.PanelUsage;
import io.cybervpn.domain.provisioning.repository.TrafficMeters;
import io.cybervpn.domain.shared.Limit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription has used.
 *
 * @param usedBytes in the traffic period that runs
 * @param limitBytes of that; null for unlimited
 * @param periodSince since when about; null until something was counted
 * @param totalBytes of the items
 */
@Schema(name = "Usage")
public record UsageJson(
        long usedBytes,
        @Schema(nullable = true) @Nullable Long limitBytes,
        @Schema(nullable = true) @Nullable Instant periodSince,
        long totalBytes,
        List<ItemJson> items) {
    /**
     * One day of UTC, or one node.
     *
     * @param day null when it is about a node
     * @param node the panel's id of it; null when it is about a day
     * @param country of the node, two letters
     */
    @Schema(name = "UsageItem")
    public record ItemJson(
            @Schema(nullable = true) @Nullable LocalDate day,
            @Schema(nullable = true) @Nullable String node,
            @Schema(nullable = true) @Nullable String name,
            @Schema(nullable = true) @Nullable String country,
            long bytes) {}

    static UsageJson of(UsageView view) {
        List<ItemJson> items = items(view.parts());
        return new UsageJson(
                view.usedBytes(),
                amount(view.limit()),
                view.periodSince().orElse(null),
                items.stream().mapToLong(ItemJson::bytes).sum(),
                items);
    }

    private static List<ItemJson> items(UsageView.Parts parts) {
        return switch (parts) {
            case UsageView.Parts.Days(var days) -> days.stream().map(UsageJson::item).toList();
            case UsageView.Parts.Nodes(var nodes) -> nodes.stream().map(UsageJson::item).toList();
        };
    }

    private static ItemJson item(TrafficMeters.Day day) {
        return new ItemJson(day.day(), null, null, null, day.bytes());
    }

    private static ItemJson item(PanelUsage.NodeUsage node) {
        return new ItemJson(null, node.node(), node.name(), node.country(), node.bytes());
    }

    private static @Nullable Long amount(Limit limit) {
        return switch (limit) {
            case Limit.Unlimited() -> null;
            case Limit.Of(var amount) -> amount;
        };
    }
}
