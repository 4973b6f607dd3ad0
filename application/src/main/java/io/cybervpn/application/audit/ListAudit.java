package io.cybervpn.application.audit;

import io.cybervpn.application.audit.port.AuditLog;
import io.cybervpn.application.audit.port.AuditLog.Cursor;
import io.cybervpn.application.audit.port.AuditLog.Filter;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.audit.model.ChainedRecord;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Shows staff the trail as a feed, newest first (R240). Needs {@link Permission#AUDIT_READ}. */
@Singleton
public final class ListAudit {
    private final AuditLog log;

    @Inject
    ListAudit(AuditLog log) {
        this.log = log;
    }

    /**
     * Who asks for which, from where on.
     *
     * @param limit 1 to 200
     */
    public record Query(Actor actor, Filter filter, Optional<Cursor> before, int limit) {}

    /** The answer. */
    public sealed interface Result {
        /**
         * A piece of the feed.
         *
         * @param next where to go on; empty at the end
         */
        record Listed(List<AuditView> rows, Optional<Cursor> next) implements Result {
            /** Copies the list. */
            public Listed {
                rows = List.copyOf(rows);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Query query) {
        if (!query.actor().may(Permission.AUDIT_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        return log.page(query.filter(), query.before(), query.limit() + 1)
                .map(found -> listed(found, query.limit()));
    }

    /** One more than wanted was read, to know whether there is more. */
    private static Result listed(List<ChainedRecord> found, int limit) {
        List<ChainedRecord> wanted = found.size() <= limit ? found : found.subList(0, limit);
        List<AuditView> views = wanted.stream().map(AuditView::of).toList();
        return new Result.Listed(
                views,
                found.size() <= limit ? Optional.empty() : Optional.of(cursor(wanted.getLast())));
    }

    static Cursor cursor(ChainedRecord last) {
        return new Cursor(last.row().at(), last.row().id());
    }
}
