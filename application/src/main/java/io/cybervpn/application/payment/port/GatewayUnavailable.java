package io.cybervpn.application.payment.port;

import java.io.Serial;

/** The provider gave no usable answer: what it did is unknown. Ask again later. */
public final class GatewayUnavailable extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    /** For staff: what went wrong, without secrets. */
    public GatewayUnavailable(String message) {
        super(message);
    }

    /** With what was caught. */
    public GatewayUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
