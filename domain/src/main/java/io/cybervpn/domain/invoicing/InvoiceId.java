package io.cybervpn.domain.invoicing;

import java.util.UUID;

/** Identity of an invoice; also the subject of payments for one that staff made. */
public record InvoiceId(UUID value) {}
