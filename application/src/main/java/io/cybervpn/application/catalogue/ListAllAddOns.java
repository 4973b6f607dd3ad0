package io.cybervpn.application.catalogue;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.AddOn;
import io.cybervpn.domain.catalogue.repository.AddOns;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Lists all add-ons for staff with {@link Permission#CATALOGUE_READ}, also those not for sale. */
@Singleton
public final class ListAllAddOns {
    private final UnitOfWork unitOfWork;
    private final AddOns addOns;

    @Inject
    ListAllAddOns(UnitOfWork unitOfWork, AddOns addOns) {
        this.unitOfWork = unitOfWork;
        this.addOns = addOns;
    }

    /** Who asks. */
    public record Query(Actor actor) {}

    /** The answer. */
    public sealed interface Result {
        /** At most 200, by their codes. */
        record Listed(List<AddOn> addOns) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Lists. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.CATALOGUE_READ)
                ? unitOfWork.run(addOns::all).map(Result.Listed::new)
                : Uni.createFrom().item(new Result.Forbidden());
    }
}
