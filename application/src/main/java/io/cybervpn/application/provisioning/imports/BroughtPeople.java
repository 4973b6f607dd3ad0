package io.cybervpn.application.provisioning.imports;

import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Who came over from other shops. All works in the open unit of work. */
public interface BroughtPeople {
    /**
     * Stores one. Of many at once for one row of a shop exactly one is stored; the others wait for
     * it to commit.
     *
     * @return false when he came over before; then nothing was stored
     */
    Uni<Boolean> add(Brought brought);

    /** Who came over as this row of a shop. */
    Uni<Optional<Brought>> find(String shop, String row);

    /** Makes all that an account brought another's. Repeatable. */
    Uni<Void> reown(AccountId from, AccountId into);
}
