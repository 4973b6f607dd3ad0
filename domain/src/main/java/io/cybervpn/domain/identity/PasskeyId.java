package io.cybervpn.domain.identity;

import java.util.UUID;

/** Identity of a passkey, by which its owner names it; not the one that authenticators know. */
public record PasskeyId(UUID value) {}
