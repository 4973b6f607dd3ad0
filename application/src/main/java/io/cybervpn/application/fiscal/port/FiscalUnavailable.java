package io.cybervpn.application.fiscal.port;

/** The tax office gave no answer that can be used: the outcome is unknown, ask again later. */
public final class FiscalUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what happened; no secret, nothing personal. */
    public FiscalUnavailable(String message) {
        super(message);
    }
}
