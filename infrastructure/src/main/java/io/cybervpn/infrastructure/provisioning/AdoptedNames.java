package io.cybervpn.infrastructure.provisioning;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of panel users that were taken over with the name they had. Never in a unit of work.
 */
public interface AdoptedNames {
    /** What a panel calls the user of an access; empty for a name made of its id. */
    Uni<Optional<String>> nameOf(PanelId panel, AccessId access);

    /** Those of these names that were taken over. */
    Uni<Map<String, Adopted>> adopted(PanelId panel, Set<String> names);

    /**
     * Whose a name is.
     *
     * @param wanted whether the access is there yet: it comes a moment after the adoption
     */
    record Adopted(AccessId access, boolean wanted) {}
}
