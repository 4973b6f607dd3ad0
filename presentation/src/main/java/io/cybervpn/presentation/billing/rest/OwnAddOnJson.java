package io.cybervpn.presentation.billing.rest;

import io.cybervpn.application.subscription.ListAddOns;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An add-on that a subscription has or had.
 *
 * @param kind {@code traffic} or {@code devices}
 * @param amount bytes of traffic, or devices
 * @param active whether it counts now
 */
@Schema(name = "OwnAddOn")
record OwnAddOnJson(
        UUID orderId,
        @Schema(examples = "traffic") String kind,
        long amount,
        Instant startedAt,
        Instant expireAt,
        boolean active) {
    static OwnAddOnJson of(ListAddOns.Entry one) {
        return new OwnAddOnJson(
                one.order().value(),
                one.boost().kind().code(),
                one.boost().amount(),
                one.from(),
                one.to(),
                !one.over());
    }

    /** All of one subscription, the latest first. */
    @Schema(name = "OwnAddOnList")
    record Listed(List<OwnAddOnJson> items) {}
}
