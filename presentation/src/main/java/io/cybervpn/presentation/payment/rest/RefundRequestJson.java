package io.cybervpn.presentation.payment.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A wish to give money back.
 *
 * @param amount decimal string in the payment's currency; null: all that is left
 * @param to {@code provider}, the way it came, or {@code wallet}
 */
@Schema(name = "RefundRequest")
public record RefundRequestJson(
        @Schema(nullable = true, examples = "100.00") @Nullable String amount,
        @NotNull @Pattern(regexp = "provider|wallet") @Schema(enumeration = {"provider", "wallet"})
                String to) {}
