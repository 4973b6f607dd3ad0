package io.cybervpn.domain.identity.repository;

import io.cybervpn.domain.identity.model.Invitation;
import io.cybervpn.domain.identity.model.TokenHash;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where invitations of staff are kept. Every method works in the open unit of work. */
public interface Invitations {
    /** Stores one in place of an earlier one of the same e-mail, or of the same want of one. */
    Uni<Void> put(Invitation invitation);

    /** Finds one, expired or not; empty when it was used or never given out. */
    Uni<Optional<Invitation>> find(TokenHash hash);

    /**
     * Uses one up.
     *
     * @return false when another was quicker
     */
    Uni<Boolean> take(TokenHash hash);
}
