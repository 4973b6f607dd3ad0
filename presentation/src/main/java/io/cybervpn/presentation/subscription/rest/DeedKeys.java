package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.presentation.shared.rest.Problem;
import org.jspecify.annotations.Nullable;

/** Keys of deeds that have a unique key of their own. */
final class DeedKeys {
    private static final int KEY_LENGTH_MAX = 200;

    private DeedKeys() {}

    /** The header as it came; 400 if it is missing or too long. */
    static String required(@Nullable String key) {
        if (key == null || key.isBlank() || key.length() > KEY_LENGTH_MAX) {
            throw Problem.of(
                            400,
                            "idempotency_key_missing",
                            "Send a header Idempotency-Key of 1 to 200 characters.")
                    .asException();
        }
        return key;
    }
}
