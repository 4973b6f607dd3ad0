package io.cybervpn.application.fiscal.port;

/** The tax office refuses a receipt: none was made, and a repetition would be refused too. */
public final class FiscalRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says why; no secret, nothing personal. */
    public FiscalRefused(String message) {
        super(message);
    }
}
