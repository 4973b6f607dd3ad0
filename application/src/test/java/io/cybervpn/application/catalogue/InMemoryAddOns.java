package io.cybervpn.application.catalogue;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.catalogue.AddOn;
import io.cybervpn.domain.catalogue.AddOnId;
import io.cybervpn.domain.catalogue.repository.AddOns;
import io.cybervpn.domain.catalogue.repository.Written;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Add-ons in memory. */
public final class InMemoryAddOns implements AddOns {
    private final InMemoryUnitOfWork unitOfWork;
    private final InMemoryTable<AddOnId, AddOn> rows;

    public InMemoryAddOns(InMemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
        this.rows = unitOfWork.table();
    }

    /** The use case that other contexts ask, over this. */
    public FindAddOn findAddOn() {
        return new FindAddOn(unitOfWork, this);
    }

    @Override
    public Uni<Optional<AddOn>> find(AddOnId id) {
        return Uni.createFrom()
                .item(() -> rows.where(one -> one.id().equals(id)).stream().findFirst());
    }

    @Override
    public Uni<Optional<AddOn>> lock(AddOnId id) {
        return find(id);
    }

    @Override
    public Uni<List<AddOn>> all() {
        return Uni.createFrom()
                .item(
                        () ->
                                rows.where(_ -> true).stream()
                                        .sorted(Comparator.comparing(AddOn::code))
                                        .toList());
    }

    @Override
    public Uni<Written> put(AddOn addOn) {
        return Uni.createFrom().item(() -> write(addOn));
    }

    private Written write(AddOn addOn) {
        boolean taken =
                !rows.where(one -> one.code().equals(addOn.code()) && !one.id().equals(addOn.id()))
                        .isEmpty();
        if (taken) {
            return Written.CODE_TAKEN;
        }
        rows.put(addOn.id(), addOn);
        return Written.STORED;
    }
}
