package io.cybervpn.application.provisioning.port;

/**
 * The panel did not answer, or answered that it is broken. What it did is unknown: the same call
 * may be made again later, since every call of ours says absolute values.
 */
public final class PanelUnavailable extends RuntimeException {
    private final boolean tried;

    /**
     * Why.
     *
     * @param message for staff; holds no secret
     */
    public PanelUnavailable(String message) {
        this(message, true);
    }

    private PanelUnavailable(String message, boolean tried) {
        super(message);
        this.tried = tried;
    }

    /**
     * The panel was not even asked: it was down lately, or has too much to do. That says nothing of
     * the call itself.
     */
    public static PanelUnavailable untried(String message) {
        return new PanelUnavailable(message, false);
    }

    /** Whether the panel was asked. */
    public boolean wasTried() {
        return tried;
    }

    /** Why, with the failure beneath it for the log. */
    public PanelUnavailable(String message, Throwable cause) {
        super(message, cause);
        this.tried = true;
    }
}
