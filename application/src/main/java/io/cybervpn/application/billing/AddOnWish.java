package io.cybervpn.application.billing;

import io.cybervpn.domain.catalogue.AddOnId;
import java.util.UUID;

/** An add-on for the buyer's own subscription. */
public record AddOnWish(UUID subscription, AddOnId addOn) {}
