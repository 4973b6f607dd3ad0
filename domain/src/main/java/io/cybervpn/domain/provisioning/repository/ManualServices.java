package io.cybervpn.domain.provisioning.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.ManualService;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What staff said that there is on panels that are kept by hand. Every method works in the open
 * unit of work. Who locks an access too locks that first.
 */
public interface ManualServices {
    /**
     * Stores one, if there is none of its access on its panel, and holds the one that there is
     * until the unit of work ends. Of many at once one is stored.
     */
    Uni<ManualService> hold(ManualService absent);

    /** Holds the one of an access on a panel until the unit of work ends. */
    Uni<Optional<ManualService>> lock(PanelId panel, AccessId access);

    /** Stores a held one. */
    Uni<Void> save(ManualService service);

    /** Forgets a held one. */
    Uni<Void> remove(ManualService service);

    /** Those of an access, wherever: it has been moved when there are two. */
    Uni<List<ManualService>> of(AccessId access);

    /**
     * Those of a panel for whose access something was agreed and that are not leaving, in the order
     * of their accesses.
     *
     * @param after only accesses beyond this one
     */
    Uni<List<ManualService>> page(PanelId panel, Optional<AccessId> after, int limit);

    /**
     * Accesses whose service is stopped since before a moment and has no open task, in their order.
     *
     * @param after only accesses beyond this one
     */
    Uni<List<AccessId>> stoppedBefore(Instant moment, Optional<AccessId> after, int limit);

    /** Takes back what staff said cannot be done for an access, so that they are asked again. */
    Uni<Void> forgive(AccessId access);

    /** Forgets what was handed over to an account, and what staff wrote of it. Repeatable. */
    Uni<Void> forgetOf(AccountId account);
}
