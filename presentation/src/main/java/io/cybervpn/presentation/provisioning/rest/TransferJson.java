package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.domain.provisioning.PanelId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a subscription is wanted now.
 *
 * @param moved false if it was wanted there already
 */
@Schema(name = "SubscriptionTransferred")
public record TransferJson(UUID panelId, boolean moved) {
    static TransferJson of(PanelId panel, boolean moved) {
        return new TransferJson(panel.value(), moved);
    }
}
