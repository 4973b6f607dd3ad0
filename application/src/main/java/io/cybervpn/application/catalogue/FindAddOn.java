package io.cybervpn.application.catalogue;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.AddOn;
import io.cybervpn.domain.catalogue.AddOnId;
import io.cybervpn.domain.catalogue.repository.AddOns;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Finds add-ons that are for sale. Joins the caller's unit of work. */
@Singleton
public final class FindAddOn {
    private final UnitOfWork unitOfWork;
    private final AddOns addOns;

    @Inject
    FindAddOn(UnitOfWork unitOfWork, AddOns addOns) {
        this.unitOfWork = unitOfWork;
        this.addOns = addOns;
    }

    /** Which one; empty: all, by their codes. */
    public record Query(Optional<AddOnId> addOn) {}

    /** Those that are for sale. */
    public Uni<List<AddOn>> execute(Query query) {
        return unitOfWork
                .run(() -> query.addOn().map(this::one).orElseGet(addOns::all))
                .map(found -> found.stream().filter(AddOn::active).toList());
    }

    private Uni<List<AddOn>> one(AddOnId id) {
        return addOns.find(id).map(found -> found.stream().toList());
    }
}
