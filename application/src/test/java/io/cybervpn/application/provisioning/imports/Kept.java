package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.subscription.BulkJob;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A row of an import as memory keeps it. */
record Kept(UUID job, ImportJob.Row row, Map<String, String> data, int tries, Instant notBefore) {
    BulkJob.Place place() {
        return new BulkJob.Place(job, row.position());
    }

    Kept with(ImportJob.Row other) {
        return new Kept(job, other, data, tries, notBefore);
    }

    Kept due(int tried, Instant next) {
        return new Kept(job, row, data, tried, next);
    }

    Kept ended(BulkJob.RowState state, String detail, Optional<Instant> at) {
        return with(new ImportJob.Row(row.position(), row.name(), state, detail, row.made(), at));
    }
}
