package io.cybervpn.domain.approval;

import java.util.UUID;

/** Identity of a wish that needs a second pair of eyes. */
public record ApprovalId(UUID value) {}
