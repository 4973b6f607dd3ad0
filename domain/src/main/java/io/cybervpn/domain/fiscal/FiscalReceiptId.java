package io.cybervpn.domain.fiscal;

import java.util.UUID;

/** Names a fiscal receipt, before it has a name at the tax office. */
public record FiscalReceiptId(UUID value) {}
