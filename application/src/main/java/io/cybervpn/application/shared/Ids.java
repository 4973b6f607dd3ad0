package io.cybervpn.application.shared;

import java.util.UUID;

/** Source of identities. */
public interface Ids {
    /** A new UUIDv7: unique, and later ones sort after earlier ones of this process. */
    UUID next();
}
