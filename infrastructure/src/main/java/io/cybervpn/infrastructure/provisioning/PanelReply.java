package io.cybervpn.infrastructure.provisioning;

/** A panel answered, and not with success. Its message holds no secret. */
public abstract class PanelReply extends RuntimeException {
    /** Says what it answered. */
    protected PanelReply(String message) {
        super(message);
    }

    /** Worth another try: the panel is broken, busy, or does not accept our credentials. */
    public abstract boolean isOutage();

    /** Whether another try may come to something else, whatever it says of the panel. */
    public boolean mayHeal() {
        return isOutage();
    }

    /** What it answered, for staff. */
    public String told() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
