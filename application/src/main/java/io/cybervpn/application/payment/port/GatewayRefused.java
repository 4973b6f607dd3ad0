package io.cybervpn.application.payment.port;

import java.io.Serial;

/** The provider understood and will not do it; nothing happened there. Do not ask again. */
public final class GatewayRefused extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    /** The provider's word for it. */
    public GatewayRefused(String message) {
        super(message);
    }
}
