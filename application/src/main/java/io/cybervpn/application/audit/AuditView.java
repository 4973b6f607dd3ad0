package io.cybervpn.application.audit;

import io.cybervpn.domain.audit.model.AuditRecord;
import io.cybervpn.domain.audit.model.ChainedRecord;
import io.cybervpn.domain.shared.Changes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of the trail as staff see it.
 *
 * @param position in the chain, from 1
 * @param hash of its link, in hexadecimal
 */
public record AuditView(
        UUID id,
        Instant at,
        String actorKind,
        Optional<UUID> actorId,
        Optional<UUID> actorKey,
        String action,
        String objectType,
        String objectId,
        Changes changes,
        Optional<String> reason,
        Optional<String> address,
        Optional<String> requestId,
        long position,
        String contentHash,
        String hash) {
    static AuditView of(ChainedRecord chained) {
        AuditRecord row = chained.row();
        return new AuditView(
                row.id(),
                row.at(),
                row.actor().kind(),
                row.actor().id(),
                row.actor().key(),
                row.action(),
                row.object().type(),
                row.object().id(),
                row.changes(),
                row.reason(),
                row.address(),
                row.requestId(),
                chained.link().position(),
                chained.contentHash(),
                chained.link().hash());
    }
}
