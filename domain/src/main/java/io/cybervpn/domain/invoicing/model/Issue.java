package io.cybervpn.domain.invoicing.model;

import io.cybervpn.domain.invoicing.DocumentNumber;
import io.cybervpn.domain.invoicing.Party;
import java.time.Instant;

/**
 * What finalising gives an invoice, for ever.
 *
 * @param seller as we were then
 * @param dueAt when it is to be paid
 */
public record Issue(DocumentNumber number, Party seller, Instant issuedAt, Instant dueAt) {}
