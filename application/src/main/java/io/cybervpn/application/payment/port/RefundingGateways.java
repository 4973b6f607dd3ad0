package io.cybervpn.application.payment.port;

import java.util.Optional;

/** The providers of the shop that can send money back. */
public interface RefundingGateways {
    /** An enabled one by its name. */
    Optional<RefundingGateway> find(String provider);
}
