package io.cybervpn.application.identity;

import io.cybervpn.domain.identity.ExportId;
import io.cybervpn.domain.identity.model.AccountExport;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a copy is.
 *
 * @param file empty as long as it is put together
 */
public record ExportView(ExportId id, Instant askedAt, Optional<FileView> file) {
    /** The file, until when it is there and how big it is. */
    public record FileView(Instant expiresAt, long sizeBytes) {}

    static ExportView of(AccountExport export) {
        return switch (export) {
            case AccountExport.Pending pending ->
                    new ExportView(pending.id(), pending.askedAt(), Optional.empty());
            case AccountExport.Ready ready ->
                    new ExportView(
                            ready.id(),
                            ready.askedAt(),
                            Optional.of(new FileView(ready.expiresAt(), ready.sizeBytes())));
        };
    }
}
