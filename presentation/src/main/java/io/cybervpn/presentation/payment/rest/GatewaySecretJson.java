package io.cybervpn.presentation.payment.rest;

import io.cybervpn.domain.payment.SecretGrace;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A secret, which is never given back.
 *
 * @param graceHours how long pushes are still believed by the secret that it replaces; 0 for one
 *     that is in wrong hands; 24 if nothing is said
 */
@Schema(name = "PaymentGatewaySecret")
public record GatewaySecretJson(
        @NotNull @Size(min = 1, max = 500) String value,
        @Min(0) @Max(SecretGrace.HOURS_MAX) @Schema(nullable = true) @Nullable Integer graceHours) {
    Duration grace() {
        return Optional.ofNullable(graceHours).map(Duration::ofHours).orElse(SecretGrace.USUAL);
    }

    /** Says nothing of it, wherever it is printed. */
    @Override
    public String toString() {
        return "a secret";
    }
}
