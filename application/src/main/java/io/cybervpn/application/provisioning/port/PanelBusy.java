package io.cybervpn.application.provisioning.port;

import java.time.Duration;

/**
 * The panel took what it was asked for and is still at it, such as a server that is being
 * installed. It is to be asked again, by the same call, after a while. That is neither a failure of
 * the panel nor of the call.
 */
public final class PanelBusy extends RuntimeException {
    private final String task;
    private final Duration askAfter;

    /**
     * With what.
     *
     * @param task for staff, such as {@code installing}; holds no secret
     * @param askAfter longer than nothing
     */
    public PanelBusy(String task, Duration askAfter) {
        super("the panel is at work: " + task);
        if (!askAfter.isPositive()) {
            throw new IllegalArgumentException("to be asked again after " + askAfter);
        }
        this.task = task;
        this.askAfter = askAfter;
    }

    /** What it does. */
    public String task() {
        return task;
    }

    /** When it is to be asked again. */
    public Duration askAfter() {
        return askAfter;
    }
}
