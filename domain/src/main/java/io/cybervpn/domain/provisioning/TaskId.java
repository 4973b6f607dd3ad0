package io.cybervpn.domain.provisioning;

import java.util.UUID;

/** Identity of a task that staff are to do by hand. Later ones sort after earlier ones. */
public record TaskId(UUID value) {}
