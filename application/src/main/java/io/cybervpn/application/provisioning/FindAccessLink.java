package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.provisioning.AccessId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Tells a customer the link that his clients import. */
@Singleton
public final class FindAccessLink {
    private final OwnAccess own;

    @Inject
    FindAccessLink(OwnAccess own) {
        this.own = own;
    }

    /** Whose and which. */
    public record Query(Actor actor, AccessId access) {}

    /** The answer. */
    public sealed interface Result {
        /** The link; whoever holds it holds the access. */
        record Found(String link) implements Result {}

        /** The panel does not have the access yet; ask again in seconds. */
        record NotReady() implements Result {}

        /** The actor has no such subscription. */
        record NoSuchSubscription() implements Result {}
    }

    /** Looks it up. Asks nobody but our own records. */
    public Uni<Result> execute(Query query) {
        return own.find(query.actor(), query.access()).map(FindAccessLink::answer);
    }

    private static Result answer(OwnAccess.Found found) {
        return switch (found) {
            case OwnAccess.Found.Usable usable -> new Result.Found(usable.user().subscriptionUrl());
            case OwnAccess.Found.NotReady() -> new Result.NotReady();
            case OwnAccess.Found.NoSuchSubscription() -> new Result.NoSuchSubscription();
        };
    }
}
