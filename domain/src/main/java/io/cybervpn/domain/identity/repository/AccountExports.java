package io.cybervpn.domain.identity.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.ExportId;
import io.cybervpn.domain.identity.model.AccountExport;
import io.cybervpn.domain.identity.model.ExportPiece;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Where copies are kept, sealed, piece by piece. Every method works in the open unit of work. */
public interface AccountExports {
    /** Stores a new one. */
    Uni<Void> add(AccountExport.Pending export);

    /** The one that is being put together for an account, if there is one. */
    Uni<Optional<AccountExport.Pending>> pendingOf(AccountId account);

    /** Finds one; empty when there is none, or no longer. */
    Uni<Optional<AccountExport>> find(ExportId id);

    /** Finds one and keeps others from putting it together until the unit of work ends. */
    Uni<Optional<AccountExport>> lock(ExportId id);

    /** Stores a piece of a locked one. */
    Uni<Void> addPiece(ExportId id, ExportPiece piece);

    /** A piece by its number; empty after the last one. */
    Uni<Optional<ExportPiece>> piece(ExportId id, int number);

    /** Stores that a locked one is whole. */
    Uni<Void> finish(AccountExport.Ready export);

    /** Throws away what expired before a time, and what was asked for long before it. */
    Uni<Integer> forget(Instant now, int limit);
}
