package io.cybervpn.application.audit;

import io.cybervpn.application.audit.port.AuditLog;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.Origin;
import io.cybervpn.application.shared.Origins;
import io.cybervpn.domain.audit.model.AuditRecord;
import io.cybervpn.domain.audit.model.AuditRecord.AuditActor;
import io.cybervpn.domain.audit.model.AuditRecord.AuditObject;
import io.cybervpn.domain.audit.model.ChainLink;
import io.cybervpn.domain.audit.model.ChainedRecord;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The trail in memory, chained as it is written; a unit of work that fails leaves nothing. */
public final class InMemoryAudit implements AuditTrail, AuditLog, Origins {
    private final InMemoryUnitOfWork unitOfWork;
    private final InMemoryTable<Long, ChainedRecord> rows;
    private Origin origin = Origin.NONE;

    public InMemoryAudit(InMemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
        this.rows = unitOfWork.table();
    }

    @Override
    public Uni<Void> append(Entry entry) {
        return Uni.createFrom().voidItem().invoke(() -> appendNow(entry));
    }

    @Override
    public Uni<List<ChainedRecord>> after(long position, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.where(row -> row.link().position() > position).stream()
                                        .limit(limit)
                                        .toList());
    }

    @Override
    public void begin(Origin from) {
        this.origin = from;
    }

    @Override
    public Origin current() {
        return origin;
    }

    /** Every action that was recorded, in order. */
    public List<String> actions() {
        return records().stream().map(AuditRecord::action).toList();
    }

    public List<AuditRecord> records() {
        return rows.all().stream().map(ChainedRecord::row).toList();
    }

    private void appendNow(Entry entry) {
        if (!unitOfWork.isOpen()) {
            throw new IllegalStateException("audit outside a unit of work");
        }
        ChainLink before =
                rows.all().stream()
                        .map(ChainedRecord::link)
                        .reduce(ChainLink.START, (_, later) -> later);
        AuditRecord row = record(entry);
        ChainLink link = before.next(row.contentHash());
        rows.put(link.position(), new ChainedRecord(row, row.contentHash(), link));
    }

    private AuditRecord record(Entry entry) {
        return new AuditRecord(
                new UUID(0x7000L, rows.all().size()),
                Instant.parse("2026-01-01T00:00:00Z"),
                new AuditActor(kind(entry.actor()), entry.actor().account().map(AccountId::value)),
                entry.action(),
                new AuditObject(entry.objectType(), entry.objectId()),
                entry.changes(),
                entry.reason().or(origin::reason),
                origin.address(),
                origin.requestId());
    }

    private static String kind(Actor actor) {
        return actor.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
