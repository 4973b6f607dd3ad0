package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Tells a customer the link that his clients import. */
@Singleton
public final class FindAccessLink {
    private final OwnAccess own;
    private final LinkDesk desk;
    private final UnitOfWork unitOfWork;

    @Inject
    FindAccessLink(OwnAccess own, LinkDesk desk, UnitOfWork unitOfWork) {
        this.own = own;
        this.desk = desk;
        this.unitOfWork = unitOfWork;
    }

    /** Whose and which. */
    public record Query(Actor actor, AccessId access) {}

    /** The answer. */
    public sealed interface Result {
        /** The link; whoever holds it holds the access. */
        record Found(String link) implements Result {
            @Override
            public String toString() {
                return "Found";
            }
        }

        /** The panel does not have the access yet; ask again in seconds. */
        record NotReady() implements Result {}

        /** The actor has no such subscription. */
        record NoSuchSubscription() implements Result {}
    }

    /** Looks it up, or makes the first one. Asks nobody but our own records. May be repeated. */
    public Uni<Result> execute(Query query) {
        return own.find(query.actor(), query.access()).chain(this::answer);
    }

    private Uni<Result> answer(OwnAccess.Found found) {
        return switch (found) {
            case OwnAccess.Found.Usable usable ->
                    unitOfWork.run(() -> desk.url(usable.id())).map(Result.Found::new);
            case OwnAccess.Found.NotReady() -> Uni.createFrom().item(new Result.NotReady());
            case OwnAccess.Found.NoSuchSubscription() ->
                    Uni.createFrom().item(new Result.NoSuchSubscription());
        };
    }
}
