package io.cybervpn.application.audit.port;

import io.cybervpn.domain.audit.model.ChainLink;
import io.cybervpn.domain.audit.model.SignedHead;
import java.time.Instant;
import java.util.Optional;

/** Signs heads with a key that the database does not know. */
public interface HeadSigner {
    /** The signed head; empty when the shop has no key for it. */
    Optional<SignedHead> sign(ChainLink link, Instant now);

    /** Whether we signed this, with a key that we still know. */
    boolean genuine(SignedHead head);
}
