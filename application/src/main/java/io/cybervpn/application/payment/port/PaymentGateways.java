package io.cybervpn.application.payment.port;

import java.util.List;
import java.util.Optional;

/** The providers of the shop. */
public interface PaymentGateways {
    /** An enabled gateway by its name. */
    Optional<PaymentGateway> find(String provider);

    /** All that are enabled, in any order. */
    List<PaymentGateway> allEnabled();

    /** Who reads the pushes of a source, enabled or not. */
    Optional<PaymentNotices> noticesOf(String source);

    /** The source of a provider's pushes, enabled or not; empty if it sends none. */
    Optional<String> sourceOf(String provider);
}
