package io.cybervpn.application.provisioning.port;

/**
 * The panel did not answer, or answered that it is broken. What it did is unknown: the same call
 * may be made again later, since every call of ours says absolute values.
 */
public final class PanelUnavailable extends RuntimeException {
    /**
     * Why.
     *
     * @param message for staff; holds no secret
     */
    public PanelUnavailable(String message) {
        super(message);
    }

    /** Why, with the failure beneath it for the log. */
    public PanelUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
