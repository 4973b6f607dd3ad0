package io.cybervpn.application.audit.port;

import io.cybervpn.domain.audit.model.ChainedRecord;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The audit trail to be read. Only what is committed is there. */
public interface AuditLog {
    /**
     * Rows in the order of the chain.
     *
     * @param position the first row is the one after it; 0 for the start
     * @param limit 1 or more
     */
    Uni<List<ChainedRecord>> after(long position, int limit);
}
