package io.cybervpn.application.identity;

import io.cybervpn.application.identity.port.SecurityEvents;
import io.cybervpn.application.identity.port.SecurityEvents.Cursor;
import io.cybervpn.application.identity.port.SecurityEvents.Event;
import io.cybervpn.application.identity.port.SecurityEvents.Filter;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SecurityEventType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shows security events as a feed, newest first: all of them to staff with {@link
 * Permission#AUDIT_READ}, and to everybody what happened at his own account.
 */
@Singleton
public final class ListSecurityEvents {
    /** What an owner is shown; calls that he had no right for are not his concern. */
    private static final Set<SecurityEventType> OWN =
            Set.of(
                    SecurityEventType.LOGGED_IN,
                    SecurityEventType.LOGIN_FAILED,
                    SecurityEventType.SECOND_FACTOR_FAILED,
                    SecurityEventType.LOGGED_OUT,
                    SecurityEventType.REFRESH_TOKEN_REUSED,
                    SecurityEventType.CODE_EXHAUSTED);

    private final SecurityEvents events;

    @Inject
    ListSecurityEvents(SecurityEvents events) {
        this.events = events;
    }

    /** Which piece of which feed. */
    public sealed interface Query {
        /**
         * Of all.
         *
         * @param limit 1 to 200
         */
        record All(Actor actor, Filter filter, Optional<Cursor> before, int limit)
                implements Query {}

        /**
         * Of one's own account.
         *
         * @param limit 1 to 200
         */
        record Own(AccountId owner, Optional<Cursor> before, int limit) implements Query {}
    }

    /** The answer. */
    public sealed interface Result {
        /**
         * A piece of the feed.
         *
         * @param next where to go on; empty at the end
         */
        record Listed(List<Event> events, Optional<Cursor> next) implements Result {
            /** Copies the list. */
            public Listed {
                events = List.copyOf(events);
            }
        }

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Query query) {
        return switch (query) {
            case Query.All(var actor, var filter, var before, int limit) ->
                    actor.may(Permission.AUDIT_READ)
                            ? page(filter, before, limit)
                            : Uni.createFrom().item(new Result.Forbidden());
            case Query.Own(var owner, var before, int limit) -> page(own(owner), before, limit);
        };
    }

    private static Filter own(AccountId owner) {
        return new Filter(
                OWN, Optional.of(owner), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** One more than wanted is read, to know whether there is more. */
    private Uni<Result> page(Filter filter, Optional<Cursor> before, int limit) {
        return events.page(filter, before, limit + 1).map(found -> listed(found, limit));
    }

    private static Result listed(List<Event> found, int limit) {
        if (found.size() <= limit) {
            return new Result.Listed(found, Optional.empty());
        }
        List<Event> wanted = found.subList(0, limit);
        Event last = wanted.getLast();
        return new Result.Listed(wanted, Optional.of(new Cursor(last.at(), last.id())));
    }
}
