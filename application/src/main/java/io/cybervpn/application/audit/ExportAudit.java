package io.cybervpn.application.audit;

import io.cybervpn.application.audit.port.AuditLog;
import io.cybervpn.application.audit.port.AuditLog.Cursor;
import io.cybervpn.application.audit.port.AuditLog.Filter;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.AuditTrail.Entry;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.audit.model.ChainedRecord;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Gives staff every wanted row of the trail, newest first, read page by page while the caller takes
 * them (R240). Needs {@link Permission#AUDIT_READ}; that it was done is on the trail itself.
 */
@Singleton
public final class ExportAudit {
    private static final int PAGE_SIZE = 500;

    private final AuditLog log;
    private final AuditTrail trail;
    private final UnitOfWork unitOfWork;

    @Inject
    ExportAudit(AuditLog log, AuditTrail trail, UnitOfWork unitOfWork) {
        this.log = log;
        this.trail = trail;
        this.unitOfWork = unitOfWork;
    }

    /** Who wants which. */
    public record Query(Actor actor, Filter filter) {}

    /** The answer. */
    public sealed interface Result {
        /** The rows; to be read once. */
        record Exported(Multi<AuditView> rows) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Begins. */
    public Uni<Result> execute(Query query) {
        if (!query.actor().may(Permission.AUDIT_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        Entry entry = Entry.of(query.actor(), "audit.export", "audit", "all");
        return unitOfWork
                .run(() -> trail.append(entry))
                .replaceWith(() -> new Result.Exported(rows(query.filter())));
    }

    private Multi<AuditView> rows(Filter filter) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<Optional<Cursor>>(Optional.empty()),
                        place -> page(filter, place))
                .whilst(page -> page.size() == PAGE_SIZE)
                .onItem()
                .transformToIterable(page -> page)
                .map(AuditView::of);
    }

    private Uni<List<ChainedRecord>> page(Filter filter, AtomicReference<Optional<Cursor>> place) {
        return log.page(filter, place.get(), PAGE_SIZE)
                .invoke(
                        page -> {
                            if (!page.isEmpty()) {
                                place.set(Optional.of(ListAudit.cursor(page.getLast())));
                            }
                        });
    }
}
