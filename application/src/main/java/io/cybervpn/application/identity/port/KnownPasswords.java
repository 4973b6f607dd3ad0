package io.cybervpn.application.identity.port;

import io.cybervpn.domain.identity.model.Password;

/** Passwords that everybody who guesses tries first. Pure, no I/O. */
public interface KnownPasswords {
    /** Whether it is one of them, in any case of its letters. */
    boolean has(Password password);
}
