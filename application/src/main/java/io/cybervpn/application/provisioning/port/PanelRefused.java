package io.cybervpn.application.provisioning.port;

/**
 * The panel said no for a reason that waiting does not heal, such as a server group that it does
 * not have: staff must act.
 */
public final class PanelRefused extends RuntimeException {
    /**
     * Why.
     *
     * @param message for staff, saying what to put right; holds no secret
     */
    public PanelRefused(String message) {
        super(message);
    }
}
