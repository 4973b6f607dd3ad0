package io.cybervpn.presentation.renewal.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is wished of what a payment provider charges by itself.
 *
 * @param enabled false: it is charged no more; true: the payer may have it go on, at the provider
 */
@Schema(name = "RecurringPaymentRequest")
record RecurringPaymentRequestJson(@NotNull @Nullable Boolean enabled) {}
