package io.cybervpn.domain.identity;

import java.util.UUID;

/** Identity of an API key; it is part of the key itself and no secret. */
public record ApiKeyId(UUID value) {}
