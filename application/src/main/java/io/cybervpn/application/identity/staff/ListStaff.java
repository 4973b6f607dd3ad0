package io.cybervpn.application.identity.staff;

import io.cybervpn.application.identity.port.StaffList;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Shows who works for the shop and as what (R66). Needs {@link Permission#STAFF_READ}. */
@Singleton
public final class ListStaff {
    private static final int STAFF_MAX = 1_000;

    private final StaffList list;

    @Inject
    ListStaff(StaffList list) {
        this.list = list;
    }

    /** The answer. */
    public sealed interface Result {
        /** At most 1000, oldest first. */
        record Listed(List<StaffView> staff) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Actor actor) {
        return actor.may(Permission.STAFF_READ)
                ? list.all(STAFF_MAX).map(Result.Listed::new)
                : Uni.createFrom().item(new Result.Forbidden());
    }
}
