package io.cybervpn.sandbox.panel;

/** The panel will not do it; over HTTP this becomes its error envelope. */
public final class PanelRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final PanelError error;

    PanelRefusal(PanelError error) {
        super(error + " " + error.message(), null, false, false);
        this.error = error;
    }

    /** Why. */
    public PanelError error() {
        return error;
    }
}
