package io.cybervpn.application.payment;

import io.cybervpn.domain.payment.model.Patience;
import java.time.Duration;

/** The shop's patience with payments and providers. */
final class Patiences {
    /**
     * The shortest is well over the gateway's own timeout, so that nobody looks for an invoice
     * whose making is still under way.
     */
    static final Patience OPEN_PAYMENTS =
            new Patience(Duration.ofMinutes(1), Duration.ofMinutes(10));

    /** Time after the expiry in which a provider's clock may differ from ours. */
    static final Duration EXPIRY_MARGIN = Duration.ofMinutes(2);

    private Patiences() {}
}
