package io.cybervpn.application.identity.users;

import io.cybervpn.application.identity.port.CustomerStandings;
import io.cybervpn.application.identity.port.CustomerTimeline;
import io.cybervpn.application.identity.port.CustomerTimeline.Cursor;
import io.cybervpn.application.identity.port.CustomerTimeline.Moment;
import io.cybervpn.application.identity.port.CustomerTimeline.Part;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shows staff what happened to a customer (R55). Needs {@link Permission#USERS_READ}; orders and
 * payments are in it for those with {@link Permission#PAYMENTS_READ}.
 */
@Singleton
public final class ShowHistory {
    private final CustomerStandings customers;
    private final CustomerTimeline timeline;

    @Inject
    ShowHistory(CustomerStandings customers, CustomerTimeline timeline) {
        this.customers = customers;
        this.timeline = timeline;
    }

    /**
     * Who asks about whom, from where on.
     *
     * @param limit 1 to 200
     */
    public record Query(Actor actor, AccountId user, Optional<Cursor> before, int limit) {}

    /** The answer. */
    public sealed interface Result {
        /**
         * A piece of the history, newest first.
         *
         * @param next where to go on; empty at the end
         */
        record Shown(List<Moment> moments, Optional<Cursor> next) implements Result {
            /** Copies the list. */
            public Shown {
                moments = List.copyOf(moments);
            }
        }

        /** Not to be seen. */
        record Refused(UserRefusal why) implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Query query) {
        if (!query.actor().may(Permission.USERS_READ)) {
            return Uni.createFrom().item(new Result.Refused(UserRefusal.FORBIDDEN));
        }
        return customers
                .of(query.user())
                .chain(
                        standing ->
                                standing.isPresent()
                                        ? show(query)
                                        : Uni.createFrom()
                                                .item(
                                                        new Result.Refused(
                                                                UserRefusal.NO_SUCH_USER)));
    }

    /** One more than wanted is read, to know whether there is more. */
    private Uni<Result> show(Query query) {
        return timeline.page(
                        query.user(), partsFor(query.actor()), query.before(), query.limit() + 1)
                .map(found -> shown(found, query.limit()));
    }

    private static Set<Part> partsFor(Actor actor) {
        EnumSet<Part> parts = EnumSet.allOf(Part.class);
        if (!actor.may(Permission.PAYMENTS_READ)) {
            parts.remove(Part.SALES);
        }
        return parts;
    }

    private static Result shown(List<Moment> found, int limit) {
        if (found.size() <= limit) {
            return new Result.Shown(found, Optional.empty());
        }
        List<Moment> wanted = found.subList(0, limit);
        return new Result.Shown(wanted, Optional.of(Cursor.of(wanted.getLast())));
    }
}
