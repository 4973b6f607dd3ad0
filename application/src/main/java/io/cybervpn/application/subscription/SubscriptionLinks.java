package io.cybervpn.application.subscription;

import io.cybervpn.domain.subscription.SubscriptionId;
import java.net.URI;

/** Reads the links that VPN clients poll, which are kept sealed. */
public interface SubscriptionLinks {
    /** The link of a subscription. Fails when it was sealed under a key that is no more. */
    URI open(SubscriptionId subscription, String sealed);
}
