package io.cybervpn.presentation.audit.rest;

import io.cybervpn.application.audit.VerifyAudit;
import io.cybervpn.presentation.shared.rest.Problem;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether the trail is what was written.
 *
 * @param rows how many there are; null if it is broken
 * @param hash of the last link; null if it is broken
 * @param brokenPosition of the first broken row, 0 for one that is in no chain; null if whole
 * @param brokenEntry that row, if it is there
 * @param flaw what is wrong with it: {@code row_missing}, {@code row_changed}, {@code
 *     link_changed}, {@code head_differs}, {@code head_forged}, {@code row_unchained}
 */
@Schema(name = "AuditProof")
public record AuditProofJson(
        boolean whole,
        @Schema(nullable = true) @Nullable Long rows,
        @Schema(nullable = true) @Nullable String hash,
        @Schema(nullable = true) @Nullable Long brokenPosition,
        @Schema(nullable = true) @Nullable UUID brokenEntry,
        @Schema(nullable = true) @Nullable String flaw) {
    static AuditProofJson of(VerifyAudit.Result result) {
        return switch (result) {
            case VerifyAudit.Result.Whole(var rows, var hash) ->
                    new AuditProofJson(true, rows, hash, null, null, null);
            case VerifyAudit.Result.Broken(var position, var row, var flaw) ->
                    new AuditProofJson(
                            false,
                            null,
                            null,
                            position,
                            row.orElse(null),
                            flaw.name().toLowerCase(Locale.ROOT));
            case VerifyAudit.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
