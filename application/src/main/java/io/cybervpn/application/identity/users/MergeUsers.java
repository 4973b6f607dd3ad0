package io.cybervpn.application.identity.users;

import io.cybervpn.application.identity.AccountPairs;
import io.cybervpn.application.identity.Merger;
import io.cybervpn.application.identity.SessionEndings;
import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Makes two customers one, for good. Needs {@link Permission#USERS_ERASE}, since one of them is no
 * more then, and a fresh second factor.
 */
@Singleton
public final class MergeUsers {
    private final UnitOfWork unitOfWork;
    private final AccountPairs pairs;
    private final Merger merger;
    private final SessionEndings sessions;
    private final StepUpRule stepUp;

    @Inject
    MergeUsers(
            UnitOfWork unitOfWork,
            AccountPairs pairs,
            Merger merger,
            SessionEndings sessions,
            StepUpRule stepUp) {
        this.unitOfWork = unitOfWork;
        this.pairs = pairs;
        this.merger = merger;
        this.sessions = sessions;
        this.stepUp = stepUp;
    }

    /** Who makes whom part of whom. */
    public record Command(Actor actor, AccountId from, AccountId into) {}

    /** What became of it. */
    public sealed interface Result {
        /** They are one; these sessions ended with it. */
        record Done(List<SessionId> ended) implements Result {}

        /** Nothing changed. */
        record Refused(UserRefusal why) implements Result {}
    }

    /** Merges. Repeatable. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.USERS_ERASE)) {
            return Uni.createFrom().item(new Result.Refused(UserRefusal.FORBIDDEN));
        }
        if (!stepUp.isMetBy(command.actor())) {
            return Uni.createFrom().item(new Result.Refused(UserRefusal.STEP_UP_REQUIRED));
        }
        return unitOfWork
                .run(
                        () ->
                                pairs.lock(command.from(), command.into())
                                        .chain(pair -> merge(pair, command.actor())))
                .call(this::spread);
    }

    private Uni<Result> merge(AccountPairs.Pair pair, Actor actor) {
        return switch (pair) {
            case AccountPairs.Pair.Unfit() ->
                    Uni.createFrom().item(new Result.Refused(UserRefusal.NO_SUCH_PAIR));
            case AccountPairs.Pair.Merged() -> Uni.createFrom().item(new Result.Done(List.of()));
            case AccountPairs.Pair.Fit(var from, var into) ->
                    merger.merge(from, into, actor).map(Result.Done::new);
        };
    }

    private Uni<Void> spread(Result result) {
        return switch (result) {
            case Result.Done(var ended) -> sessions.spread(ended);
            case Result.Refused _ -> Uni.createFrom().voidItem();
        };
    }
}
