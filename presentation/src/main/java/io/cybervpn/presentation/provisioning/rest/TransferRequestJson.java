package io.cybervpn.presentation.provisioning.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a subscription goes.
 *
 * @param panelId null: wherever it would be placed if its panel were not there
 */
@Schema(name = "SubscriptionTransfer")
public record TransferRequestJson(@Schema(nullable = true) @Nullable UUID panelId) {}
