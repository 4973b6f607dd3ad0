package io.cybervpn.domain.subscription;

import java.util.UUID;

/** Identity of a subscription; its access in the panel has the same UUID. */
public record SubscriptionId(UUID value) {}
