package io.cybervpn.application.shared;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows staff what others pushed, and what came of it. Needs {@link Permission#SYSTEM_READ}. */
@Singleton
public final class SearchInbox {
    /**
     * How far back a text is looked for in bodies unless staff say since when: no index holds
     * bodies.
     */
    public static final Duration TEXT_RANGE = Duration.ofDays(30);

    private final InboxDesk desk;
    private final Clock clock;

    @Inject
    SearchInbox(InboxDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** What is wanted. */
    public sealed interface Query {
        /** Who asks. */
        Actor actor();

        /**
         * A piece of the list.
         *
         * @param limit 1 to 200
         */
        record Some(Actor actor, InboxDesk.Filter filter, int limit) implements Query {}

        /** One message, with its body. */
        record One(Actor actor, UUID id) implements Query {}
    }

    /** The answer. */
    public sealed interface Result {
        /** Newest first. */
        record Entries(List<InboxDesk.Entry> items) implements Result {}

        /** One message. */
        record Opened(InboxDesk.Opened message) implements Result {}

        /** There is no such message. */
        record NotFound() implements Result {}

        /** The actor may not see this. */
        record Forbidden() implements Result {}
    }

    /** Reads. */
    public Uni<Result> execute(Query query) {
        if (!query.actor().may(Permission.SYSTEM_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        return switch (query) {
            case Query.Some(_, var filter, var limit) ->
                    desk.find(bounded(filter), limit).map(Result.Entries::new);
            case Query.One(_, var id) ->
                    desk.open(id)
                            .map(
                                    found ->
                                            found.<Result>map(Result.Opened::new)
                                                    .orElseGet(Result.NotFound::new));
        };
    }

    private InboxDesk.Filter bounded(InboxDesk.Filter filter) {
        Optional<Instant> from =
                filter.from().or(() -> filter.text().map(_ -> clock.instant().minus(TEXT_RANGE)));
        return new InboxDesk.Filter(
                filter.sources(),
                filter.statuses(),
                filter.text(),
                from,
                filter.to(),
                filter.before());
    }
}
