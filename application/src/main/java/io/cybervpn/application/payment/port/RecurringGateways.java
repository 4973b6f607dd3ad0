package io.cybervpn.application.payment.port;

import java.util.Optional;

/** The providers that charge by themselves. */
public interface RecurringGateways {
    /** One that is configured; empty for any other. */
    Optional<RecurringGateway> find(String provider);
}
