package io.cybervpn.application.appstore.port;

/** The store's side gave no answer that can be used: nothing is known, ask again later. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what happened; no secret, nothing personal. */
    public StoreUnavailable(String message) {
        super(message);
    }
}
