package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.UnmatchedViews;
import io.cybervpn.application.payment.port.UnmatchedViews.Filter;
import io.cybervpn.application.payment.port.UnmatchedViews.Position;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Shows staff the money that came and fits no payment, newest first. Needs {@link
 * Permission#PAYMENTS_READ}. Changes nothing.
 */
@Singleton
public final class ListUnmatched {
    private final UnmatchedViews views;

    @Inject
    ListUnmatched(UnmatchedViews views) {
        this.views = views;
    }

    /** Who asks for what; the limit is 1 to 200. */
    public record Query(Actor actor, Filter filter) {}

    /** The answer. */
    public sealed interface Result {
        /**
         * A piece of the list.
         *
         * @param next where to go on; empty at the end
         */
        record Listed(List<UnmatchedView> items, Optional<Position> next) implements Result {
            /** Copies the list. */
            public Listed {
                items = List.copyOf(items);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Shows it. */
    public Uni<Result> execute(Query query) {
        if (!query.actor().may(Permission.PAYMENTS_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        Filter wanted = query.filter();
        Filter more =
                new Filter(wanted.open(), wanted.provider(), wanted.before(), wanted.limit() + 1);
        return views.list(more).map(found -> listed(found, wanted.limit()));
    }

    /** One more than wanted was read, to know whether there is more. */
    private static Result listed(List<UnmatchedView> found, int limit) {
        if (found.size() <= limit) {
            return new Result.Listed(found, Optional.empty());
        }
        List<UnmatchedView> wanted = found.subList(0, limit);
        UnmatchedView last = wanted.getLast();
        return new Result.Listed(wanted, Optional.of(new Position(last.seenAt(), last.id())));
    }
}
