package io.cybervpn.domain.provisioning.repository;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.DeviceId;
import io.cybervpn.domain.provisioning.model.DeviceName;
import io.cybervpn.domain.provisioning.model.DeviceRemoval;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What we know of devices beside what the panel knows: the customer's names for them, and that he
 * had some removed. Every method works in the open unit of work.
 */
public interface DeviceNotes {
    /** The names of an access's devices. */
    Uni<Map<DeviceId, DeviceName>> names(AccessId access);

    /** Names a device, or names it otherwise. */
    Uni<Void> name(AccessId access, DeviceId device, DeviceName name, Instant now);

    /** The removals of an access that were asked after a moment, oldest first. */
    Uni<List<DeviceRemoval>> removals(AccessId access, Instant after);

    /** Notes that a removal is asked for. */
    Uni<Void> add(DeviceRemoval removal);

    /** Notes that the panel has confirmed it; its devices' names are forgotten. Repeatable. */
    Uni<Void> confirm(DeviceRemoval removal);

    /**
     * Forgets removals that were asked before a moment.
     *
     * @return how many
     */
    Uni<Integer> forgetRemovals(Instant before);

    /** Forgets everything about the devices of an account. Repeatable. */
    Uni<Void> forgetOf(AccountId account);
}
