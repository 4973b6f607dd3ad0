package io.cybervpn.dev;

/** A step of the demo did not go as it should; the message says what was expected and what came. */
final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    DemoFailed(String message) {
        super(message);
    }

    /** Fails with this message unless the condition holds. */
    static void unless(boolean holds, String message) {
        if (!holds) {
            throw new DemoFailed(message);
        }
    }
}
