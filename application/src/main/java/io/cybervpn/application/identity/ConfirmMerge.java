package io.cybervpn.application.identity;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes two accounts one, as it was shown by {@link PreviewMerge}. For good. */
@Singleton
public final class ConfirmMerge {
    private final UnitOfWork unitOfWork;
    private final MergeTokens tokens;
    private final AccountPairs pairs;
    private final Merger merger;
    private final SessionEndings sessions;

    @Inject
    ConfirmMerge(
            UnitOfWork unitOfWork,
            MergeTokens tokens,
            AccountPairs pairs,
            Merger merger,
            SessionEndings sessions) {
        this.unitOfWork = unitOfWork;
        this.tokens = tokens;
        this.pairs = pairs;
        this.merger = merger;
        this.sessions = sessions;
    }

    /** What the preview gave. */
    public record Command(Actor actor, String token) {
        @Override
        public String toString() {
            return "ConfirmMerge.Command[hidden]";
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** They are one, by this or before. */
        record Merged(AccountId survivor) implements Result {}

        /** The token is too old, another's, or none. */
        record WrongToken() implements Result {}

        /** One of them changed meanwhile so that it cannot be. */
        record Unfit() implements Result {}

        /** Not a customer himself. */
        record Forbidden() implements Result {}
    }

    private record Done(Result result, List<SessionId> ended) {
        static Uni<Done> of(Result result) {
            return Uni.createFrom().item(new Done(result, List.of()));
        }
    }

    /** Merges. The second time the answer is the same. */
    public Uni<Result> execute(Command command) {
        return DeleteAccount.himself(command.actor())
                .map(asker -> read(asker, command))
                .orElseGet(() -> Uni.createFrom().item(new Result.Forbidden()));
    }

    private Uni<Result> read(AccountId asker, Command command) {
        return tokens.read(asker, command.token())
                .map(wish -> merge(wish, command.actor()))
                .orElseGet(() -> Uni.createFrom().item(new Result.WrongToken()));
    }

    private Uni<Result> merge(MergeTokens.Wish wish, Actor actor) {
        return unitOfWork
                .run(
                        () ->
                                pairs.lock(wish.from(), wish.into())
                                        .chain(pair -> merge(pair, wish, actor)))
                .call(done -> sessions.spread(done.ended()))
                .map(Done::result);
    }

    private Uni<Done> merge(AccountPairs.Pair pair, MergeTokens.Wish wish, Actor actor) {
        return switch (pair) {
            case AccountPairs.Pair.Unfit() -> Done.of(new Result.Unfit());
            case AccountPairs.Pair.Merged() -> Done.of(new Result.Merged(wish.into()));
            case AccountPairs.Pair.Fit(var from, var into) ->
                    merger.merge(from, into, actor)
                            .map(ended -> new Done(new Result.Merged(wish.into()), ended));
        };
    }
}
