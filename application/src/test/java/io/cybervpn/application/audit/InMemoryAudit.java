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
import io.cybervpn.domain.identity.ApiKeyId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The trail in memory, chained as it is written; a unit of work that fails leaves nothing. */
public final class InMemoryAudit implements AuditTrail, AuditLog, Origins {
    private static final Comparator<ChainedRecord> NEWEST_FIRST =
            Comparator.comparing((ChainedRecord row) -> row.row().at())
                    .thenComparing(row -> row.row().id())
                    .reversed();

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
    public Uni<List<ChainedRecord>> page(Filter filter, Optional<Cursor> before, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.where(row -> wanted(row.row(), filter)).stream()
                                        .filter(
                                                row ->
                                                        before.filter(seen -> !older(row, seen))
                                                                .isEmpty())
                                        .sorted(NEWEST_FIRST)
                                        .limit(limit)
                                        .toList());
    }

    @Override
    public Uni<Optional<UUID>> unchained() {
        return Uni.createFrom().item(Optional.empty());
    }

    /** As somebody would who owns the database. */
    void tamper(long position, UnaryOperator<ChainedRecord> change) {
        rows.put(position, change.apply(rows.get(position).orElseThrow()));
    }

    void remove(long position) {
        rows.remove(position);
    }

    private static boolean wanted(AuditRecord row, Filter filter) {
        return filter.actor().filter(id -> !row.actor().id().equals(Optional.of(id))).isEmpty()
                && filter.action().filter(action -> !matches(row.action(), action)).isEmpty()
                && filter.objectType().filter(type -> !row.object().type().equals(type)).isEmpty()
                && filter.objectId().filter(id -> !row.object().id().equals(id)).isEmpty()
                && filter.from().filter(row.at()::isBefore).isEmpty()
                && filter.to().filter(to -> !row.at().isBefore(to)).isEmpty();
    }

    private static boolean matches(String action, String wanted) {
        return wanted.endsWith(".") ? action.startsWith(wanted) : action.equals(wanted);
    }

    private static boolean older(ChainedRecord row, Cursor seen) {
        int byTime = row.row().at().compareTo(seen.at());
        return byTime < 0 || byTime == 0 && row.row().id().compareTo(seen.id()) < 0;
    }

    private ChainLink lastLink() {
        return rows.all().stream()
                .map(ChainedRecord::link)
                .reduce(ChainLink.START, (_, later) -> later);
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
        ChainLink before = lastLink();
        AuditRecord row = record(entry);
        ChainLink link = before.next(row.contentHash());
        rows.put(link.position(), new ChainedRecord(row, row.contentHash(), link));
    }

    private AuditRecord record(Entry entry) {
        return new AuditRecord(
                new UUID(0x7000L, rows.all().size()),
                Instant.parse("2026-01-01T00:00:00Z"),
                new AuditActor(
                        kind(entry.actor()),
                        entry.actor().account().map(AccountId::value),
                        entry.actor().apiKey().map(ApiKeyId::value)),
                entry.action(),
                new AuditObject(entry.objectType(), entry.objectId()),
                entry.changes(),
                entry.reason().or(origin::reason),
                origin.address(),
                origin.requestId());
    }

    private static String kind(Actor actor) {
        return actor instanceof Actor.Key
                ? "api_key"
                : actor.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
