package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.ListDevices;
import io.cybervpn.domain.shared.Limit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The devices behind a subscription's link, the one that came last first.
 *
 * @param used how many there are
 * @param limit how many the plan and its add-ons allow; null for any number
 */
@Schema(name = "Devices")
public record DevicesJson(
        List<DeviceJson> items, int used, @Schema(nullable = true) @Nullable Long limit) {
    static DevicesJson of(ListDevices.Result.Listed listed) {
        return new DevicesJson(
                listed.devices().stream().map(DeviceJson::of).toList(),
                listed.devices().size(),
                amount(listed.limit()));
    }

    private static @Nullable Long amount(Limit limit) {
        return switch (limit) {
            case Limit.Unlimited() -> null;
            case Limit.Of(var amount) -> amount;
        };
    }
}
