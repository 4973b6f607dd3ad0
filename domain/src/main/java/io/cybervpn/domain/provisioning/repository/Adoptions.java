package io.cybervpn.domain.provisioning.repository;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Adoption;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Which users of panels were taken over. Every method works in the open unit of work. */
public interface Adoptions {
    /**
     * Stores one. Of many at once for one user of a panel exactly one is stored; the others wait
     * for it to commit.
     *
     * @return false when he was taken over already; then nothing was stored
     */
    Uni<Boolean> add(Adoption adoption);

    /** Whose user of a panel it is; empty for one who was not taken over. */
    Uni<Optional<AccessId>> find(PanelId panel, String username);

    /** Where the user of an access was taken over. */
    Uni<Optional<PanelId>> panelOf(AccessId access);

    /** The accesses of users of this name, of any panel; at most a few. */
    Uni<List<AccessId>> named(String username);
}
