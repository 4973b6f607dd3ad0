package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows staff the desired-state records, above all those that are parked. */
@Singleton
public final class ListAccesses {
    private final AccessList list;

    @Inject
    ListAccesses(AccessList list) {
        this.list = list;
    }

    /** Which. */
    public record Query(Actor actor, Optional<AccessStatus> status, Page.Request page) {}

    /** The answer. */
    public sealed interface Result {
        /** A page of them. */
        record Listed(Page<AccessView> page) implements Result {}

        /** The actor lacks {@link Permission#PROVISIONING_READ}. */
        record Denied() implements Result {}
    }

    /** Lists. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.PROVISIONING_READ)
                ? list.page(query.status(), query.page()).map(Result.Listed::new)
                : Uni.createFrom().item(new Result.Denied());
    }
}
