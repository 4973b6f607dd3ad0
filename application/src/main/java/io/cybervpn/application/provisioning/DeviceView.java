package io.cybervpn.application.provisioning;

import io.cybervpn.domain.provisioning.DeviceId;
import java.time.Instant;
import java.util.Optional;

/**
 * A device as people see it: without its hardware id and its address.
 *
 * @param name what the customer calls it
 * @param client name and version of its app
 */
public record DeviceView(
        DeviceId id,
        Optional<String> name,
        Optional<String> platform,
        Optional<String> osVersion,
        Optional<String> model,
        Optional<String> client,
        Instant firstSeenAt,
        Instant lastSeenAt) {}
