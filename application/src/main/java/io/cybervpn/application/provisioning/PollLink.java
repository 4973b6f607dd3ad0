package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.LinkCache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Answers a client that polls a link (R109, R110, R126): from the cache, without a look at the
 * database or the panel; else as things stand now. Whoever holds the token is answered, so no actor
 * is asked for. May be repeated at will.
 */
@Singleton
public final class PollLink {
    private final LinkCache cache;
    private final LinkTargets targets;
    private final LinkAnswers answers;
    private final Flights<Result> flights = new Flights<>();

    @Inject
    PollLink(LinkCache cache, LinkTargets targets, LinkAnswers answers) {
        this.cache = cache;
        this.targets = targets;
        this.answers = answers;
    }

    /**
     * Which link, and in what form.
     *
     * @param token any text; one that was never given out costs as much as one that was
     */
    public record Query(String token, ConfigRequest request) {
        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Query[" + request.format() + "]";
        }
    }

    /** The answer. */
    public sealed interface Result {
        /** A configuration; perhaps one of names alone that says why there are no servers. */
        record Served(LinkFile file) implements Result {}

        /** The token opens nothing, or not any more. */
        record NoSuchLink() implements Result {}

        /** The subscription has no server that this format can describe. */
        record NotOffered() implements Result {}

        /** The panel is down or lost the user, and nothing older is at hand; ask again later. */
        record NoAnswer() implements Result {}
    }

    /** Answers. */
    public Uni<Result> execute(Query query) {
        Poll poll = Poll.of(query.token(), query.request());
        return cache.find(poll.tokenHash(), poll.own(), poll.shared())
                .chain(found -> found.map(PollLink::served).orElseGet(() -> join(poll)));
    }

    /** The epoch is taken before anything is read, so that no older answer is kept or shared. */
    private Uni<Result> join(Poll poll) {
        return cache.begin(poll.tokenHash())
                .chain(epoch -> flights.join(poll.flight(epoch), () -> make(poll, epoch)));
    }

    /** Somebody else's flight may have landed since this one was looked for. */
    private Uni<Result> make(Poll poll, String epoch) {
        return cache.find(poll.tokenHash(), poll.own(), poll.shared())
                .chain(
                        found ->
                                found.map(PollLink::served)
                                        .orElseGet(() -> answerNow(poll, epoch)));
    }

    private Uni<Result> answerNow(Poll poll, String epoch) {
        return targets.find(poll.tokenHash()).chain(target -> answer(poll, epoch, target));
    }

    private static Uni<Result> served(LinkFile file) {
        return Uni.createFrom().item(new Result.Served(file));
    }

    private Uni<Result> answer(Poll poll, String epoch, LinkTarget target) {
        return switch (target) {
            case LinkTarget.Unknown() -> Uni.createFrom().item(new Result.NoSuchLink());
            case LinkTarget.Stopped(var standing, var why) ->
                    answers.stopped(poll, epoch, standing, why);
            case LinkTarget.Open open -> answers.fetched(poll, epoch, open);
        };
    }
}
