package io.cybervpn.domain.provisioning.repository;

import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Panel;
import io.cybervpn.domain.provisioning.model.PanelSecret;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The panels. A handful; the configured one is always among them. */
public interface PanelRecords {
    /** All, in the order of their ids; read without a unit of work. */
    Uni<List<Panel>> all();

    /** All secrets, read without a unit of work. */
    Uni<List<PanelSecret>> secrets();

    /** How many accesses each panel should have; read without a unit of work. */
    Uni<Map<PanelId, Long>> users();

    /** Holds one until the open unit of work ends. */
    Uni<Optional<Panel>> lock(PanelId id);

    /**
     * Stores a new one. Only for an open unit of work.
     *
     * @return false if its name is taken; then nothing was stored
     */
    Uni<Boolean> add(Panel panel, Instant now);

    /**
     * Stores the next version. Only for an open unit of work.
     *
     * @return false if its name is taken, or the stored one is not the version before it
     */
    Uni<Boolean> put(Panel panel, Instant now);

    /** Stores a secret in the place of the one before. Only for an open unit of work. */
    Uni<Void> putSecret(PanelSecret secret, Instant now);

    /** Takes a secret away. Only for an open unit of work. */
    Uni<Void> removeSecret(PanelId panel, String field);
}
