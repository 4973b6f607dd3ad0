package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.DeviceId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That a customer had a device removed, or asked for it.
 *
 * @param device empty for all of them
 * @param done whether the panel has confirmed it; until then it may have happened or not
 */
public record DeviceRemoval(
        UUID id, AccessId access, Optional<DeviceId> device, Instant askedAt, boolean done) {}
