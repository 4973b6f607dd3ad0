package io.cybervpn.domain.audit.model;

/**
 * A row with its place in the chain, as the store has them.
 *
 * @param contentHash what was stored with the row as its content's hash
 */
public record ChainedRecord(AuditRecord row, String contentHash, ChainLink link) {
    /** Whether the row is what was written, and follows that link. */
    public boolean follows(ChainLink before) {
        return row.contentHash().equals(contentHash) && before.next(contentHash).equals(link);
    }
}
