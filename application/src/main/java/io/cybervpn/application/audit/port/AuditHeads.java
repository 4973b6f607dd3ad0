package io.cybervpn.application.audit.port;

import io.cybervpn.domain.audit.model.SignedHead;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Signed heads of the chain. */
public interface AuditHeads {
    /** Keeps a head, in the open unit of work; one that is there at its position stays. */
    Uni<Void> add(SignedHead head);

    /** The one of the highest position. */
    Uni<Optional<SignedHead>> newest();

    /** By rising position, after this one. */
    Uni<List<SignedHead>> after(long position, int limit);
}
