package io.cybervpn.domain.invoicing;

import java.util.UUID;

/** Identity of a link to pay an invoice; it opens nothing. */
public record PayLinkId(UUID value) {}
