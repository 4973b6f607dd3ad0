package io.cybervpn.domain.proof;

import java.util.UUID;

/** Identity of a proof; later ones sort after earlier ones. */
public record ProofId(UUID value) {}
