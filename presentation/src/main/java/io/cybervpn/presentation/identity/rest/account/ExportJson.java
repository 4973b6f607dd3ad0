package io.cybervpn.presentation.identity.rest.account;

import io.cybervpn.application.identity.ExportView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a copy is.
 *
 * @param status {@code pending} or {@code ready}
 * @param expiresAt until when the file is there; null as long as it is pending
 */
@Schema(name = "AccountExport")
public record ExportJson(
        UUID id,
        @Schema(examples = "ready") String status,
        Instant askedAt,
        @Schema(nullable = true) @Nullable Instant expiresAt,
        @Schema(nullable = true) @Nullable Long sizeBytes) {
    static ExportJson of(ExportView export) {
        return new ExportJson(
                export.id().value(),
                export.file().isPresent() ? "ready" : "pending",
                export.askedAt(),
                export.file().map(ExportView.FileView::expiresAt).orElse(null),
                export.file().map(ExportView.FileView::sizeBytes).orElse(null));
    }
}
