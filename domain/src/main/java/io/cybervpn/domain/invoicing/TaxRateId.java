package io.cybervpn.domain.invoicing;

import java.util.UUID;

/** Identity of a tax rate. */
public record TaxRateId(UUID value) {}
