package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;

/** Whether the store that all may go on without answers (R301). */
public interface StorePulse {
    /** Answers within seconds; never fails. */
    Uni<Boolean> beats();
}
