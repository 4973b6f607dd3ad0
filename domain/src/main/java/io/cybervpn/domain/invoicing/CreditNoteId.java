package io.cybervpn.domain.invoicing;

import java.util.UUID;

/** Identity of a credit note. */
public record CreditNoteId(UUID value) {}
