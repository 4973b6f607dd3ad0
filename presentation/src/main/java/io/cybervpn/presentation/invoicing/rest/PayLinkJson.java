package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.PayLinkView;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A link by which anybody who has it pays an invoice; its token is not shown again.
 *
 * @param expiresAt from then on it opens nothing
 * @param revokedAt since when it opens nothing, if somebody wanted so
 */
@Schema(name = "InvoicePayLink")
record PayLinkJson(
        UUID id,
        Instant createdAt,
        Instant expiresAt,
        @Schema(nullable = true) @Nullable Instant revokedAt) {
    /** All of an invoice, newest first. */
    @Schema(name = "InvoicePayLinkList")
    record ListJson(List<PayLinkJson> items) {}

    /**
     * A link to make.
     *
     * @param days how long it is good
     */
    @Schema(name = "InvoicePayLinkRequest")
    record PayLinkRequestJson(@Min(1) @Max(90) int days) {}

    /**
     * A link that was made.
     *
     * @param token the only copy; whoever has it pays at {@code /api/v1/pay/{token}}
     */
    @Schema(name = "InvoicePayLinkMade")
    record MadeJson(PayLinkJson link, String token) {
        /** A token is in no log. */
        @Override
        public String toString() {
            return "MadeJson[" + link + "]";
        }
    }

    static PayLinkJson of(PayLinkView link) {
        return new PayLinkJson(
                link.id().value(),
                link.createdAt(),
                link.expiresAt(),
                link.revokedAt().orElse(null));
    }
}
