package io.cybervpn.application.payment.port;

import java.util.Optional;

/** The providers of the shop that can take money from who is not there. */
public interface ChargingGateways {
    /** An enabled one by its name. */
    Optional<ChargingGateway> find(String provider);
}
